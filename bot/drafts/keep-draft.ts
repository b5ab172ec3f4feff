import { caseId } from '../ids.ts';
import { answer } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Masked, Masking } from '../privacy/mask.ts';
import type { Principle } from '../words.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';

/** Keeps a dilemma as a draft and shows its preview. A draft that is there already is left as it is. */
export const keepDraft = async (
  {
    id,
    person,
    text,
    found,
    follows,
    openly = false,
    principle,
  }: {
    id: string;
    person: Person;
    text: Masked;
    found: Masking['found'];
    follows: number | null;
    openly?: boolean;
    /** Already known: the nudge that led to it. Then there is no text yet, and the form is shown. */
    principle?: Principle;
  },
  { drafts, classify, clock }: Pick<DraftDeps, 'drafts' | 'classify' | 'clock'>,
): Promise<void> => {
  const { principles, topics } = classify(text);
  const now = clock();
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
    receipts: [],
    owes: [answer(`${id}.preview`, person._id, { kind: 'draft', draft: caseId(id) }, now)],
  };
  await drafts.add(draft);
};
