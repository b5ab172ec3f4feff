import { type CaseId, caseId } from '../ids.ts';
import { previewId } from '../messages/ids.ts';
import { answer } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Masked, Masking } from '../privacy/mask.ts';
import type { Principle } from '../words.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { offerWithWords } from './in-offer.ts';

/** Stores a dilemma as a draft and sends its preview. Does nothing if the draft already exists. */
export const keepDraft = async (
  {
    id,
    person,
    text,
    found,
    follows,
    openly = false,
    answers,
    offer,
    principle,
  }: {
    id: string;
    person: Person;
    text: Masked;
    found: Masking['found'];
    follows: number | null;
    openly?: boolean;
    /** The case whose card it answers. */
    answers?: CaseId | undefined;
    /** The offer that it may answer: then the offer is shown with the words in its field, instead of a preview. */
    offer?: CaseId | undefined;
    /** Set when a nudge led to the draft: there is no text yet, so the form is shown instead of the preview. */
    principle?: Principle;
  },
  { drafts, classify, clock }: Pick<DraftDeps, 'drafts' | 'classify' | 'clock'>,
): Promise<void> => {
  const { principles, topics } = classify(text);
  const now = clock();
  const answered = offer ?? answers;
  const draft: Draft = {
    _id: caseId(id),
    rev: 0,
    person: person._id,
    language: person.language,
    state: principle === undefined ? 'open' : 'changing',
    text,
    found: [...found],
    principle: principle ?? principles[0]?.id ?? 'lytter-foerst',
    topic: topics[0]?.id ?? 'borgerdialog',
    at: now,
    usedFor: null,
    follows,
    openly,
    ...(answered === undefined ? {} : { answers: answered }),
    receipts: [],
    owes: [
      offer === undefined
        ? answer(previewId(caseId(id)), person._id, { kind: 'draft', draft: caseId(id) }, now)
        : offerWithWords(offer, { _id: caseId(id), rev: 0 }, person._id, now),
    ],
  };
  await drafts.add(draft);
};
