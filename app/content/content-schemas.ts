import { z } from 'zod';
import { CONTENT_FILES, type ContentName, hasLines, isFilled } from './content-files.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The file in `content/schemas/` with the JSON Schema of a content file. */
export const schemaFileOf = (name: ContentName): string => `${name.replace(/\.\w+$/, '')}.schema.json`;

/**
 * The JSON Schema of a content file, or of a line of it, made from the schema that reads it. Draft 7, because editors
 * know it best. It says less than the program checks: ids that stand twice are found only at the start.
 */
const jsonSchemaOf = (name: ContentName): JsonSchema => {
  const schema = z.toJSONSchema(CONTENT_FILES[name], {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema.readOnly;
      if (isFilled(name) && isOpen(zodSchema)) delete jsonSchema.required;
    },
  });
  const { items } = schema;
  const form = hasLines(name) && typeof items === 'object' && !Array.isArray(items) ? { ...items } : schema;
  const { $schema: _draft, ...rest } = form;
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: name, ...rest, ...withSchemaKey(schema) };
};

/** What an own file may leave out is not required of it. Rows of lists are read as they are. */
const isOpen = (schema: z.core.$ZodType): boolean => schema instanceof z.ZodObject || schema instanceof z.ZodRecord;

/** An object may name its schema; a list cannot. */
const withSchemaKey = ({ type, properties }: JsonSchema): JsonSchema =>
  type === 'object' ? { properties: { $schema: { type: 'string' }, ...properties } } : {};

/** As it stands in `content/schemas/`. */
export const jsonSchemaText = (name: ContentName): string => `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`;
