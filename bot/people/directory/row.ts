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
import type { Column } from './columns.ts';

/**
 * One person in the list. A field is undefined where the list has no such column; of what an agent says of themselves
 * an empty cell says nothing, either.
 */
export type Row = {
  line: number;
  email: string;
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

/** Why a row cannot be taken, with the line it begins on. */
export type RowFault = { line: number; email: string | null; reason: string };

export type Cells = { line: number; cells: Partial<Record<Column, string>> };

const MAX_CASES = 1000;
const MAX_LENGTH = 100;

/** What a row says, or everything that is wrong with it. Cells are only ever text: "=1+1" is a strange name. */
export const readRow = ({ line, cells }: Cells): Row | RowFault[] => {
  const reasons: string[] = [];
  const fault = (reason: string) => void reasons.push(reason);
  const email = (tidy(cells.email) || tidy(cells.signIn) || '').toLowerCase();
  if (email === '') fault('the e-mail address is missing');
  else if (!isEmail(email)) fault(`${quoted(email)} is no e-mail address`);
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
  if (manager && !isEmail(manager)) fault(`the manager ${quoted(manager)} is no e-mail address`);
  const roles = listed('role', cells.roles, ROLES, fault);
  const principles = listed('principle', cells.principles, PRINCIPLES, fault);
  const topics = listed('topic', cells.topics, TOPICS, fault);
  const languages = listed('language', cells.languages, LANGUAGES, fault);
  const capacity = capacityFrom(tidy(cells.capacity), fault);
  if (reasons.length > 0) return reasons.map((reason) => ({ line, email: email || null, reason }));
  const unit = tidy(cells.unit);
  const profession = tidy(cells.profession);
  return {
    line,
    email,
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

/** One line without control characters; undefined where there is no such column. */
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
  const parts = text
    .split(/[,;|/\s]+/u)
    .map((part) => part.toLowerCase())
    .filter((part) => part !== '');
  for (const part of new Set(parts)) {
    if (!known.some((one) => one === part))
      fault(`there is no ${what} ${quoted(part)} (there are ${known.join(', ')})`);
  }
  return known.filter((one) => parts.some((part) => part === one));
};

const capacityFrom = (text: string | undefined, fault: (reason: string) => void): number | undefined => {
  if (!text) return undefined;
  if (/^\d{1,4}$/.test(text) && Number(text) <= MAX_CASES) return Number(text);
  fault(`the capacity ${quoted(text)} is no whole number from 0 to ${MAX_CASES}`);
  return undefined;
};
