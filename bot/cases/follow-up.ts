import type { Command } from '../commands.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { Case } from './case.ts';
import type { Circumstances, Move } from './move.ts';
import { word } from './talking.ts';

const DAY = 86_400_000;
const TWO_WEEKS = 14 * DAY;

/**
 * When the asker is asked how it went, once (design, section 2): as an accepted step's day opens, else two weeks after
 * closing. Null while, or when, it is not to be asked.
 */
export const followUpDue = (c: Case, time: Pick<WorkingTime, 'nextOpen' | 'at' | 'localDate'>): Date | null => {
  if (c.followUp !== null || !(c.state === 'answered' || c.state === 'closed')) return null;
  const at = c.step?.state === 'accepted' ? dayOfStep(c, c.step.date, time) : afterClosing(c);
  return at === null ? null : time.nextOpen(at);
};

const afterClosing = ({ closedAt }: Case): Date | null =>
  closedAt === null ? null : new Date(closedAt.getTime() + TWO_WEEKS);

/** Nobody is asked right after they said yes to a step, nor while the case goes on past its date. */
const dayOfStep = (c: Case, date: string, time: Pick<WorkingTime, 'at' | 'localDate'>): Date => {
  const yes = c.events.findLast(({ kind }) => kind === 'step-accepted' || kind === 'step-moved')?.at ?? null;
  const yesOn = yes === null ? '' : time.localDate(yes);
  const day =
    yes === null || yesOn < date
      ? time.at(date, '00:00')
      : new Date(yes.getTime() + (yesOn === date ? DAY : TWO_WEEKS));
  return c.closedAt !== null && c.closedAt > day ? c.closedAt : day;
};

/** Null: not yet, or never again. What is overdue by more than two weeks is passed over without a word. */
export const askHowItWent = (c: Case, at: Circumstances): { did: 'followed-up' | 'passed-over'; move: Move } | null => {
  const due = followUpDue(c, at.time);
  if (due === null || due > at.now) return null;
  if (at.now.getTime() - due.getTime() > TWO_WEEKS) {
    const followUp = { askedAt: null, step: null, kept: null, saidAt: null };
    return { did: 'passed-over', move: { set: { followUp }, events: [{ kind: 'follow-up-passed' }], tell: [] } };
  }
  if (!at.time.isOpen(at.now)) return null;
  const step = c.step?.state === 'accepted' ? { text: c.step.text, date: c.step.date } : null;
  return {
    did: 'followed-up',
    move: {
      set: { followUp: { askedAt: at.now, step, kept: null, saidAt: null } },
      events: [{ kind: 'follow-up-asked' }],
      tell: [{ to: c.asker, manner: 'ping' }],
    },
  };
};

/** What was chosen updates cards; what was learned is a human word and is brought to the agent, as with a rating. */
export const sayHowItWent = (c: Case, { kept, text }: Command<'follow-up'>, { now }: Circumstances): Move => {
  if (c.followUp === null || isSaid(c, kept, text)) return { set: {}, events: [], tell: [] };
  const set = { followUp: { ...c.followUp, kept, saidAt: now } };
  const events: Move['events'] = [{ kind: 'followed-up', kept }];
  if (text) return { ...word(c, c.asker, 'learned', text, 'followed-up'), events, set: { ...set, turnOf: c.turnOf } };
  const both = [c.asker, ...(c.agent === null ? [] : [c.agent])];
  return { set, events, tell: both.map((to) => ({ to, manner: 'quiet' })) };
};

/** The same once more, from a card that has changed meanwhile. */
const isSaid = (c: Case, kept: string, text: string | undefined): boolean =>
  c.followUp?.kept === kept && (!text || c.turns.findLast(({ kind }) => kind === 'learned')?.text === text);
