import { type Carrier, carrierOf } from '../cases/carry-words.ts';
import type { Case } from '../cases/case.ts';
import { changeCase, circumstances, endErasedCase, noteOffers, type TransitionDeps } from '../cases/change-case.ts';
import type { CaseCommand } from '../cases/command.ts';
import { isBeingErased } from '../cases/end-for-erasure.ts';
import { isAskedInVain } from '../cases/look-before-offer.ts';
import { runExclusive } from '../cases/mutex.ts';
import { partOfNow } from '../cases/part-of-now.ts';
import type { Part } from '../cases/rules.ts';
import type { CaseId } from '../ids.ts';
import { wordsInOfferId } from '../messages/ids.ts';
import { answer } from '../messages/owed.ts';
import { maskFor } from '../people/mask-for.ts';
import type { Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import { written } from '../privacy/free-text.ts';
import type { Masked } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { afterSending, textToSend } from './after-sending.ts';
import type { DraftCommand } from './command.ts';
import type { DraftDeps } from './deps.ts';
import { type Draft, EMPTIED, hasEnded } from './draft.ts';
import { draftUpdate, offerOf, offerUpdate, ownCardUpdate, showingOffer } from './in-offer.ts';
import { preview } from './keep-draft.ts';
import { joinLines } from './lines.ts';
import { agentsLeftOut } from './not-to.ts';
import { openCase } from './open-case.ts';
import type { DraftChange } from './port.ts';

type PressDeps = TransitionDeps & Pick<DraftDeps, 'drafts' | 'classify' | 'publicNumbers'>;
/** `seen`: the revision of the card that was pressed, if it is known. */
type Pressing = { draft: Draft; person: Person; receipt: string; seen: number | undefined; deps: PressDeps };

/** Applies a command of a draft's writer; for anybody else the draft does not exist. @throws Refusal */
export const pressDraft = async (
  command: DraftCommand,
  person: Person,
  { receipt, rev: seen }: { receipt: string; rev: number | undefined },
  deps: PressDeps,
): Promise<Changed> =>
  retryOnConflict(`draft ${command.draft}`, async () => {
    const draft = await deps.drafts.get(command.draft);
    if (draft === null || draft.person !== person._id) throw new Refusal('not-found');
    if (draft.receipts.includes(receipt)) {
      return command.verb === 'change-draft' && draft.state === 'open' ? 'undone' : 'repeated';
    }
    return pressNow(command, { draft, person, receipt, seen, deps });
  });

/** Returns null when another write came first, so the draft must be read again. */
const pressNow = async (command: DraftCommand, pressing: Pressing): Promise<Changed | null> => {
  const { draft, deps } = pressing;
  // A process that crashed after opening the case left the draft open. The case shows that it was sent.
  const sent = await deps.cases.get(draft._id);
  if (sent !== null) {
    if (draft.state !== 'used') await markUsed(sent.number, pressing);
    return afterSending(command, sent, pressing.person, deps);
  }
  if (draft.state === 'used' || (draft.state === 'sending' && command.verb !== 'submit-dilemma')) {
    throw new Refusal('draft-used');
  }
  if (draft.state === 'discarded') {
    if (command.verb === 'discard-draft') return 'repeated';
    throw new Refusal('draft-discarded');
  }
  if (hasEnded(draft, deps.clock())) {
    await keep({ state: 'ended', ...EMPTIED }, pressing);
    throw new Refusal('draft-ended');
  }
  switch (command.verb) {
    case 'change-draft':
      return keep({ state: 'changing' }, pressing);
    case 'discard-draft':
      return keep({ state: 'discarded', ...EMPTIED }, pressing);
    case 'submit-dilemma':
      return submit(command, pressing);
    case 'send-to-case':
      return sendTo(command, pressing);
    case 'new-dilemma':
      return draft.isNew ? 'repeated' : makeNew(pressing);
  }
};

const submit = async (command: DraftCommand<'submit-dilemma'>, pressing: Pressing): Promise<Changed | null> => {
  const { draft, person, receipt, deps } = pressing;
  const own = wordsToSend(command, pressing);
  const text = textToSend(command, own, person);
  if (draft.openly && command.anonymous === 'yes') throw new Refusal('said-openly');
  const notTo = command.notTo === undefined ? [] : agentsLeftOut(command.notTo, await deps.people.agents());
  const { principles, topics } = deps.classify(text);
  const rewritten = own !== draft.text;
  const sent = {
    text,
    anonymous: command.anonymous,
    today: command.today,
    notTo,
    principle: command.principle ?? (rewritten ? principles[0]?.id : undefined) ?? draft.principle,
    topic: command.topic ?? (rewritten ? topics[0]?.id : undefined) ?? draft.topic,
    asksUnit: person.unit === null && (await isFirst(person, deps)),
  };
  // From here on the draft cannot be discarded or sent elsewhere, even if this process crashes before opening the case.
  const now = rewritten ? { text: own, lines: [{ heard: receipt, text: own, at: deps.clock() }] } : {};
  const sending = { set: { state: 'sending' as const, ...now }, owes: [] };
  if (draft.state !== 'sending' && !(await deps.drafts.change(draft._id, draft.rev, sending, null))) return null;
  const number = await deps.cases.nextNumber();
  // The case has the draft's id: of two simultaneous presses one opens it, and a press after a crash finds it opened.
  const opened = await runExclusive(deps, async () => {
    const open = async () =>
      openCase(draft, person, sent, number, await circumstances({ asker: person._id, notTo }, person._id, deps));
    let newCase = await open();
    while (await isAskedInVain(0, { set: newCase }, deps)) newCase = await open();
    return (await deps.cases.add(newCase)) ? newCase : null;
  });
  if (opened === null) return null;
  await noteOffers(0, { set: opened }, deps);
  // They said yes to being erased while the case was being opened.
  if (await isBeingErased(person._id, deps.people)) await endErasedCase(opened._id, deps);
  const rev = draft.state === 'sending' ? draft.rev : draft.rev + 1;
  await markUsed(number, { ...pressing, draft: { ...draft, rev } });
  return 'done';
};

/** What the form holds, and after it the lines that were typed in the chat since the form was drawn. @throws Refusal */
const wordsToSend = (command: DraftCommand<'submit-dilemma'>, { draft, person, seen, deps }: Pressing): Masked => {
  if (command.text === undefined) return written(draft.text).measured();
  const text = command.text.measured();
  const later = seen === undefined ? [] : draft.lines.filter(({ rev = 0 }) => rev > seen);
  if (text === '' || later.length === 0) return written(text).measured();
  const form = { heard: '', text, at: draft.at };
  return written(joinLines([form, ...later], maskFor(person, deps)).text).measured();
};

/** Marks the draft as used and erases its text, which the case now has. */
const markUsed = async (number: number, { draft, receipt, deps }: Pressing): Promise<void> => {
  const used = { set: { state: 'used' as const, ...EMPTIED, usedFor: number }, owes: [] };
  await deps.drafts.change(draft._id, draft.rev, used, receipt);
};

const MAX_READ = 20;

/** Whether the person has not asked any case yet. */
const isFirst = async (person: Person, { cases }: Pick<PressDeps, 'cases'>): Promise<boolean> =>
  !(await cases.of(person._id, MAX_READ)).some((c) => c.asker === person._id);

/** Gives the words to whom the writer talks with; or puts them in the field of an offer that they may answer. */
const sendTo = async (command: DraftCommand<'send-to-case'>, pressing: Pressing): Promise<Changed | null> => {
  const { draft, person, deps } = pressing;
  const c = await deps.cases.get(command.case);
  const part = c === null ? 'stranger' : await partOfNow(c, person, deps);
  if (c === null || part === 'stranger') throw new Refusal('not-found');
  if (part === 'offered' || part === 'listed') return answerOffer(c._id, pressing);
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

const carrying = (
  { text }: Draft,
  c: Case,
  part: Exclude<Part, 'stranger' | 'offered' | 'listed'>,
  { clock }: Pick<PressDeps, 'clock'>,
): CaseCommand<Carrier> => {
  const verb = part === 'past' ? 'reply' : carrierOf({ case: c, part }, text, clock());
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

/** The words are a dilemma after all. Those in the field of an offer get a card of their own. */
const makeNew = async ({ draft, receipt, deps }: Pressing): Promise<Changed | null> => {
  const now = deps.clock();
  const offer = offerOf(draft);
  const nth = draft.previews + 1;
  const change: DraftChange =
    offer === null
      ? { set: { isNew: true }, owes: [ownCardUpdate(draft, now)] }
      : {
          set: { isNew: true, inOffer: false, previews: nth },
          owes: [preview({ ...draft, inOffer: false }, nth, now), offerUpdate(offer, draft, now)],
        };
  return (await deps.drafts.change(draft._id, draft.rev, change, receipt)) ? 'done' : null;
};

/** Writes the draft conditionally and updates its card. Returns null when another write came first. */
const keep = async (set: DraftChange['set'], { draft, receipt, deps }: Pressing): Promise<Changed | null> => {
  const owes = [draftUpdate(draft, deps.clock())];
  return (await deps.drafts.change(draft._id, draft.rev, { set, owes }, receipt)) ? 'done' : null;
};
