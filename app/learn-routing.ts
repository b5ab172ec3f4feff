import { writeFileSync } from 'node:fs';
import { loadContent } from './content.ts';
import { routingModelText } from './routing-model.ts';

/** `npm run train` makes `learned/routing-model.json` anew, after words or examples were changed. */
writeFileSync(new URL('../learned/routing-model.json', import.meta.url), routingModelText(loadContent(null)));
