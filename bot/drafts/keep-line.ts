import type { CaseId } from '../ids.ts';
import { maskFor } from '../people/mask-for.ts';
import type { Person } from '../people/person.ts';
import { MAX_TEXT_LENGTH } from '../privacy/free-text.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { MINUTE } from '../time/units.ts';
import { aboutText } from './about-text.ts';
import type { DraftDeps } from './deps.ts';
import { type Draft, hasEnded } from './draft.ts';
import { offerOf } from './in-offer.ts';
import { inTurn } from './in-turn.ts';
import { type Beginning, beginDraft, type KeepDeps, preview } from './keep-draft.ts';
import { draftTimes } from './kept-until.ts';
import { type JoinedLines, joinLines } from './lines.ts';
import type { DraftChange } from './port.ts';

/** What somebody typed. A `fragment` is too short to begin a draft, but may go on with one. */
export type TypedLine = Omit<Beginning, 'principle' | 'follows'> & {
  openly: boolean;
  fragment: boolean;
  /** The unsent draft whose card it answers. */
  into?: CaseId | undefined;
};

/** `full`: it does not fit into the draft that it belongs to. `alone`: a fragment, and there is no draft to join. */
export type Kept = 'kept' | 'full' | 'alone';

export type LineDeps = KeepDeps & Pick<DraftDeps, 'cases' | 'organisation' | 'publicNumbers'>;

/** Lines that follow each other within this time are one thought (docs/rules.md, "Drafts"). */
const BURST_MINUTES = 10;

/** Adds a line to the draft that its writer has just written, or begins a new one. The same message counts once. */
export const keepLine = (line: TypedLine, deps: LineDeps): Promise<Kept> => {
  const { person, heard } = line;
  const { drafts, clock } = deps;
  return inTurn(person._id, drafts, () =>
    retryOnConflict('a draft', async () => {
      const asked = line.into === undefined ? null : await drafts.get(line.into);
      const latest = await drafts.taking(person._id);
      // After the reads that the write depends on: if another process hears the line from here on, the write fails.
      if ((await drafts.byLine(person._id, heard)) !== null) return 'kept';
      if (asked !== null && isOpen(asked) && !hasEnded(asked, clock()) && mayShare(line, asked))
        return join(line, asked, deps);
      if (latest !== null && joins(line, latest, clock()) && !(await wasWrittenTo(person, latest, deps)))
        return join(line, latest, deps);
      if (line.fragment) return 'alone';
      return (await beginDraft({ ...line, follows: null }, latest, deps)) === null ? null : 'kept';
    }),
  );
};

/** Whether the person is in the middle of writing a dilemma, so that a few words may belong to it. */
export const isWriting = async (person: Person, deps: Pick<LineDeps, 'drafts' | 'clock'>): Promise<boolean> =>
  (await beingWritten(person, deps)) !== null;

/** The unsent draft that the person's latest line went into, a few minutes ago at most. */
export const beingWritten = async (
  person: Person,
  { drafts, clock }: Pick<LineDeps, 'drafts' | 'clock'>,
): Promise<Draft | null> => {
  const latest = await drafts.taking(person._id);
  return latest !== null && isOpen(latest) && isRecent(latest, clock()) ? latest : null;
};

/** What was begun where nobody else could read it is never joined by what others could: it could not go anonymously. */
const mayShare = ({ openly }: TypedLine, draft: Draft): boolean => !openly || draft.openly;

const isOpen = ({ state }: Draft): boolean => state === 'open' || state === 'changing';

const isRecent = ({ at }: Draft, now: Date): boolean =>
  Math.abs(now.getTime() - at.getTime()) <= BURST_MINUTES * MINUTE;

const joins = (line: TypedLine, draft: Draft, now: Date): boolean =>
  isOpen(draft) && isRecent(draft, now) && mayShare(line, draft) && isAboutSame(line, draft);

/** A line that answers another case than the draft does, or an offer that is gone, is a thought of its own. */
const isAboutSame = ({ answers, offer }: TypedLine, draft: Draft): boolean => {
  const standing = offerOf(draft);
  if (standing !== null) return offer === standing;
  return answers === undefined || answers === draft.answers;
};

const MAX_READ = 20;

/** Whether a colleague has written since the draft's latest line: what is typed now may be the answer. */
const wasWrittenTo = async ({ _id }: Person, { at }: Draft, { cases }: Pick<LineDeps, 'cases'>): Promise<boolean> =>
  (await cases.inTalk(_id, MAX_READ)).some(
    ({ wordAt, turnOf, asker, agent }) => wordAt > at && _id === (turnOf === 'asker' ? asker : agent),
  );

const join = async ({ person, heard, text, found }: TypedLine, draft: Draft, deps: LineDeps): Promise<Kept | null> => {
  const now = deps.clock();
  const joined = joinLines([...draft.lines, { heard, text, at: now, rev: draft.rev + 1 }], maskFor(person, deps));
  if (joined.text.length > MAX_TEXT_LENGTH) return 'full';
  const nth = draft.previews + 1;
  const set = {
    ...(await withText(draft, { ...joined, found: [...found, ...joined.found] }, deps)),
    // A form that was opened without words asks for them; these are they.
    ...(draft.text === '' ? { state: 'open' as const } : {}),
    at: now,
    ...draftTimes(now, deps.time),
    previews: nth,
  };
  const change = { set, owes: [preview(draft, nth, now)] };
  return (await deps.drafts.change(draft._id, draft.rev, change, heard)) ? 'kept' : null;
};

/** The change that gives a draft new lines, and with them its text and what is guessed from it. */
export const withText = async (
  draft: Draft,
  { lines, text, found }: JoinedLines,
  deps: Pick<DraftDeps, 'classifyWithHelp'>,
): Promise<DraftChange['set']> => ({
  lines,
  text,
  found: [...new Set([...draft.found, ...found])],
  ...(await aboutText(text, draft, deps)),
});
