import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { DAY } from '../time/units.ts';
import type { Proposal, Step } from './answer.ts';
import { notPast, partsOf } from './answer-parts.ts';
import type { Case, CaseFields } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { type Circumstances, type Move, updateAll } from './move.ts';
import { citizenHearsBy } from './on-behalf.ts';
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
  const { talk, ...parts } = partsOf(command, context);
  const { turn, tell } = addTurn(c, actor, 'answer', command.text, 'answered');
  return {
    tell,
    ...(turn === undefined ? {} : { turn: { ...turn, ...(talk === null ? {} : { talk }) } }),
    events: [
      { kind: 'answered', outcome: command.outcome },
      ...(talk === null ? [] : [{ kind: 'talk-proposed' as const }]),
    ],
    set: {
      state: 'answered',
      ...proposed(c, command, context),
      ...citizenHearsBy(c, stepDate(command, context), context),
      rating: null,
      answer: { by: actor, at: context.now, outcome: command.outcome, owner: command.owner ?? 'asker', ...parts },
    },
  };
};

/** The date of the next step, by which a citizen hears, too. */
const stepDate = ({ nextStepDate }: MeasuredCommand<'answer-case'>, context: Circumstances): string =>
  notPast(nextStepDate ?? suggestedDate(context), 'nextStepDate', context);

/** The step that an answer proposes. Beside a step that the asker has accepted it waits for their choice. */
const proposed = (
  c: Case,
  command: MeasuredCommand<'answer-case'>,
  context: Circumstances,
): Pick<CaseFields, 'step'> | Pick<CaseFields, 'proposal'> | Record<string, never> => {
  const { nextStep: text } = command;
  if (!text) return {};
  const date = stepDate(command, context);
  return c.step?.state === 'accepted' ? { proposal: { text, date } } : { step: { text, date, state: 'proposed' } };
};

/** The next step belongs to the asker: they accept it, move its date, write their own, or drop it. */
export const acceptStep = (c: Case, command: MeasuredCommand<'accept-step'>, context: Circumstances): Move => {
  const proposal = meantProposal(c, command.which);
  const step = proposal ?? stepOf(c);
  const date = command.nextStepDate ? notPast(command.nextStepDate, 'nextStepDate', context) : step.date;
  return {
    set: {
      step: { ...step, date, state: 'accepted' },
      ...(proposal === null ? {} : { proposal: null }),
      ...citizenHearsBy(c, date, context),
    },
    events: [{ kind: date === step.date ? 'step-accepted' : 'step-moved' }],
    tell: updateBoth(c),
  };
};

export const ownStep = (
  c: Case,
  { nextStep, nextStepDate }: MeasuredCommand<'own-step'>,
  context: Circumstances,
): Move => {
  if (nextStepDate === undefined) throw new Refusal('date-missing');
  const date = notPast(nextStepDate, 'nextStepDate', context);
  return {
    set: { step: { text: nextStep, date, state: 'accepted' }, proposal: null, ...citizenHearsBy(c, date, context) },
    events: [{ kind: 'step-written' }],
    tell: updateBoth(c),
  };
};

export const dropStep = (c: Case, { which }: MeasuredCommand<'drop-step'>): Move => ({
  set: meantProposal(c, which) === null ? { step: { ...stepOf(c), state: 'dropped' } } : { proposal: null },
  events: [{ kind: 'step-dropped' }],
  tell: updateBoth(c),
});

/** The proposal that a press is about; null when it is about the asker's own step. */
const meantProposal = (c: Case, which: 'own' | 'proposed' | undefined): Proposal | null =>
  which === 'own' ? null : (c.proposal ?? null);

/** A rating only updates cards. A comment is written by a human, so it pings the agent. */
export const rate = (c: Case, command: MeasuredCommand<'rate-answer'>): Move => {
  const { helpful: rating, comment } = command;
  if (!comment) return { set: { rating }, events: [{ kind: 'rated', helpful: rating }], tell: updateBoth(c) };
  const move = addTurn(c, c.asker, 'comment', comment, 'commented');
  return { ...move, set: { rating }, events: [{ kind: 'rated', helpful: rating }, ...move.events] };
};

export const thank = (c: Case, command: MeasuredCommand<'thank'>): Move =>
  addTurn(c, c.asker, 'thanks', command.text, 'thanked');

const stepOf = (c: Case): Step => {
  if (c.step === null) throw new Refusal('no-step');
  return c.step;
};

const updateBoth = (c: Case): Move['tell'] => updateAll([c.asker, c.agent]);
