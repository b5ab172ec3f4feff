import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { DAY } from '../time/units.ts';
import type { Case, Step } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { type Circumstances, type Move, updateAll } from './move.ts';
import { addTurn } from './talking.ts';

/** The default date of a next step is two weeks ahead (docs/rules.md, "Next steps"). */
const DAYS_TO_STEP = 14;

export const suggestedDate = ({ now, time }: Pick<Circumstances, 'now' | 'time'>): string =>
  time.localDate(new Date(now.getTime() + DAYS_TO_STEP * DAY));

export const answer = (
  c: Case,
  command: MeasuredCommand<'answer-case'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  if (command.outcome === 'clear-no' && !(command.ground && command.alternative)) throw new Refusal('needs-ground');
  const step: Step | null = command.nextStep
    ? {
        text: command.nextStep,
        date: dateFrom(command.nextStepDate ?? suggestedDate(context), context),
        state: 'proposed',
      }
    : null;
  return {
    ...addTurn(c, actor, 'answer', command.text, 'answered'),
    events: [{ kind: 'answered', outcome: command.outcome }],
    set: {
      state: 'answered',
      step,
      rating: null,
      answer: {
        by: actor,
        at: context.now,
        outcome: command.outcome,
        ground: command.ground || null,
        alternative: command.alternative || null,
      },
    },
  };
};

/** The next step belongs to the asker: they accept it, move its date, or drop it. */
export const acceptStep = (c: Case, command: MeasuredCommand<'accept-step'>, context: Circumstances): Move => {
  const step = stepOf(c);
  const date = command.nextStepDate ? dateFrom(command.nextStepDate, context) : step.date;
  return {
    set: { step: { ...step, date, state: 'accepted' } },
    events: [{ kind: date === step.date ? 'step-accepted' : 'step-moved' }],
    tell: updateBoth(c),
  };
};

export const dropStep = (c: Case): Move => ({
  set: { step: { ...stepOf(c), state: 'dropped' } },
  events: [{ kind: 'step-dropped' }],
  tell: updateBoth(c),
});

/** A rating only updates cards. A comment is written by a human, so it pings the agent. */
export const rate = (c: Case, command: MeasuredCommand<'rate-answer'>): Move => {
  const { helpful: rating, comment } = command;
  if (!comment) return { set: { rating }, events: [{ kind: 'rated', helpful: rating }], tell: updateBoth(c) };
  const move = addTurn(c, c.asker, 'comment', comment, 'commented');
  return { ...move, set: { rating, turnOf: c.turnOf }, events: [{ kind: 'rated', helpful: rating }, ...move.events] };
};

export const thank = (c: Case, command: MeasuredCommand<'thank'>): Move => ({
  ...addTurn(c, c.asker, 'thanks', command.text, 'thanked'),
  set: { turnOf: c.turnOf },
});

const stepOf = (c: Case): Step => {
  if (c.step === null) throw new Refusal('no-step');
  return c.step;
};

const dateFrom = (date: string, { now, time }: Circumstances): string => {
  if (date < time.localDate(now)) throw new Refusal('date-past');
  return date;
};

const updateBoth = (c: Case): Move['tell'] => updateAll([c.asker, c.agent]);
