import { carrierOf } from '../cases/carry-words.ts';
import type { Case } from '../cases/case.ts';
import type { OpenTalk } from '../cases/open-talks.ts';
import { partOfNow } from '../cases/part-of-now.ts';
import { whomTo } from '../cases/whom-to.ts';
import type { Deps } from '../deps.ts';
import { keepDraft } from '../drafts/keep-draft.ts';
import { pressDraft } from '../drafts/press-draft.ts';
import { fingerprint } from '../fingerprint.ts';
import { type CaseId, caseId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import { isYes } from '../talk/short-answers.ts';
import { answeredBy } from './answered-by.ts';
import type { Typed } from './heard.ts';

/**
 * Whom words may belong to. `answers`: the case whose card they answer. `follows`: the number of a case that they answer
 * although it was closed too long ago.
 */
export type Hearers = {
  talks: OpenTalk[];
  offers: Case[];
  answers: CaseId | undefined;
  follows: number | null;
};

export const NOBODY: Hearers = { talks: [], offers: [], answers: undefined, follows: null };

/** Whom the words of a message may belong to (docs/rules.md, "Writing to a colleague"). */
export const hearersOf = async (heard: Typed, text: Masked, deps: Deps): Promise<Hearers> => {
  const { from: person, team, inReplyTo } = heard;
  const answered = inReplyTo === undefined ? null : await answeredBy(inReplyTo, person, deps);
  const words = { text, openly: team !== undefined, answers: answered?._id };
  const found = await whomTo(words, person, deps);
  const all = [...found.talks.map(({ case: c }) => c), ...found.offers];
  if (answered === null) return { ...found, answers: undefined, follows: null };
  if (all.some(({ _id }) => _id === answered._id)) return { ...found, answers: answered._id, follows: null };
  const ownAndOver = answered.state === 'closed' && (await partOfNow(answered, person, deps)) === 'asker';
  return ownAndOver ? { ...NOBODY, follows: answered.number } : { ...found, answers: undefined, follows: null };
};

/**
 * Keeps the words, and asks whether they belong to whom their writer talks with. A bare yes to the one talk that waits
 * for it needs no question.
 */
export const goOn = async (heard: Typed, text: Masked, to: Hearers, deps: Deps): Promise<void> => {
  const [offer, ...otherOffers] = to.offers;
  const inField = to.talks.length === 0 && otherOffers.length === 0 ? offer?._id : undefined;
  const draft = draftOf(heard, text);
  await keepDraft({ ...draft, follows: null, answers: to.answers, offer: inField }, deps);
  const agreed = agreedTo(text, to.talks, deps.clock());
  if (agreed === null) return;
  const command = { verb: 'send-to-case' as const, draft: caseId(draft.id), case: agreed._id };
  try {
    await pressDraft(command, heard.from, `heard.${draft.id}`, deps);
  } catch (error) {
    // Somebody was faster: the card says what is true now, and asks.
    if (!(error instanceof Refusal)) throw error;
  }
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

export const draftOf = ({ id, from, found, team }: Typed, text: Masked) => ({
  id: `d${fingerprint('heard', id)}`,
  person: from,
  text,
  found,
  openly: team !== undefined,
});
