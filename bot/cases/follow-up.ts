import { WEEK } from '../time/units.ts';
import type { FollowUp } from './answer.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { followUpDue } from './follow-up-due.ts';
import { type Circumstances, type Move, pingAll, updateAll } from './move.ts';
import { addTurn } from './talking.ts';

/** Asks how it went. Null when it is not time yet, or was done. Passes silently over a question two weeks overdue. */
export const askFollowUp = (
  c: Case,
  context: Circumstances,
): { did: 'followed-up' | 'passed-over'; move: Move } | null => {
  const due = followUpDue(c, context.time);
  if (due === null || due > context.now) return null;
  if (context.now.getTime() - due.getTime() > 2 * WEEK) {
    const followUp = { askedAt: null, step: null, kept: null, saidAt: null };
    return { did: 'passed-over', move: { set: { followUp }, events: [{ kind: 'follow-up-passed' }], tell: [] } };
  }
  if (!context.time.isOpen(context.now)) return null;
  const trial = c.answer?.trial ?? null;
  const step = trial === null && c.step?.state === 'accepted' ? { text: c.step.text, date: c.step.date } : null;
  const about = trial === null ? { step } : { step, trial: { text: trial.text, until: trial.until } };
  return {
    did: 'followed-up',
    move: {
      set: { followUp: { askedAt: context.now, ...about, kept: null, saidAt: null } },
      events: [{ kind: 'follow-up-asked' }],
      tell: pingAll([c.asker], 'follow-up'),
    },
  };
};

/**
 * The choice only updates cards. What the asker learned is written by a human, so it pings the agent. What becomes of a
 * trial is theirs to say, too.
 */
export const answerFollowUp = (
  c: Case,
  { kept, text, next: wished, story: told }: MeasuredCommand<'follow-up'>,
  { now }: Circumstances,
): Move => {
  const next = c.followUp?.trial === undefined || wished === undefined ? {} : { next: wished };
  const story = told === undefined ? {} : { story: told };
  if (c.followUp === null || isRepeat(c, { kept, ...next, ...story }, text)) return { set: {}, events: [], tell: [] };
  const set = { followUp: { ...c.followUp, kept, ...next, ...story, saidAt: now } };
  const events: Move['events'] = [{ kind: 'followed-up', kept, ...next }];
  if (text) return { ...addTurn(c, c.asker, 'learned', text, 'followed-up'), events, set };
  return { set, events, tell: updateAll([c.asker, c.agent]) };
};

/** The same answer again, from a card that has changed in the meantime. */
const isRepeat = (c: Case, said: Pick<FollowUp, 'kept' | 'next' | 'story'>, text: string | undefined): boolean =>
  c.followUp?.kept === said.kept &&
  (said.next === undefined || said.next === c.followUp.next) &&
  (said.story === undefined || said.story === c.followUp.story) &&
  (!text || c.turns.findLast(({ kind }) => kind === 'learned')?.text === text);
