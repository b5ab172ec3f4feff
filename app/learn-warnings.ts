import { writeFileSync } from 'node:fs';
import { loadContent } from './content.ts';
import { warningModelText } from './warning-model.ts';

/** `npm run learn:warnings` makes `learned/warning-model.json` anew, after words or examples were changed. */
writeFileSync(
  new URL('../learned/warning-model.json', import.meta.url),
  warningModelText(loadContent(null).warningWords),
);
