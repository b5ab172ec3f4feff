import { type CaseId, caseId } from '../ids.ts';
import { previewId } from '../messages/ids.ts';
import { answer, type Owed } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Masked, Masking } from '../privacy/mask.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { Principle } from '../words.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import type { DraftSaying } from './notice.ts';

export type Beginning = {
  /** The fingerprint of the message or the press that it begins with. */
  heard: string;
  person: Person;
  text: Masked;
  found: Masking['found'];
  follows: number | null;
  openly?: boolean;
  /** Set when a nudge led to the draft: there is no text yet, so the form is shown instead of the preview. */
  principle?: Principle;
};

type KeepDeps = Pick<DraftDeps, 'drafts' | 'classify' | 'clock'>;

/** Stores a dilemma as a draft and sends its preview. Does nothing if the draft already exists. */
export const keepDraft = async (beginning: Beginning, deps: KeepDeps): Promise<void> => {
  await retryOnConflict(`the draft of ${beginning.person._id}`, async () => {
    if ((await deps.drafts.get(draftIdOf(beginning.heard))) !== null) return 'kept';
    return beginDraft(beginning, deps);
  });
};

/** Stores a new draft, which takes the person's next lines from the one before. Null when another write came first. */
export const beginDraft = async (beginning: Beginning, deps: KeepDeps): Promise<'kept' | null> => {
  const { drafts } = deps;
  const before = await drafts.taking(beginning.person._id);
  if (before !== null) {
    const free = { set: { takesLinesOf: before._id }, owes: [] };
    if (!(await drafts.change(before._id, before.rev, free, null))) return null;
  }
  return (await drafts.add(newDraft(beginning, deps))) ? 'kept' : null;
};

/** A draft that its writer has just begun, with the preview it owes. */
const newDraft = (
  { heard, person, text, found, follows, openly = false, principle }: Beginning,
  { classify, clock }: KeepDeps,
): Draft => {
  const { principles, topics } = classify(text);
  const now = clock();
  const id = draftIdOf(heard);
  return {
    _id: id,
    rev: 0,
    person: person._id,
    language: person.language,
    state: principle === undefined ? 'open' : 'changing',
    lines: text === '' ? [] : [{ heard, text, at: now }],
    text,
    found: [...found],
    principle: principle ?? principles[0]?.id ?? 'lytter-foerst',
    topic: topics[0]?.id ?? 'borgerdialog',
    ...(principle === undefined ? {} : { principleGiven: true }),
    at: now,
    takesLinesOf: person._id,
    previews: 1,
    usedFor: null,
    follows,
    openly,
    receipts: [heard],
    owes: [preview({ _id: id, person: person._id }, 1, now)],
  };
};

const draftIdOf = (heard: string): CaseId => caseId(`d${heard}`);

/** The nth preview of a draft, which takes the place of the one before. */
export const preview = ({ _id, person }: Pick<Draft, '_id' | 'person'>, nth: number, now: Date): Owed<DraftSaying> =>
  answer(previewId(_id, nth), person, { kind: 'draft', draft: _id, nth }, now);
