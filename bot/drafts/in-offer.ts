import type { CaseSaying } from '../cases/saying.ts';
import type { CaseId } from '../ids.ts';
import { draftCardId, wordsInOfferId } from '../messages/ids.ts';
import { type Owed, update } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Masked } from '../privacy/mask.ts';
import type { DraftDeps } from './deps.ts';
import { type Draft, EMPTIED } from './draft.ts';
import type { DraftDebt } from './notice.ts';

/** Words that an agent typed while a case is offered to them: they stand in the field of its card. */
export type WordsInOffer = { draft: CaseId; text: Masked };

/** The offer whose field has the words of this draft; null when the draft has a card of its own. */
export const offerOf = ({ answers, inOffer }: Pick<Draft, 'answers' | 'inOffer'>): CaseId | null =>
  inOffer === true && answers !== undefined ? answers : null;

export const showingOffer = (offer: CaseId): CaseSaying => ({ kind: 'case', case: offer, from: 'all', why: 'shown' });

/** The update of whichever card shows the draft; it goes with the draft's next change. */
export const draftUpdate = (draft: Draft, now: Date): Owed<DraftDebt> => {
  const offer = offerOf(draft);
  return offer === null ? ownCardUpdate(draft, now) : offerUpdate(offer, draft, now);
};

export const ownCardUpdate = ({ _id, rev, person }: Draft, now: Date): Owed<DraftDebt> =>
  update(draftCardId(_id, rev + 1), person, { kind: 'draft', draft: _id }, now);

export const offerUpdate = (offer: CaseId, { _id, rev, person }: Draft, now: Date): Owed<DraftDebt> =>
  update(wordsInOfferId(_id, rev + 1), person, showingOffer(offer), now);

const draftsIn = async (offer: CaseId, { _id }: Person, { drafts }: Pick<DraftDeps, 'drafts'>): Promise<Draft[]> =>
  (await drafts.openOf(_id)).filter((draft) => draft.state === 'open' && offerOf(draft) === offer);

/** The words that stand in the field of this offer; null when there are none. */
export const wordsInOffer = async (
  offer: CaseId,
  person: Person,
  deps: Pick<DraftDeps, 'drafts'>,
): Promise<WordsInOffer | null> => {
  const draft = (await draftsIn(offer, person, deps)).at(-1);
  return draft === undefined ? null : { draft: draft._id, text: draft.text };
};

/** The offer was answered, with these words or without. */
export const useWordsInOffer = async (
  offer: CaseId,
  person: Person,
  deps: Pick<DraftDeps, 'drafts'>,
): Promise<void> => {
  for (const { _id, rev } of await draftsIn(offer, person, deps))
    await deps.drafts.change(_id, rev, { set: { state: 'used', ...EMPTIED }, owes: [] }, null);
};
