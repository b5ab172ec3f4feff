import type { z } from 'zod';
import { ContentFault } from './content-fault.ts';
import { defaultMend } from './default-mend.ts';
import { faultSentences } from './fault-sentence.ts';
import { positionIn, scanJson } from './scan-json.ts';

/** A municipality's own file, which may be of an older or a newer Sammen: neither stops the start. */
export type OwnFile = {
  /** Keys that the file lacks are taken from here; missing: from nowhere. */
  defaults?: unknown;
  /** Hears of every key that is not known, which is then passed over. */
  warn: (sentence: string) => void;
};

/**
 * Parses a file edited by a municipality.
 * @param file its name or path, as the operator knows it
 * @throws ContentFault with every fault at once, each with the file, the place and the mend
 */
export const parseContent = <T>(file: string, text: string, schema: z.ZodType<T>, own?: OwnFile): T => {
  const json = filledFrom(own?.defaults, withoutEditorsKey(jsonOf(file, text)));
  const parsed = schema.safeParse(json, { error: defaultMend });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const read = { file, text, json, places: scanJson(text).places };
  const sentences = (some: readonly z.core.$ZodIssue[]) => some.flatMap((issue) => faultSentences(issue, read));
  if (own === undefined) throw new ContentFault(sentences(issues));
  const known = schema.safeParse(withoutUnknownKeys(json, issues), { error: defaultMend });
  const unknown = sentences(issues.filter(isUnknownKeys));
  if (!known.success) throw new ContentFault([...sentences(known.error.issues), ...unknown]);
  for (const sentence of unknown) own.warn(`${sentence} Until then it is passed over.`);
  return known.data;
};

/** Turns a text with a JSON value on each line into one JSON list, in which each line keeps its number. */
export const listOfLines = (text: string): string => {
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

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Editors complete a file that names its JSON Schema; the program reads no more than that it is there. */
const withoutEditorsKey = (json: unknown): unknown => {
  if (!isObject(json) || typeof json.$schema !== 'string') return json;
  const { $schema: _forEditors, ...rest } = json;
  return rest;
};

/** Objects get the keys that they lack; a list is taken as it is. */
const filledFrom = (defaults: unknown, json: unknown): unknown => {
  if (!isObject(defaults) || !isObject(json)) return json;
  const filled = Object.entries(json).map(([key, value]) => [
    key,
    filledFrom(Object.hasOwn(defaults, key) ? defaults[key] : undefined, value),
  ]);
  return { ...defaults, ...Object.fromEntries(filled) };
};

const isUnknownKeys = (issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys =>
  issue.code === 'unrecognized_keys';

const withoutUnknownKeys = (json: unknown, issues: readonly z.core.$ZodIssue[]): unknown => {
  const copy = structuredClone(json);
  for (const issue of issues.filter(isUnknownKeys)) {
    const place = issue.path.reduce((at: unknown, step) => Reflect.get(Object(at), step), copy);
    for (const key of issue.keys) Reflect.deleteProperty(Object(place), key);
  }
  return copy;
};
