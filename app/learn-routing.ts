import { writeFileSync } from 'node:fs';
import { contentSourcesIn } from './content/content-sources.ts';
import { loadContent } from './content/load-content.ts';
import { routingModelText } from './routing-model.ts';
import { givenIn } from './settings/given.ts';

/** `npm run train` makes `learned/routing-model.json` anew, after words or examples were changed. */
writeFileSync(
  new URL('../learned/routing-model.json', import.meta.url),
  routingModelText(loadContent(contentSourcesIn(givenIn(process.env)))),
);
