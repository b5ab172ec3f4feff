import { fingerprint } from './fingerprint.ts';
import type { Seal } from './seal.ts';

// Until December 2026 a person's id was an unkeyed hash of their address, and the id of a case could be one of who asked.
// A migration gave every such id a new one, which is its seal. Cards and calendar links made before still carry
// the former ids; what they lead to is found here.

const PERSON = /(?<![\w-])p-[\w-]{20}(?![\w-])/g;
const CASE = /(?<![\w-])d[\w-]{20}(?![\w-])/g;

/** The id that somebody has now, by a former one of theirs. */
export const sealedPerson = (former: string, seal: Seal): string => `p-${seal(former)}`;
/** The id that a draft and its case have now, by their former one. */
export const sealedCase = (former: string, seal: Seal): string => `c${seal(former)}`;

/** The former id of whoever has this name, such as an e-mail address. Made anew only to be sealed. */
export const formerPerson = (...name: readonly (string | number)[]): string => `p-${fingerprint(...name)}`;

/** An id, or a name made of ids, as it is today. Anything else stays as it is. */
export const idToday = (id: string, seal: Seal): string =>
  id.replace(PERSON, (former) => sealedPerson(former, seal)).replace(CASE, (former) => sealedCase(former, seal));

/** The fields of cards that hold ids. */
const FIELDS = new Set(['case', 'draft', 'nudge', 'person', 'agent', 'notTo', 'substitute', 'story']);

/** The data of a press, also from a card of before. */
export const idsToday = (data: unknown, seal: Seal): unknown => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'string' && FIELDS.has(key.slice(key.lastIndexOf('.') + 1)) ? idToday(value, seal) : value,
    ]),
  );
};
