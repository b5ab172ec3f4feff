import { circumstances, endErasedCase, noteOffers } from '../cases/change-case.ts';
import { isBeingErased } from '../cases/end-for-erasure.ts';
import { isAskedInVain } from '../cases/look-before-offer.ts';
import { runExclusive } from '../cases/mutex.ts';
import { maskFor } from '../people/mask-for.ts';
import type { Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import { written } from '../privacy/free-text.ts';
import type { Masked } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import { aboutSent } from './about-text.ts';
import { textToSend } from './after-sending.ts';
import type { DraftCommand } from './command.ts';
import { markUsed, type PressDeps, type Pressing } from './keep-change.ts';
import { joinLines } from './lines.ts';
import { agentsLeftOut } from './not-to.ts';
import { openCase } from './open-case.ts';
import { writerOf } from './writer-of.ts';

/** Opens the case that a draft becomes. Null when another write came first. @throws Refusal */
export const submit = async (command: DraftCommand<'submit-dilemma'>, pressing: Pressing): Promise<Changed | null> => {
  const { draft, person, receipt, deps } = pressing;
  const own = wordsToSend(command, pressing);
  const text = textToSend(command, own, writerOf(draft, person));
  if (draft.openly && command.anonymous === 'yes') throw new Refusal('said-openly');
  const notTo = command.notTo === undefined ? [] : agentsLeftOut(command.notTo, (await deps.roster.look()).people());
  const rewritten = own !== draft.text;
  const sent = {
    text,
    anonymous: command.anonymous,
    today: command.today,
    for: command.for ?? draft.for ?? 'me',
    notTo,
    ...(await aboutSent(command, draft, rewritten ? text : null, deps)),
    asksUnit: person.unit === null && (await isFirst(person, deps)),
  };
  // From here on the draft cannot be discarded or sent elsewhere, even if this process crashes before opening the case.
  const now = rewritten ? { text: own, lines: [{ heard: receipt, text: own, at: deps.clock() }] } : {};
  const sending = { set: { state: 'sending' as const, for: sent.for, ...now }, owes: [] };
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

const MAX_READ = 20;

/** Whether the person has not asked any case yet. */
const isFirst = async (person: Person, { cases }: Pick<PressDeps, 'cases'>): Promise<boolean> =>
  !(await cases.of(person._id, MAX_READ)).some((c) => c.asker === person._id);
