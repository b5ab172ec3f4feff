import { keepDraft } from '../drafts/keep-draft.ts';
import type { NudgeId } from '../ids.ts';
import { nudgeCardId } from '../messages/ids.ts';
import { update } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { NudgeCommand } from './command.ts';
import { anotherFor } from './compose-nudge.ts';
import type { NudgeDeps, SparDeps } from './deps.ts';
import { type NudgeRecord, type Reaction, textsShown } from './nudge-record.ts';
import type { NudgeChange } from './port.ts';

/** Applies a press on a nudge once per receipt, and updates the card. @throws Refusal */
export const pressNudge = async (
  command: NudgeCommand,
  person: Person,
  receipt: string,
  deps: SparDeps,
): Promise<Changed> => {
  const changed = await changeNudge(command.nudge, person, receipt, deps, (record) =>
    changeBy(command, record, person, deps),
  );
  if (changed === 'repeated' && (await isUndone(command, person, receipt, deps))) return 'undone';
  if (command.verb === 'nudge-spar') {
    const { principle } = await nudgeOf(command.nudge, person, deps);
    await keepDraft({ heard: receipt, person, text: NO_WORDS, found: [], follows: null, principle }, deps);
  }
  return changed;
};

/** Whether the draft of a press is gone, or the answer has been changed since. Everything else on a nudge stays. */
const isUndone = async (
  command: NudgeCommand,
  person: Person,
  receipt: string,
  deps: Pick<SparDeps, 'drafts' | 'nudges'>,
): Promise<boolean> => {
  switch (command.verb) {
    case 'nudge-spar': {
      const draft = await deps.drafts.byLine(person._id, receipt);
      return draft !== null && draft.state !== 'open' && draft.state !== 'changing';
    }
    case 'answer-quarterly': {
      const { reactions } = await nudgeOf(command.nudge, person, deps);
      return reactions.findLast(({ kind }) => kind === 'answered')?.answer !== command.when;
    }
    case 'nudge-will-try':
    case 'nudge-tried':
    case 'nudge-another':
      return false;
  }
};

/** Changes this person's nudge once per receipt, and updates its card. @throws Refusal */
export const changeNudge = async (
  id: NudgeId,
  person: Person,
  receipt: string,
  deps: Pick<NudgeDeps, 'nudges' | 'outbox' | 'clock'>,
  by: (record: NudgeRecord) => Promise<NudgeChange> | NudgeChange,
): Promise<Changed> =>
  retryOnConflict(`nudge ${id}`, async () => {
    const record = await nudgeOf(id, person, deps);
    const repeated = record.receipts.includes(receipt);
    const rev = repeated ? record.rev : record.rev + 1;
    if (!repeated && !(await deps.nudges.change(id, record.rev, await by(record), receipt))) return null;
    // Also runs for a repeat: the process that handled the press may have died before this line.
    await deps.outbox.add([update(nudgeCardId(id, rev), person._id, { kind: 'nudge', nudge: id }, deps.clock())]);
    return repeated ? 'repeated' : 'done';
  });

const nudgeOf = async (id: NudgeId, person: Person, { nudges }: Pick<NudgeDeps, 'nudges'>): Promise<NudgeRecord> => {
  const record = await nudges.get(id);
  if (record === null || record.person !== person._id) throw new Refusal('no-such-nudge');
  return record;
};

const changeBy = async (
  command: NudgeCommand,
  record: NudgeRecord,
  person: Person,
  deps: Pick<NudgeDeps, 'nudges' | 'library' | 'fieldOf' | 'clock'>,
): Promise<NudgeChange> => {
  const reacts = (kind: Reaction['kind'], more: Partial<Reaction> = {}): Reaction => ({
    kind,
    at: deps.clock(),
    text: null,
    answer: null,
    ...more,
  });
  switch (command.verb) {
    case 'nudge-will-try':
      return { set: {}, reactions: [reacts('will-try')] };
    case 'nudge-tried':
      return { set: {}, reactions: [reacts('tried', { text: command.text?.measured() || null })] };
    case 'nudge-spar':
      return { set: {}, reactions: [reacts('spar')] };
    case 'answer-quarterly':
      return { set: {}, reactions: [reacts('answered', { answer: command.when })] };
    case 'nudge-another': {
      const had = (await deps.nudges.of([person._id]))
        .filter(({ _id, sent }) => _id !== record._id && sent !== null)
        .flatMap(textsShown);
      const text = record.text === null ? null : anotherFor(record, person, deps, had);
      if (text === null || record.text === null) throw new Refusal('no-other-nudge');
      return { set: { text, before: [...record.before, record.text] }, reactions: [reacts('another')] };
    }
  }
};
