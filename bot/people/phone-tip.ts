import type { Masking } from '../privacy/mask.ts';
import type { PeopleDeps } from './deps.ts';
import type { Person } from './person.ts';

type Told = Pick<Person, 'phone' | 'phoneTipAt'>;

/**
 * Whether to say how a colleague may get this person's number: once, where a number was first hidden, and never to
 * somebody whose profile has it. `since`: when the text was begun whose card may repeat the tip.
 */
export const isTipDue = ({ phone, phoneTipAt }: Told, since: Date | null = null): boolean =>
  phone === null && (phoneTipAt === undefined || (since !== null && since <= phoneTipAt));

/** Stores that the tip was given, if it was. */
export const notePhoneTip = async (
  { _id }: Pick<Person, '_id'>,
  found: Masking['found'],
  { people, clock }: Pick<PeopleDeps, 'people' | 'clock'>,
): Promise<void> => {
  if (!found.includes('phone')) return;
  // An earlier message may have noted it since this one was heard.
  const person = await people.get(_id);
  if (person !== null && isTipDue(person)) await people.change(_id, { phoneTipAt: clock() });
};
