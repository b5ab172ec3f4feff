import { WEEK } from '../time/units.ts';
import type { Case } from './case.ts';
import type { CaseStep } from './command.ts';
import { followUpDue } from './follow-up-due.ts';
import { type Circumstances, type Move, tellAll } from './move.ts';
import { word } from './talking.ts';

/** Null: not yet, or never again. What is overdue by more than two weeks is passed over without a word. */
export const askHowItWent = (c: Case, at: Circumstances): { did: 'followed-up' | 'passed-over'; move: Move } | null => {
  const due = followUpDue(c, at.time);
  if (due === null || due > at.now) return null;
  if (at.now.getTime() - due.getTime() > 2 * WEEK) {
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
export const sayHowItWent = (c: Case, { kept, text }: CaseStep<'follow-up'>, { now }: Circumstances): Move => {
  if (c.followUp === null || isSaid(c, kept, text)) return { set: {}, events: [], tell: [] };
  const set = { followUp: { ...c.followUp, kept, saidAt: now } };
  const events: Move['events'] = [{ kind: 'followed-up', kept }];
  if (text) return { ...word(c, c.asker, 'learned', text, 'followed-up'), events, set: { ...set, turnOf: c.turnOf } };
  return { set, events, tell: tellAll([c.asker, c.agent], 'quiet') };
};

/** The same once more, from a card that has changed meanwhile. */
const isSaid = (c: Case, kept: string, text: string | undefined): boolean =>
  c.followUp?.kept === kept && (!text || c.turns.findLast(({ kind }) => kind === 'learned')?.text === text);
