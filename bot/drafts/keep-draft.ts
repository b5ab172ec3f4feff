import { type CaseId, caseId } from '../ids.ts';
import { previewId } from '../messages/ids.ts';
import { answer, type Owed } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Masked, Masking } from '../privacy/mask.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { Principle } from '../words.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { offerOf, showingOffer } from './in-offer.ts';
import { draftTimes } from './kept-until.ts';
import type { DraftDebt } from './notice.ts';

export type Beginning = {
  /** The fingerprint of the message or the press that it begins with. */
  heard: string;
  person: Person;
  text: Masked;
  found: Masking['found'];
  follows: number | null;
  openly?: boolean;
  /** The case whose card it answers. */
  answers?: CaseId | undefined;
  /** The offer that it may answer: its card shows the words in its field, in place of a preview. */
  offer?: CaseId | undefined;
  /** Set when a nudge led to the draft: there is no text yet, so the form is shown instead of the preview. */
  principle?: Principle;
};

export type KeepDeps = Pick<DraftDeps, 'drafts' | 'classify' | 'clock' | 'time'>;

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
  { heard, person, text, found, follows, openly = false, principle, ...about }: Beginning,
  { classify, clock, time }: KeepDeps,
): Draft => {
  const { principles, topics } = classify(text);
  const now = clock();
  const id = draftIdOf(heard);
  const begun: Omit<Draft, 'owes'> = {
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
    ...draftTimes(now, time),
    takesLinesOf: person._id,
    previews: 1,
    usedFor: null,
    follows,
    openly,
    ...aboutCase(about),
    receipts: [heard],
  };
  return { ...begun, owes: [preview(begun, 1, now)] };
};

const aboutCase = ({ answers, offer }: Pick<Beginning, 'answers' | 'offer'>): Pick<Draft, 'answers' | 'inOffer'> => {
  if (offer !== undefined) return { answers: offer, inOffer: true };
  return answers === undefined ? {} : { answers };
};

/** The id of the draft that begins with a message or a press. */
export const draftIdOf = (heard: string): CaseId => caseId(`d${heard}`);

/** The nth preview of a draft, which takes the place of the one before; or else the offer whose field has the words. */
export const preview = (draft: Omit<Draft, 'owes'>, nth: number, now: Date): Owed<DraftDebt> => {
  const offer = offerOf(draft);
  const say: DraftDebt = offer === null ? { kind: 'draft', draft: draft._id, nth } : showingOffer(offer);
  return answer(previewId(draft._id, nth), draft.person, say, now);
};
