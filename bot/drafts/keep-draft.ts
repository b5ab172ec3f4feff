import { randomBytes } from 'node:crypto';
import { type CaseId, caseId } from '../ids.ts';
import { previewId } from '../messages/ids.ts';
import { answer, type Owed } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Masked, Masking } from '../privacy/mask.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { Principle } from '../words.ts';
import { aboutText } from './about-text.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { offerOf, showingOffer } from './in-offer.ts';
import { draftTimes } from './kept-until.ts';
import type { DraftDebt } from './notice.ts';

export type Beginning = {
  /** The seal of the message or the press that it begins with. */
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

export type KeepDeps = Pick<DraftDeps, 'drafts' | 'classifyWithHelp' | 'clock' | 'time'>;

/** Stores a dilemma as a draft and sends its preview, unless the same message or press did so already. Returns its id. */
export const keepDraft = (beginning: Beginning, deps: KeepDeps): Promise<CaseId> =>
  retryOnConflict('a draft', async () => {
    const { person, heard } = beginning;
    const before = await deps.drafts.taking(person._id);
    const kept = await deps.drafts.byLine(person._id, heard);
    return kept === null ? beginDraft(beginning, before, deps) : kept._id;
  });

/**
 * Stores a new draft, which takes the person's next lines from `before`. Returns its id, or null when another write came
 * first. `before` must be read before it is asked whether the message was heard: whoever hears it meanwhile changes
 * `before`, or takes the lines, so that of two processes one begins.
 */
export const beginDraft = async (
  beginning: Beginning,
  before: Draft | null,
  deps: KeepDeps,
): Promise<CaseId | null> => {
  const { drafts } = deps;
  if (before !== null) {
    const free = { set: { takesLinesOf: before._id }, owes: [] };
    if (!(await drafts.change(before._id, before.rev, free, null))) return null;
  }
  const draft = await newDraft(beginning, deps);
  return (await drafts.add(draft)) ? draft._id : null;
};

/** A draft that its writer has just begun, with the preview it owes. */
const newDraft = async (
  { heard, person, text, found, follows, openly = false, principle, ...about }: Beginning,
  deps: KeepDeps,
): Promise<Draft> => {
  const { clock, time } = deps;
  const now = clock();
  const named = principle === undefined ? {} : { principle, labelled: { principle: 'nudge' as const } };
  const id = newDraftId();
  const begun: Omit<Draft, 'owes'> = {
    _id: id,
    rev: 0,
    person: person._id,
    language: person.language,
    state: principle === undefined ? 'open' : 'changing',
    lines: text === '' ? [] : [{ heard, text, at: now }],
    text,
    found: [...found],
    ...named,
    ...(await aboutText(text, named, deps)),
    writtenAs: person.name,
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

/** Random, because it becomes the case's id: whoever reads the case must not learn from it who asks. */
const newDraftId = (): CaseId => caseId(`c${randomBytes(16).toString('base64url')}`);

/** The nth preview of a draft, which takes the place of the one before; or else the offer whose field has the words. */
export const preview = (draft: Omit<Draft, 'owes'>, nth: number, now: Date): Owed<DraftDebt> => {
  const offer = offerOf(draft);
  const say: DraftDebt = offer === null ? { kind: 'draft', draft: draft._id, nth } : showingOffer(offer);
  return answer(previewId(draft._id, nth), draft.person, say, now);
};
