import { ACTIONS, type Verb } from '../commands.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';

/** The fields that a refusal may be about; it is about the first that the verb has. */
const FIELDS: Partial<Record<RefusalCode, readonly string[]>> = {
  'empty-text': ['text', 'who'],
  'too-long': ['text', 'place', 'comment'],
  'date-past': ['nextStepDate', 'day', 'until', 'date'],
  'date-missing': ['from', 'until', 'date', 'day'],
  'dates-turned': ['until'],
  'bad-phone': ['phone'],
  'no-such-colleague': ['substitute', 'person'],
};

/** The field of a press that a refusal is about; null when it is about the whole. */
export const fieldOf = ({ code, field }: Refusal, verb: string): string | null => {
  if (field !== null) return field;
  if (!Object.hasOwn(ACTIONS, verb)) return null;
  const { shape } = ACTIONS[verb as Verb];
  return FIELDS[code]?.find((name) => Object.hasOwn(shape, name)) ?? null;
};
