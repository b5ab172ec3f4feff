import type { NudgeTextId } from '../ids.ts';
import { homeOf, type Person } from '../people/person.ts';
import { numberOf, type Week, weeksBetween } from '../time/iso-week.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { textFor } from './choose-text.ts';
import type { FieldOf } from './field-of-work.ts';
import type { Nudge } from './nudge-library.ts';
import { hasAnswer, type NudgeMessage, type NudgeRecord, type Sent, textsShown } from './nudge-record.ts';
import { principleOf } from './principle-of-week.ts';
import { isPausedOn, type Wishes } from './reader.ts';
import type { LeftOut, Run } from './run.ts';
import { leaveTimeIn, mayHaveFirst, slotIn } from './slot.ts';
import type { TownEvent } from './town-event.ts';

/** The parts of an earlier message that planning reads. */
export type Had = Pick<NudgeRecord, 'week' | 'message' | 'text' | 'before' | 'reactions'> & {
  sent: Pick<Sent, 'at'> | null;
};

export type PlanningWeek = {
  week: Week;
  run: Pick<Run, 'texts' | 'skipped' | 'instead' | 'events'>;
  fieldOf: FieldOf;
  library: readonly Nudge[];
  now: Date;
  time: WorkingTime;
};

type Planned = {
  message: Exclude<NudgeMessage, 'welcome'>;
  text: NudgeTextId | null;
  /** The event near them, which their text names if it is a reach-out. */
  event: TownEvent | null;
  notBefore: Date;
};

const SILENT_WEEKS = 6;
const MONTHLY_WEEKS = 4;
/** Nudges a person must have had before the quarterly question, so that they know what it is about. */
const MIN_NUDGES_BEFORE_QUARTERLY = 5;
const QUARTER_WEEKS = 13;
/** The quarterly question may come from this week of the quarter on. */
const QUARTERLY_FROM_WEEK = 7;

/** Plans one person's message for the week: what to send and when, or why they get nothing. */
export const planPerson = (
  person: Pick<Person, 'addresses' | 'unit' | 'profession'>,
  wishes: Wishes,
  had: readonly Had[],
  planning: PlanningWeek,
): Planned | LeftOut => {
  const { week, time, now } = planning;
  if (homeOf(person) === null) return 'no-chat';
  const notBefore = timeIn(week, wishes, had, now, time);
  if (typeof notBefore === 'string') return notBefore;
  const sent = sentInOrder(had);
  const message = messageFor(week, wishes, sent, isMonthly(wishes, sent));
  if (message !== 'nudge') return { message, text: null, event: null, notBefore };
  const field = planning.fieldOf(person);
  const text = textFor(
    {
      principle: principleOf(week),
      field,
      ofWeek: planning.run.texts[field],
      had: sent.flatMap(textsShown),
      swapped: planning.run,
    },
    planning.library,
  );
  return { message, text, event: planning.run.events?.[field] ?? null, notBefore };
};

/**
 * When a person's message of the week leaves, planned at `now`, or why none does. Planning and the dates on cards both
 * ask this.
 */
export const timeIn = (
  week: Week,
  wishes: Wishes,
  had: readonly Had[],
  now: Date,
  time: WorkingTime,
): Date | Exclude<LeftOut, 'no-chat'> => {
  if (wishes.stoppedAt !== null) return 'stopped';
  const welcome = welcomeOf(had)?.sent ?? null;
  if (welcome === null) return 'not-welcomed';
  const slot = slotIn(week, wishes, time);
  if (slot === null) return 'too-late';
  const first = mayHaveFirst(welcome.at);
  const notBefore = leaveTimeIn(week, wishes, new Date(Math.max(first.getTime(), now.getTime())), time);
  if (notBefore === null) return first > now && first > slot ? 'not-welcomed' : 'too-late';
  if (isPausedOn(wishes, time.localDate(notBefore))) return 'paused';
  const sent = sentInOrder(had);
  const last = sent.at(-1);
  if (last !== undefined && isMonthly(wishes, sent) && weeksBetween(last.week, week) < MONTHLY_WEEKS) return 'monthly';
  return notBefore;
};

const sentInOrder = (had: readonly Had[]): Had[] =>
  had.filter(({ message, sent }) => message !== 'welcome' && sent !== null).sort(inOrderOfWeek);

/** A person merged from two may have two welcomes: a delivered one wins. */
export const welcomeOf = <H extends Pick<Had, 'message' | 'sent'>>(had: readonly H[]): H | undefined => {
  const welcomes = had.filter(({ message }) => message === 'welcome');
  return welcomes.find(({ sent }) => sent !== null) ?? welcomes[0];
};

const inOrderOfWeek = (a: Had, b: Had): number => (a.week < b.week ? -1 : 1);

/** Messages sinceWanted the person last asked for weekly nudges. */
const sinceWanted = ({ wantedIn }: Wishes, sent: readonly Had[]): readonly Had[] =>
  wantedIn === null ? sent : sent.filter(({ week }) => week > wantedIn);

/** By their own choice, or because they did not answer the silence question. */
const isMonthly = (wishes: Wishes, sent: readonly Had[]): boolean =>
  wishes.rhythm === 'monthly' || sinceWanted(wishes, sent).some(({ message }) => message === 'silence');

const messageFor = (week: Week, wishes: Wishes, sent: readonly Had[], monthly: boolean): Planned['message'] => {
  const recent = sinceWanted(wishes, sent).slice(-SILENT_WEEKS);
  if (!monthly && recent.length === SILENT_WEEKS && !recent.some(hasAnswer)) return 'silence';
  return isQuarterlyDue(week, sent) ? 'quarterly' : 'nudge';
};

const isQuarterlyDue = (week: Week, sent: readonly Had[]): boolean => {
  const asked = sent.some((had) => had.message === 'quarterly' && quarterOf(had.week) === quarterOf(week));
  return (
    !asked &&
    sent.length >= MIN_NUDGES_BEFORE_QUARTERLY &&
    ((numberOf(week) - 1) % QUARTER_WEEKS) + 1 >= QUARTERLY_FROM_WEEK
  );
};

/** A quarter has 13 weeks; week 53 belongs to the last. */
const quarterOf = (week: Week): string =>
  `${week.slice(0, 4)}-${Math.min(4, Math.ceil(numberOf(week) / QUARTER_WEEKS))}`;
