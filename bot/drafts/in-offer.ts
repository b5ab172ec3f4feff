import type { CaseSaying } from '../cases/saying.ts';
import type { CaseId, PersonId } from '../ids.ts';
import { wordsInOfferId } from '../messages/ids.ts';
import { answer, type Owed, update } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Masked } from '../privacy/mask.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';

/** Words that an agent typed while a case is offered to them: they stand in the field of its card. */
export type WordsInOffer = { draft: CaseId; text: Masked };

const showing = (offer: CaseId): CaseSaying => ({ kind: 'case', case: offer, from: 'all', why: 'shown' });

/** The offer once more, at the end of the chat. */
export const offerWithWords = (
  offer: CaseId,
  { _id, rev }: Pick<Draft, '_id' | 'rev'>,
  to: PersonId,
  now: Date,
): Owed<CaseSaying> => answer(wordsInOfferId(_id, rev), to, showing(offer), now);

export const offerWithoutWords = (
  offer: CaseId,
  { _id, rev }: Pick<Draft, '_id' | 'rev'>,
  to: PersonId,
  now: Date,
): Owed<CaseSaying> => update(wordsInOfferId(_id, rev), to, showing(offer), now);

const inOffer = async (offer: CaseId, { _id }: Person, { drafts }: Pick<DraftDeps, 'drafts'>): Promise<Draft[]> =>
  (await drafts.openOf(_id)).filter(({ answers, isNew, state }) => answers === offer && !isNew && state === 'open');

/** The words that stand in the field of this offer; null when there are none. */
export const wordsInOffer = async (
  offer: CaseId,
  person: Person,
  deps: Pick<DraftDeps, 'drafts'>,
): Promise<WordsInOffer | null> => {
  const draft = (await inOffer(offer, person, deps)).at(-1);
  return draft === undefined ? null : { draft: draft._id, text: draft.text };
};

/** The offer was answered, with these words or without. */
export const useWordsInOffer = async (
  offer: CaseId,
  person: Person,
  deps: Pick<DraftDeps, 'drafts'>,
): Promise<void> => {
  for (const { _id, rev } of await inOffer(offer, person, deps))
    await deps.drafts.change(_id, rev, { set: { state: 'used', text: NO_WORDS }, owes: [] }, null);
};
