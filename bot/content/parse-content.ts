import type { z } from 'zod';
import { ContentFault } from './content-fault.ts';
import { defaultMend } from './default-mend.ts';
import { faultSentences } from './fault-sentence.ts';
import { positionIn, scanJson } from './scan-json.ts';

/**
 * Parses a file edited by a municipality.
 * @param file its name or path, as the operator knows it
 * @throws ContentFault with every fault at once, each with the file, the place and the mend
 */
export const parseContent = <Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): z.output<Schema> => {
  const json = jsonOf(file, text);
  const parsed = schema.safeParse(json, { error: defaultMend });
  if (parsed.success) return parsed.data;
  const read = { file, text, json, places: scanJson(text).places };
  throw new ContentFault(parsed.error.issues.flatMap((issue) => faultSentences(issue, read)));
};

/** Parses a file that holds a JSON value on each line; empty lines are skipped. @throws ContentFault as `parseContent` */
export const parseContentLines = <Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): z.output<Schema> => parseContent(file, listOfLines(text), schema);

/** The lines as one JSON list, in which each line keeps its number. */
const listOfLines = (text: string): string => {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const listed = lines.map((line, i) => (line.trim() === '' || i === last ? line : `${line.trimEnd()},`));
  return `[${listed.join('\n')}]`;
};

const jsonOf = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    const { offset, message } = scanJson(text).fault ?? { offset: 0, message: 'the file is not JSON. Check it.' };
    const { line, column } = positionIn(text, offset);
    throw new ContentFault([`${file}, line ${line}, column ${column}: ${message}`]);
  }
};
