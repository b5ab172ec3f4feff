import { mkdirSync, writeFileSync } from 'node:fs';
import { CONTENT_NAMES } from './content/content-files.ts';
import { CONTENT_FOLDER } from './content/content-reader.ts';
import { jsonSchemaText, schemaFileOf } from './content/content-schemas.ts';

/** `npm run schemas` makes `content/schemas/` anew, after the form of a content file was changed. */
const folder = new URL('schemas/', CONTENT_FOLDER);
mkdirSync(folder, { recursive: true });
for (const name of CONTENT_NAMES) writeFileSync(new URL(schemaFileOf(name), folder), jsonSchemaText(name));
