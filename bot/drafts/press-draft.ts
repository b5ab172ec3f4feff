import type { Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { afterSending } from './after-sending.ts';
import type { DraftCommand } from './command.ts';
import { type Draft, EMPTIED, hasEnded } from './draft.ts';
import { offerOf, offerUpdate, ownCardUpdate } from './in-offer.ts';
import { keep, markUsed, type PressDeps, type Pressing } from './keep-change.ts';
import { preview } from './keep-draft.ts';
import { meetTeller, settleMeeting } from './meet-teller.ts';
import type { DraftChange } from './port.ts';
import { sendTo } from './send-to-case.ts';
import { storyHelped } from './story-helped.ts';
import { submit } from './submit.ts';
import { writerOf } from './writer-of.ts';

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
      // A process that died before it asked the teller left that to the press that is repeated.
      if (draft.state === 'asking') await settleMeeting(draft, deps);
      return isUndone(command, draft) ? 'undone' : 'repeated';
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
    return afterSending(command, sent, writerOf(draft, pressing.person), deps);
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
  if (draft.state === 'met' || draft.state === 'helped') throw new Refusal('draft-used');
  if (draft.state === 'asking') {
    if (command.verb !== 'meet-teller' || draft.meets?.story !== command.story) throw new Refusal('draft-used');
    await settleMeeting(draft, deps);
    return 'repeated';
  }
  switch (command.verb) {
    case 'story-helped':
      return storyHelped(command, pressing);
    case 'meet-teller':
      return meetTeller(command, pressing);
    case 'change-draft':
      return keep({ state: 'changing' }, pressing);
    case 'discard-draft':
      return keep({ state: 'discarded', ...EMPTIED }, pressing);
    case 'name-principle':
      return namePrinciple(command, pressing);
    case 'submit-dilemma':
      return submit(command, pressing);
    case 'send-to-case':
      return sendTo(command, pressing);
    case 'new-dilemma':
      return draft.isNew ? 'repeated' : makeNew(pressing);
  }
};

/** Whether the effect of a handled press is gone, though nothing was sent. */
const isUndone = (command: DraftCommand, draft: Draft): boolean =>
  (command.verb === 'change-draft' && draft.state === 'open') ||
  (command.verb === 'meet-teller' && draft.state === 'open') ||
  (command.verb === 'name-principle' && draft.principle !== command.principle);

/** The writer says what it is mostly about: from here on that is certain, and no line changes it. */
const namePrinciple = ({ principle }: DraftCommand<'name-principle'>, pressing: Pressing): Promise<Changed | null> =>
  keep({ principle, labelled: { ...pressing.draft.labelled, principle: 'asker' } }, pressing);

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
