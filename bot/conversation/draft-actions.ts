import type { Case } from '../cases/case.ts';
import { type Changed, changeCase, circumstances, noteOffers } from '../cases/change-case.ts';
import { type Draft, hasEnded } from '../cases/draft.ts';
import { openCase } from '../cases/open-case.ts';
import { MOST_CHARACTERS } from '../cases/transition.ts';
import type { Command } from '../commands.ts';
import { deliveryId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import type { Owed } from '../owed.ts';
import type { Person } from '../people/person.ts';
import type { DraftChange } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { inTurn } from '../routing/in-turn.ts';

type DraftCommand = Command<'submit-dilemma' | 'change-draft' | 'discard-draft' | 'send-to-case'>;
type Pressing = { draft: Draft; person: Person; receipt: string; needs: Needs };

const TRIES = 8;

/** Does what the writer of a draft asks. Nobody else has it, so nobody else finds it. @throws Refusal */
export const pressDraft = async (
  command: DraftCommand,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const draft = await needs.drafts.get(command.draft);
    if (draft === null || draft.person !== person._id) throw new Refusal('not-found');
    if (draft.receipts.includes(receipt)) return 'repeated';
    const pressed = await pressNow(command, { draft, person, receipt, needs });
    if (pressed !== 'moved-on') return pressed;
  }
  throw new Error(`draft ${command.draft} changed ${TRIES} times while it was written`);
};

/** `moved-on`: somebody pressed something else on it at the same moment, so it must be looked at anew. */
const pressNow = async (command: DraftCommand, pressing: Pressing): Promise<Changed | 'moved-on'> => {
  const { draft, needs } = pressing;
  // A process that died after opening the case left the draft open; the case tells.
  const sent = await needs.cases.get(draft._id);
  if (sent !== null) {
    if (draft.state !== 'used') await note(sent.number, pressing);
    return afterSending(command, sent);
  }
  if (draft.state === 'used' || (draft.state === 'sending' && command.verb !== 'submit-dilemma')) {
    throw new Refusal('draft-used');
  }
  if (draft.state === 'discarded') {
    if (command.verb === 'discard-draft') return 'repeated';
    throw new Refusal('draft-discarded');
  }
  if (hasEnded(draft, needs.clock())) {
    await keep({ state: 'ended', text: '' }, pressing);
    throw new Refusal('draft-ended');
  }
  switch (command.verb) {
    case 'change-draft':
      return keep({ state: 'changing' }, pressing);
    case 'discard-draft':
      return keep({ state: 'discarded', text: '' }, pressing);
    case 'submit-dilemma':
      return submit(command, pressing);
    case 'send-to-case':
      return sendTo(command, pressing);
  }
};

/** The same Send again was a double press. Anything else comes too late, and is said to. */
const afterSending = (command: DraftCommand, sent: Case): Changed => {
  if (command.verb !== 'submit-dilemma') throw new Refusal('draft-used');
  const same =
    sent.anonymous === (command.anonymous === 'yes') &&
    (command.text === undefined || command.text === sent.text) &&
    (command.principle === undefined || command.principle === sent.principle) &&
    (command.topic === undefined || command.topic === sent.topic);
  if (!same) throw new Refusal('draft-used');
  return 'repeated';
};

const submit = async (command: Command<'submit-dilemma'>, pressing: Pressing): Promise<Changed | 'moved-on'> => {
  const { draft, person, needs } = pressing;
  const text = command.text ?? draft.text;
  if (!text) throw new Refusal('empty-text');
  if (text.length > MOST_CHARACTERS) throw new Refusal('too-long');
  if (draft.openly && command.anonymous === 'yes') throw new Refusal('said-openly');
  const { principles, topics } = needs.classify(text);
  const rewritten = text !== draft.text;
  const sent = {
    text,
    anonymous: command.anonymous,
    today: command.today,
    principle: command.principle ?? (rewritten ? principles[0]?.id : undefined) ?? draft.principle,
    topic: command.topic ?? (rewritten ? topics[0]?.id : undefined) ?? draft.topic,
    asksUnit: person.unit === null && (await isFirst(person, needs)),
  };
  // From here on it cannot be thrown away or sent elsewhere, also if this process dies before the case is opened.
  const sending = { set: { state: 'sending' as const }, owes: [] };
  if (draft.state !== 'sending' && !(await needs.drafts.change(draft._id, draft.rev, sending, null))) return 'moved-on';
  const number = await needs.cases.nextNumber();
  // The case has the draft's id: of two presses at once one opens it, and a press after a crash finds it opened.
  const opened = await inTurn(needs, async () => {
    const one = openCase(draft, person, sent, number, await circumstances({ asker: person._id }, person._id, needs));
    return (await needs.cases.add(one)) ? one : null;
  });
  if (opened === null) {
    if ((await needs.cases.get(draft._id)) === null) throw new Error(`number ${number} is another case's`);
    return 'moved-on';
  }
  await noteOffers(0, { set: opened }, needs);
  const rev = draft.state === 'sending' ? draft.rev : draft.rev + 1;
  await note(number, { ...pressing, draft: { ...draft, rev } });
  return 'done';
};

/** Notes on the draft that it has become a case, and forgets its text, which the case has. */
const note = async (number: number, { draft, receipt, needs }: Pressing): Promise<void> => {
  const used = { set: { state: 'used' as const, text: '', usedFor: number }, owes: [] };
  await needs.drafts.change(draft._id, draft.rev, used, receipt);
};

const isFirst = async (person: Person, { cases }: Needs): Promise<boolean> =>
  !(await cases.of(person._id, 20)).some((c) => c.asker === person._id);

const sendTo = async (command: Command<'send-to-case'>, pressing: Pressing): Promise<Changed | 'moved-on'> => {
  const { draft, person, needs } = pressing;
  const number = async () => (await needs.cases.get(command.case))?.number ?? null;
  try {
    const reply = { verb: 'reply' as const, case: command.case, text: draft.text };
    await changeCase(reply, person, `draft:${draft._id}`, needs);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too-late') throw error;
    // The case was closed too long ago: the draft stays one, and names it.
    return keep({ follows: await number() }, pressing);
  }
  return keep({ state: 'used', text: '', usedFor: await number() }, pressing);
};

/** One conditional write of the draft; its card in the chat follows. */
const keep = async (set: DraftChange['set'], { draft, receipt, needs }: Pressing): Promise<Changed | 'moved-on'> => {
  const card: Owed = {
    id: deliveryId(`${draft._id}.draft.${draft.rev + 1}`),
    to: draft.person,
    manner: 'quiet',
    notBefore: needs.clock(),
    say: { kind: 'draft', draft: draft._id },
  };
  return (await needs.drafts.change(draft._id, draft.rev, { set, owes: [card] }, receipt)) ? 'done' : 'moved-on';
};
