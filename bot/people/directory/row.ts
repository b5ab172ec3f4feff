import { fold } from '../../routing/danish-words.ts';
import {
  LANGUAGES,
  type Language,
  PRINCIPLES,
  type Principle,
  ROLES,
  type Role,
  TOPICS,
  type Topic,
} from '../../words.ts';
import { isEmail } from '../email.ts';
import type { Address } from '../person.ts';
import type { Column } from './columns.ts';

/**
 * One person on the list. A field is undefined when the list has no such column. In the columns of an agent's profile,
 * an empty cell also gives undefined.
 */
export type Row = {
  line: number;
  email: string;
  /** Their other addresses: the user principal name, if it differs, and earlier ones. Missing when there are none. */
  others?: string[];
  /** Their chat accounts, by the platform's own id. Missing when the list names none. */
  accounts?: Pick<Address, 'platform' | 'id'>[];
  name: string;
  unit?: string;
  profession?: string | null;
  /** Their manager's e-mail address. */
  manager?: string | null;
  roles?: Role[];
  principles?: Principle[];
  topics?: Topic[];
  languages?: Language[];
  capacity?: number;
};

/** Why a row cannot be imported, with the line it begins on. */
export type RowFault = { line: number; email: string | null; reason: string };

export type Cells = { line: number; cells: Partial<Record<Column, string>> };

const MAX_CAPACITY = 1000;
const MAX_LENGTH = 100;

/** Reads a row, or returns all of its faults. Cells are never evaluated: "=1+1" is just a strange name. */
export const readRow = ({ line, cells }: Cells): Row | RowFault[] => {
  const reasons: string[] = [];
  const fault = (reason: string) => void reasons.push(reason);
  const email = (tidy(cells.email) || tidy(cells.signIn) || '').toLowerCase();
  if (email === '') fault('the e-mail address is missing');
  else if (!isEmail(email)) fault(`${quoted(email)} is not an e-mail address`);
  const name = tidy(cells.name) ?? '';
  if (name === '') fault('the name is missing');
  for (const [column, text] of [
    ['name', name],
    ['unit', tidy(cells.unit)],
    ['profession', tidy(cells.profession)],
  ]) {
    if (text && text.length > MAX_LENGTH) fault(`the ${column} is longer than ${MAX_LENGTH} characters`);
  }
  const manager = tidy(cells.manager)?.toLowerCase();
  if (manager && !isEmail(manager)) fault(`the manager ${quoted(manager)} is not an e-mail address`);
  const roles = listed('role', cells.roles, ROLES, fault);
  const principles = listed('principle', cells.principles, PRINCIPLES, fault);
  const topics = listed('topic', cells.topics, TOPICS, fault);
  const languages = listed('language', cells.languages, LANGUAGES, fault);
  const capacity = capacityFrom(tidy(cells.capacity), fault);
  if (reasons.length > 0) return reasons.map((reason) => ({ line, email: email || null, reason }));
  const unit = tidy(cells.unit);
  const profession = tidy(cells.profession);
  const others = otherAddresses(cells, email);
  const accounts = accountsIn(cells);
  return {
    line,
    email,
    ...(others.length > 0 ? { others } : {}),
    ...(accounts.length > 0 ? { accounts } : {}),
    name,
    ...(unit ? { unit } : {}),
    ...(profession === undefined ? {} : { profession: profession || null }),
    ...(manager === undefined ? {} : { manager: manager || null }),
    ...(roles === undefined ? {} : { roles }),
    ...(principles?.length ? { principles } : {}),
    ...(topics?.length ? { topics } : {}),
    ...(languages?.length ? { languages } : {}),
    ...(capacity === undefined ? {} : { capacity }),
  };
};

/** Why a row of a directory's export is no colleague; null when it may be one. Rooms and machines often have no log-in. */
export const notColleague = ({ userType, enabled }: Cells['cells']): 'guest' | 'off' | null => {
  if (/^g(ue|æ)st$/i.test(tidy(userType) ?? '')) return 'guest';
  return /^(false|falsk|no|nej|0)$/i.test(tidy(enabled) ?? '') ? 'off' : null;
};

const otherAddresses = ({ signIn = '', otherEmails = '' }: Cells['cells'], email: string): string[] => {
  const found = [tidy(signIn), ...otherEmails.split(/[\s,;|]+/u)].map((text) => (text ?? '').toLowerCase());
  return [...new Set(found.filter((text) => text !== email && isEmail(text)))];
};

/** Entra ID's object id, which is a person's account in Teams, and Slack's member id. Other ids are none of ours. */
export const isAccountId = { teamsId: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, slackId: /^[UW][A-Z0-9]{4,}$/ };

const accountsIn = ({ teamsId, slackId }: Cells['cells']): NonNullable<Row['accounts']> => {
  const [teams, slack] = [tidy(teamsId) ?? '', tidy(slackId) ?? ''];
  return [
    ...(isAccountId.teamsId.test(teams) ? [{ platform: 'teams' as const, id: teams.toLowerCase() }] : []),
    ...(isAccountId.slackId.test(slack) ? [{ platform: 'slack' as const, id: slack }] : []),
  ];
};

/** Collapses a cell to one line without control characters; undefined when there is no such column. */
const tidy = (cell: string | undefined): string | undefined =>
  cell
    ?.normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();

const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

const listed = <T extends string>(
  what: string,
  cell: string | undefined,
  known: readonly T[],
  fault: (reason: string) => void,
): T[] | undefined => {
  const text = tidy(cell);
  if (text === undefined) return undefined;
  const isKnown = (part: string): boolean => known.some((value) => value === asId(part));
  const parts = (cell ?? '')
    .split(/[,;|/\r\n]+/u)
    .map((part) => tidy(part) ?? '')
    // Spaces part them, too, unless they belong to a name: "Gør det nemt".
    .flatMap((part) => (isKnown(part) || !part.split(' ').some(isKnown) ? [part] : part.split(' ')))
    .filter((part) => part !== '');
  for (const part of new Set(parts))
    if (!isKnown(part)) fault(`there is no ${what} ${quoted(part.toLowerCase())} (there are ${known.join(', ')})`);
  return known.filter((value) => parts.some((part) => asId(part) === value));
};

/** A name as people write it, as our ids are spelt: "Gør det nemt" is `goer-det-nemt`. */
const asId = (name: string): string => fold(name).replace(/[^a-z]+/gu, '-');

const capacityFrom = (text: string | undefined, fault: (reason: string) => void): number | undefined => {
  if (!text) return undefined;
  if (/^\d{1,4}$/.test(text) && Number(text) <= MAX_CAPACITY) return Number(text);
  fault(`the capacity ${quoted(text)} is not a whole number from 0 to ${MAX_CAPACITY}`);
  return undefined;
};
