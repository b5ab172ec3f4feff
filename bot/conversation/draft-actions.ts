import { type Changed, changeCase, circumstances, noteOffers } from '../cases/change-case.ts';
import { type Draft, hasEnded } from '../cases/draft.ts';
import { openCase } from '../cases/open-case.ts';
import { MOST_CHARACTERS } from '../cases/transition.ts';
import type { Command } from '../commands.ts';
import { type DeliveryId, deliveryId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import type { Owed } from '../owed.ts';
import type { Person } from '../people/person.ts';
import type { DraftChange } from '../ports.ts';
import { Refusal } from '../refusal.ts';

type DraftCommand = Command<'submit-dilemma' | 'change-draft' | 'discard-draft' | 'send-to-case'>;

/** Does what the writer of a draft asks. Nobody else has it, so nobody else finds it. @throws Refusal */
export const pressDraft = async (
  command: DraftCommand,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  const draft = await needs.drafts.get(command.draft);
  if (draft === null || draft.person !== person._id) throw new Refusal('not-found');
  if (draft.receipts.includes(receipt)) return 'repeated';
  if (draft.state === 'used') return afterUse(command, draft, needs);
  if (draft.state === 'discarded') {
    if (command.verb === 'discard-draft') return 'repeated';
    throw new Refusal('draft-discarded');
  }
  if (hasEnded(draft, needs.clock())) {
    await keep(draft, { set: { state: 'ended', text: '' }, owes: [] }, receipt, needs);
    throw new Refusal('draft-ended');
  }
  switch (command.verb) {
    case 'change-draft':
      return keep(draft, { set: { state: 'changing' }, owes: [] }, receipt, needs);
    case 'discard-draft':
      return keep(draft, { set: { state: 'discarded', text: '' }, owes: [] }, receipt, needs);
    case 'submit-dilemma':
      return submit(command, draft, person, receipt, needs);
    case 'send-to-case':
      return sendTo(command, draft, person, receipt, needs);
  }
};

/** The draft is gone. The same Send again was a double press; anything else comes too late. */
const afterUse = async (command: DraftCommand, draft: Draft, { cases }: Needs): Promise<Changed> => {
  const sent = command.verb === 'submit-dilemma' ? await cases.get(draft._id) : null;
  if (sent !== null && command.verb === 'submit-dilemma' && sent.anonymous === (command.anonymous === 'yes'))
    return 'repeated';
  throw new Refusal('draft-used');
};

const submit = async (
  command: Command<'submit-dilemma'>,
  draft: Draft,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  const text = command.text ?? draft.text;
  if (!text) throw new Refusal('empty-text');
  if (text.length > MOST_CHARACTERS) throw new Refusal('too-long');
  const { principles, topics } = needs.classify(text);
  const rewritten = text !== draft.text;
  const sent = {
    text,
    anonymous: command.anonymous,
    today: command.today,
    principle: command.principle ?? (rewritten ? principles[0]?.id : undefined) ?? draft.principle,
    topic: command.topic ?? (rewritten ? topics[0]?.id : undefined) ?? draft.topic,
  };
  const at = await circumstances({ asker: person._id }, person._id, needs);
  const opened = openCase(draft, person, sent, await needs.cases.nextNumber(), at);
  // The case has the draft's id: of two presses at once one opens it, and a press after a crash finds it opened.
  const isNew = await needs.cases.add(opened);
  if (isNew) await noteOffers(0, { set: opened }, needs);
  const inLog = isNew ? opened : await needs.cases.get(draft._id);
  await keep(
    draft,
    { set: { state: 'used', text: '', usedFor: inLog?.number ?? null }, owes: [] },
    receipt,
    needs,
    false,
  );
  return isNew ? 'done' : 'repeated';
};

const sendTo = async (
  command: Command<'send-to-case'>,
  draft: Draft,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  const receiptOnCase = `draft:${draft._id}`;
  await changeCase({ verb: 'reply', case: command.case, text: draft.text }, person, receiptOnCase, needs);
  const c = await needs.cases.get(command.case);
  return keep(draft, { set: { state: 'used', text: '', usedFor: c?.number ?? null }, owes: [] }, receipt, needs);
};

/** One conditional write of the draft; its card in the chat follows. */
const keep = async (
  draft: Draft,
  change: DraftChange,
  receipt: string,
  { drafts, clock }: Needs,
  show = true,
): Promise<Changed> => {
  const id: DeliveryId = deliveryId(`${draft._id}.draft.${draft.rev + 1}`);
  const card: Owed = {
    id,
    to: draft.person,
    manner: 'quiet',
    notBefore: clock(),
    say: { kind: 'draft', draft: draft._id },
  };
  const kept = await drafts.change(draft._id, draft.rev, { ...change, owes: show ? [card] : [] }, receipt);
  return kept ? 'done' : 'repeated';
};
