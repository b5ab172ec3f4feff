import { carrierOf } from '../cases/carry-words.ts';
import type { Case } from '../cases/case.ts';
import { type OpenTalk, openTalks } from '../cases/open-talks.ts';
import { partOfNow } from '../cases/part-of-now.ts';
import { type WhomDeps, whomTo } from '../cases/whom-to.ts';
import type { Deps } from '../deps.ts';
import type { PressDeps } from '../drafts/keep-change.ts';
import { type Beginning, type KeepDeps, keepDraft } from '../drafts/keep-draft.ts';
import { type Kept, keepLine, type LineDeps } from '../drafts/keep-line.ts';
import { pressDraft } from '../drafts/press-draft.ts';
import type { CaseId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { Masked } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import type { SealDeps } from '../seal.ts';
import { isYes } from '../talk/short-answers.ts';
import { type AnsweredDeps, answeredBy } from './answered-by.ts';
import { heardAs, type Typed } from './heard.ts';

/**
 * Whom words may belong to. `answers`: the case whose card they answer; `into`: the unsent draft whose card. `follows`:
 * the number of a case that they answer although it was closed too long ago.
 */
export type Hearers = {
  talks: OpenTalk[];
  offers: Case[];
  answers?: CaseId;
  into?: CaseId;
  follows: number | null;
};

export const NOBODY: Hearers = { talks: [], offers: [], follows: null };

/** Whether a colleague and this person are in the middle of a case: a few words may be for either, or for Sammen. */
export const isTalking = async (person: Person, deps: Pick<Deps, 'cases' | 'people' | 'clock'>): Promise<boolean> =>
  (await openTalks(person, deps)).some(({ case: { state } }) => state === 'active' || state === 'answered');

/** Whom the words of a message may belong to (docs/rules.md, "Writing to a colleague"). */
export const hearersOf = async (heard: Typed, text: Masked, deps: AnsweredDeps & WhomDeps): Promise<Hearers> => {
  const { from: person, team, inReplyTo } = heard;
  const answered = inReplyTo === undefined ? null : await answeredBy(inReplyTo, person, deps);
  const answeredCase = answered?.case ?? null;
  const words = { text, openly: team !== undefined, answers: answeredCase?._id };
  const found = await whomTo(words, person, deps);
  if (answered?.draft !== undefined) return { ...found, into: answered.draft, follows: null };
  if (answeredCase === null) return { ...found, follows: null };
  const all = [...found.talks.map(({ case: c }) => c), ...found.offers];
  if (all.some(({ _id }) => _id === answeredCase._id)) return { ...found, answers: answeredCase._id, follows: null };
  const ownAndOver = answeredCase.state === 'closed' && (await partOfNow(answeredCase, person, deps)) === 'asker';
  return ownAndOver ? { ...NOBODY, follows: answeredCase.number } : { ...found, follows: null };
};

type WordsDeps = LineDeps & KeepDeps & PressDeps & SealDeps;

/**
 * Keeps words as a draft, which asks whether they belong to whom their writer talks with. A bare yes to the one talk
 * that waits for it needs no question.
 */
export const keepWords = async (
  { id, from: person, found, team }: Typed,
  text: Masked,
  { talks, offers, answers, into, follows, fragment }: Hearers & { fragment: boolean },
  deps: WordsDeps,
): Promise<Kept> => {
  const heard = heardAs(id, deps);
  const [offer, ...otherOffers] = offers;
  const line = {
    heard,
    person,
    text,
    found,
    openly: team !== undefined,
    answers,
    offer: talks.length === 0 && otherOffers.length === 0 ? offer?._id : undefined,
  };
  const agreed = agreedTo(text, talks, deps.clock());
  if (agreed !== null) return agree(line, agreed, deps);
  // What answers an old case names it, so it stays apart from what was written before.
  if (follows === null) return keepLine({ ...line, into, fragment }, deps);
  if (fragment) return 'alone';
  await keepDraft({ ...line, follows }, deps);
  return 'kept';
};

const agree = async (line: Omit<Beginning, 'follows'>, { _id }: Case, deps: WordsDeps): Promise<Kept> => {
  const draft = await keepDraft({ ...line, answers: _id, follows: null }, deps);
  try {
    const yes = { verb: 'send-to-case' as const, draft, case: _id };
    await pressDraft(yes, line.person, { receipt: `agreed.${line.heard}`, rev: undefined }, deps);
  } catch (error) {
    // The talk is off, or it was answered elsewhere: the draft's card asks.
    if (!(error instanceof Refusal)) throw error;
  }
  return 'kept';
};

/** The case whose proposed talk this is the answer to; null when it could mean something else. */
const agreedTo = (text: Masked, talks: readonly OpenTalk[], now: Date): Case | null => {
  if (!isYes(text)) return null;
  const [waiting, ...others] = talks.filter((talk) => carrierOf(talk, text, now) === 'accept-talk');
  if (waiting === undefined || others.length > 0) return null;
  const { case: c } = waiting;
  const isNewest = talks.every(
    ({ case: other, part }) => other === c || heardAt(other, part) <= heardAt(c, waiting.part),
  );
  return isNewest ? c : null;
};

/** When the other side last wrote. */
const heardAt = (c: Case, part: OpenTalk['part']): number =>
  c.turns.findLast(({ by }) => by !== part)?.at.getTime() ?? 0;
