import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { CONTENT_NAMES, hasLines } from '../../app/content/content-files.ts';
import { CONTENT_FOLDER } from '../../app/content/content-reader.ts';
import { jsonSchemaText, schemaFileOf } from '../../app/content/content-schemas.ts';
import { contentText } from '../support/fixtures/content-copy.ts';

const folder = new URL('schemas/', CONTENT_FOLDER);

describe('the JSON Schemas in content/schemas/', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);

  it('are there for every content file, and for nothing else', () => {
    assert.deepEqual(readdirSync(folder).toSorted(), CONTENT_NAMES.map(schemaFileOf).sort());
  });

  for (const name of CONTENT_NAMES) {
    const text = readFileSync(new URL(schemaFileOf(name), folder), 'utf8');
    const schema = JSON.parse(text);

    it(`are as the reader of ${name} says: after a change, run npm run schemas`, () => {
      assert.ok(text === jsonSchemaText(name), 'run npm run schemas');
    });

    it(`accept ${name} as it comes with Sammen, and refuse what it does not know`, () => {
      const isValid = ajv.compile(schema);
      const written = contentText(name);
      const values: unknown[] = hasLines(name)
        ? written
            .split('\n')
            .slice(0, 50)
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line))
        : [JSON.parse(written)];
      for (const value of values) assert.ok(isValid(value), ajv.errorsText(isValid.errors));
      const [first] = values;
      assert.ok(!isValid(Array.isArray(first) ? [...first, 7] : { ...Object(first), newKey: 7 }));
    });
  }

  it('are named in an object, as editors want it', () => {
    const schema = JSON.parse(readFileSync(new URL(schemaFileOf('organisation.json'), folder), 'utf8'));
    const named = { $schema: './schemas/organisation.schema.json', ...JSON.parse(contentText('organisation.json')) };
    assert.ok(ajv.validate(schema, named), ajv.errorsText());
  });
});
