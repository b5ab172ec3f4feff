import { type Carrier, carrierOf } from '../cases/carry-words.ts';
import type { Case } from '../cases/case.ts';
import { changeCase } from '../cases/change-case.ts';
import type { CaseCommand } from '../cases/command.ts';
import type { Part } from '../cases/part.ts';
import { partOfNow } from '../cases/part-of-now.ts';
import type { CaseId } from '../ids.ts';
import { wordsInOfferId } from '../messages/ids.ts';
import { answer } from '../messages/owed.ts';
import type { Changed } from '../presses/once.ts';
import { written } from '../privacy/free-text.ts';
import { Refusal } from '../refusal.ts';
import type { DraftCommand } from './command.ts';
import { type Draft, EMPTIED } from './draft.ts';
import { ownCardUpdate, showingOffer } from './in-offer.ts';
import { keep, type PressDeps, type Pressing } from './keep-change.ts';

/** Gives the words to whom the writer talks with; or puts them in the field of an offer that they may answer. */
export const sendTo = async (command: DraftCommand<'send-to-case'>, pressing: Pressing): Promise<Changed | null> => {
  const { draft, person, deps } = pressing;
  const c = await deps.cases.get(command.case);
  const part = c === null ? 'stranger' : await partOfNow(c, person, deps);
  if (c === null || part === 'stranger' || part === 'introduced') throw new Refusal('not-found');
  if (isAsked(part)) return answerOffer(c._id, pressing);
  if (draft.openly && part === 'asker' && c.anonymous) throw new Refusal('said-openly');
  try {
    await changeCase(carrying(draft, c, part, deps), person, `draft:${draft._id}`, deps);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too-late') throw error;
    // The case was closed too long ago: the draft stays a draft and mentions the case.
    return keep({ follows: c.number }, pressing);
  }
  const after = await deps.cases.get(c._id);
  const turn = after === null ? -1 : turnOf(after, draft);
  const sentTo = turn === -1 ? {} : { sentTo: { case: c._id, turn } };
  return keep({ state: 'used', ...EMPTIED, usedFor: c.number, ...sentTo }, pressing);
};

/** Those whose card has a field of its own for the words. */
const ASKED = ['offered', 'listed', 'handed', 'invited', 'co-agent'] as const satisfies readonly Part[];
type Asked = (typeof ASKED)[number];
const isAsked = (part: Part): part is Asked => ASKED.some((one) => one === part);

const carrying = (
  { text }: Draft,
  c: Case,
  part: Exclude<Part, Asked | 'stranger' | 'introduced'>,
  { clock }: Pick<PressDeps, 'clock'>,
): CaseCommand<Carrier> => {
  const verb = part === 'asker' || part === 'agent' ? carrierOf({ case: c, part }, text, clock()) : 'reply';
  return verb === 'accept-talk' ? { verb, case: c._id } : { verb, case: c._id, text: written(text) };
};

/** Where the words of a draft stand in the case, also when the yes that they were carries none. */
const turnOf = (c: Case, { person, text }: Draft): number =>
  c.turns.findLastIndex((turn) => turn.who === person && (turn.text === text || turn.kind === 'talk-accepted'));

/** Shows the offer once more, with the words in its field: only the offer's own button takes the case. */
const answerOffer = async (offer: CaseId, { draft, person, receipt, deps }: Pressing): Promise<Changed | null> => {
  const now = deps.clock();
  const shown = answer(wordsInOfferId(draft._id, draft.rev + 1), person._id, showingOffer(offer), now);
  const change = {
    set: { answers: offer, inOffer: true, isNew: false },
    owes: [ownCardUpdate(draft, now), shown],
  };
  return (await deps.drafts.change(draft._id, draft.rev, change, receipt)) ? 'done' : null;
};
