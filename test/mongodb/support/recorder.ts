import diagnostics from 'node:diagnostics_channel';
import { COMMANDS } from '../../../adapters/store/mongodb/open-mongo.ts';

type Fields = Record<string, unknown>;
/** How a command looked for documents, whatever it did with them. */
export type Query = { collection: string; filter: Fields; sort: Readonly<Record<string, number>>; limit: number };
export type KeyPattern = Readonly<Record<string, number>>;

const queries = new Map<string, Query>();
const indexes = new Map<string, Map<string, KeyPattern>>();

const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return ['…'];
  if (typeof value !== 'object' || value === null || value instanceof Date) return '…';
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shapeOf(field)]));
};

const note = (collection: string, filter: unknown, sort: unknown, limit: unknown): void => {
  const query: Query = {
    collection,
    filter: (filter ?? {}) as Fields,
    sort: asPattern(sort),
    limit: typeof limit === 'number' ? limit : 0,
  };
  queries.set(JSON.stringify([collection, shapeOf(query.filter), Object.entries(query.sort)]), query);
};

/** The driver passes sorts as maps, and index keys as maps or objects. */
const asPattern = (sort: unknown): KeyPattern =>
  Object.fromEntries(sort instanceof Map ? sort : Object.entries((sort ?? {}) as KeyPattern));

const noteIndexes = (collection: string, created: readonly { key: unknown }[]): void => {
  const known = indexes.get(collection) ?? new Map<string, KeyPattern>();
  for (const { key } of created) known.set(JSON.stringify(Object.entries(asPattern(key))), asPattern(key));
  indexes.set(collection, known);
};

const noteCommand = (name: string, command: Fields): void => {
  const collection = String(command[name]);
  if (name === 'find') note(collection, command.filter, command.sort, command.limit);
  if (name === 'findAndModify') note(collection, command.query, command.sort, 1);
  if (name === 'aggregate') {
    const [first] = command.pipeline as { $match?: Fields }[];
    note(collection, first?.$match, {}, 0);
  }
  const parts = [...((command.updates ?? []) as { q: Fields }[]), ...((command.deletes ?? []) as { q: Fields }[])];
  if (name === 'update' || name === 'delete') for (const { q } of parts) note(collection, q, {}, 1);
  if (name === 'createIndexes') noteIndexes(collection, command.indexes as { key: unknown }[]);
};

diagnostics.subscribe(COMMANDS, (message) => {
  const { commandName, command } = message as { commandName: string; command: Fields };
  noteCommand(commandName, command);
});

/** Starts over: earlier queries came from other tests. */
export const forgetQueries = (): void => queries.clear();

/** The queries since `forgetQueries`, one for each shape. */
export const recordedQueries = (): Query[] => [...queries.values()];

/** The indexes that the ports declared, and the one on `_id`. */
export const declaredIndexes = (collection: string): KeyPattern[] => [
  { _id: 1 },
  ...(indexes.get(collection)?.values() ?? []),
];
