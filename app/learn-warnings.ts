import { writeFileSync } from 'node:fs';
import { contentSourcesIn } from './content/content-sources.ts';
import { loadContent } from './content/load-content.ts';
import { givenIn } from './settings/given.ts';
import { warningModelText } from './warning-model.ts';

/** `npm run learn:warnings` makes `learned/warning-model.json` anew, after words or examples were changed. */
writeFileSync(
  new URL('../learned/warning-model.json', import.meta.url),
  warningModelText(loadContent(contentSourcesIn(givenIn(process.env))).warningWords),
);
