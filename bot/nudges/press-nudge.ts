import type { Changed } from '../cases/change-case.ts';
import { MOST_CHARACTERS } from '../cases/transition.ts';
import type { Command, NudgeVerb } from '../commands.ts';
import { draftFrom } from '../conversation/draft-from.ts';
import type { NudgeId } from '../ids.ts';
import { deliveryId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import type { Person } from '../people/person.ts';
import type { NudgeChange } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { anotherFor } from './compose-nudge.ts';
import type { NudgeRecord, Reaction } from './nudge-record.ts';

const TRIES = 8;

/** What somebody does with the weekly principle; once, and their card says so. @throws Refusal */
export const pressNudge = async (
  command: Command<NudgeVerb>,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  const changed = await changeNudge(command.nudge, person, receipt, needs, (record) =>
    changeBy(command, record, person, needs),
  );
  if (command.verb === 'nudge-spar') {
    const { principle } = await nudgeOf(command.nudge, person, needs);
    await draftFrom({ id: `d${receipt}`, person, text: '', found: [], follows: null, principle }, needs);
  }
  return changed;
};

/** Changes a nudge of this person, once for each receipt, and has its card follow. @throws Refusal */
export const changeNudge = async (
  id: NudgeId,
  person: Person,
  receipt: string,
  needs: Needs,
  by: (record: NudgeRecord) => Promise<NudgeChange> | NudgeChange,
): Promise<Changed> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const record = await nudgeOf(id, person, needs);
    const repeated = record.receipts.includes(receipt);
    const rev = repeated ? record.rev : record.rev + 1;
    if (!repeated && !(await needs.nudges.change(id, record.rev, await by(record), receipt))) continue;
    // Also after a repeat: the process that took the press may have died before this.
    await needs.outbox.add([
      {
        id: deliveryId(`${id}.${rev}`),
        to: person._id,
        manner: 'quiet',
        notBefore: needs.clock(),
        say: { kind: 'nudge', nudge: id },
      },
    ]);
    return repeated ? 'repeated' : 'done';
  }
  throw new Error(`nudge ${id} changed ${TRIES} times while it was written`);
};

const nudgeOf = async (id: NudgeId, person: Person, { nudges }: Needs): Promise<NudgeRecord> => {
  const record = await nudges.get(id);
  if (record === null || record.person !== person._id) throw new Refusal('no-such-nudge');
  return record;
};

const changeBy = async (
  command: Command<NudgeVerb>,
  record: NudgeRecord,
  person: Person,
  needs: Needs,
): Promise<NudgeChange> => {
  const reacts = (kind: Reaction['kind'], more: Partial<Reaction> = {}): Reaction => ({
    kind,
    at: needs.clock(),
    text: null,
    answer: null,
    ...more,
  });
  switch (command.verb) {
    case 'nudge-will-try':
      return { set: {}, reactions: [reacts('will-try')] };
    case 'nudge-tried':
      if ((command.text?.length ?? 0) > MOST_CHARACTERS) throw new Refusal('too-long');
      return { set: {}, reactions: [reacts('tried', { text: command.text || null })] };
    case 'nudge-spar':
      return { set: {}, reactions: [reacts('spar')] };
    case 'answer-quarterly':
      return { set: {}, reactions: [reacts('answered', { answer: command.when })] };
    case 'nudge-another': {
      const had = (await needs.nudges.of([person._id]))
        .filter(({ _id, sent }) => _id !== record._id && sent !== null)
        .flatMap(({ text, before }) => [...before, ...(text === null ? [] : [text])]);
      const text = record.text === null ? null : anotherFor(record, person, needs, had);
      if (text === null || record.text === null) throw new Refusal('no-other-nudge');
      return { set: { text, before: [...record.before, record.text] }, reactions: [reacts('another')] };
    }
  }
};
