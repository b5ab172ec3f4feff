import type { z } from 'zod';
import { type Places, pathKey, positionIn } from './scan-json.ts';

/** A parsed file: its name as the operator knows it, its text, its content, and the places of its values. */
export type ReadJson = { file: string; text: string; json: unknown; places: Places };

type Path = readonly PropertyKey[];

const MAX_QUOTED = 40;

/** One sentence, with its mend, for each fault in a schema issue. */
export const faultSentences = (issue: z.core.$ZodIssue, read: ReadJson): string[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => sentence([...issue.path, key], `is not known here. ${issue.message}`, read))
    : [sentence(issue.path, predicateOf(issue, valueAt(read.json, issue.path)), read)];

/** A `custom` issue is a complete predicate; for the others, the schema supplies only the mend. */
const predicateOf = (issue: z.core.$ZodIssue, value: unknown): string =>
  issue.code === 'custom' ? issue.message : `${whatIsWrong(issue, value)}. ${issue.message}`;

const whatIsWrong = (issue: z.core.$ZodIssue, value: unknown): string => {
  if (value === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `is ${described(value)}`;
  if (Array.isArray(value)) return value.length === 0 ? 'is an empty list' : `is a list of ${value.length}`;
  if (typeof value !== 'string') return `is ${described(value)}`;
  const { length } = value.trim();
  if (length === 0) return 'is empty';
  return issue.code === 'too_big' ? `has ${length} characters` : `is ${quoted(value)}`;
};

const described = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : `the text ${quoted(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
};

const quoted = (text: string): string =>
  JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text);

const sentence = (path: Path, predicate: string, read: ReadJson): string =>
  `${[read.file, ...lineOf(path, read), ...rowOf(path, read.json)].join(', ')}: ${subjectOf(path)} ${predicate}`;

/** The line of the innermost existing value on the path; none for the file as a whole. */
const lineOf = (path: Path, { text, places }: ReadJson): string[] => {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const offset = places.get(pathKey(path.slice(0, depth)));
    if (offset !== undefined) return [`line ${positionIn(text, offset).line}`];
  }
  return [];
};

/** Names an entry of a list file by its number, from 1, and its id. */
const rowOf = ([index]: Path, json: unknown): string[] => {
  if (typeof index !== 'number') return [];
  const id = valueAt(json, [index, 'id']);
  return [`row ${index + 1}${typeof id === 'string' && id.trim() !== '' ? ` ("id": ${quoted(id)})` : ''}`];
};

/** Such as `"da"`, `entry 3 of "danger.alone"` or `"from" in entry 1 of "absences"`. */
const subjectOf = (path: Path): string => {
  const inside = typeof path[0] === 'number' ? path.slice(1) : path;
  if (inside.length === 0) return path.length === 0 ? 'the file' : 'the row';
  const groups: { indices: boolean; words: string[] }[] = [];
  for (const step of inside) {
    const indices = typeof step === 'number';
    const last = groups.at(-1);
    const word = indices ? String(step + 1) : String(step);
    if (last?.indices === indices) last.words.push(word);
    else groups.push({ indices, words: [word] });
  }
  return groups
    .map(({ indices, words }) => (indices ? `entry ${words.join('.')} of` : JSON.stringify(words.join('.'))))
    .reduce((outer, inner, index) => (groups[index]?.indices ? `${inner} ${outer}` : `${inner} in ${outer}`));
};

const valueAt = (json: unknown, path: Path): unknown => {
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
};
