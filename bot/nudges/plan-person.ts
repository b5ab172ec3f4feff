import { homeOf, type Person } from '../people/person.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { textFor } from './choose-text.ts';
import { fieldOf } from './field-of-work.ts';
import type { Nudge } from './nudge-library.ts';
import { isAnswered, type NudgeMessage, type NudgeRecord, textsShown } from './nudge-record.ts';
import { isPausedOn, type Wishes } from './reader.ts';
import type { LeftOut, Run } from './run.ts';
import { leaveTimeIn, mayHaveFirst, slotIn } from './slot.ts';
import { numberOf, principleOf, type Week, weeksBetween } from './week.ts';

/** What a person had, as far as planning asks. */
export type Had = Pick<NudgeRecord, 'week' | 'message' | 'text' | 'before' | 'sent' | 'reactions'>;

export type PlanningWeek = {
  week: Week;
  texts: Run['texts'];
  library: readonly Nudge[];
  now: Date;
  time: WorkingTime;
};

type Planned = { message: Exclude<NudgeMessage, 'welcome'>; text: string | null; notBefore: Date };

const SILENT_WEEKS = 6;
const MONTHLY_WEEKS = 4;
/** Nobody is asked the quarterly question before they know what this is. */
const BEFORE_QUARTERLY = 5;
const QUARTER = 13;
/** The question comes from the middle of a quarter on. */
const MIDDLE = 7;

/** What somebody gets this week, and when; or why they get nothing. */
export const planPerson = (
  person: Pick<Person, 'addresses' | 'unit' | 'profession'>,
  wishes: Wishes,
  had: readonly Had[],
  planning: PlanningWeek,
): Planned | LeftOut => {
  const { week, time, now } = planning;
  if (homeOf(person) === null) return 'no-chat';
  if (wishes.stoppedAt !== null) return 'stopped';
  const welcome = welcomeOf(had)?.sent ?? null;
  if (welcome === null) return 'not-welcomed';
  const slot = slotIn(week, wishes, time);
  if (slot === null) return 'too-late';
  const first = mayHaveFirst(welcome.at);
  const notBefore = leaveTimeIn(week, wishes, new Date(Math.max(first.getTime(), now.getTime())), time);
  if (notBefore === null) return first > now && first > slot ? 'not-welcomed' : 'too-late';
  if (isPausedOn(wishes, time.localDate(notBefore))) return 'paused';

  const sent = had.filter(({ message, sent: at }) => message !== 'welcome' && at !== null).sort(byWeek);
  const last = sent.at(-1);
  const monthly = isMonthly(wishes, sent);
  if (monthly && last !== undefined && weeksBetween(last.week, week) < MONTHLY_WEEKS) return 'monthly';
  const message = messageFor(week, wishes, sent, monthly);
  if (message !== 'nudge') return { message, text: null, notBefore };
  const field = fieldOf(person);
  const text = textFor(
    {
      principle: principleOf(week),
      field,
      ofWeek: planning.texts[field],
      had: sent.flatMap(textsShown),
    },
    planning.library,
  );
  return { message, text, notBefore };
};

/** Somebody who was two people once may have two: one that was delivered counts. */
export const welcomeOf = <H extends Pick<Had, 'message' | 'sent'>>(had: readonly H[]): H | undefined => {
  const welcomes = had.filter(({ message }) => message === 'welcome');
  return welcomes.find(({ sent }) => sent !== null) ?? welcomes[0];
};

const byWeek = (a: Had, b: Had): number => (a.week < b.week ? -1 : 1);

/** Since they last said that they want it every week. */
const since = ({ wantedIn }: Wishes, sent: readonly Had[]): readonly Had[] =>
  wantedIn === null ? sent : sent.filter(({ week }) => week > wantedIn);

/** By their own choice, or because they did not answer when they were asked. */
const isMonthly = (wishes: Wishes, sent: readonly Had[]): boolean =>
  wishes.rhythm === 'monthly' || since(wishes, sent).some(({ message }) => message === 'silence');

const messageFor = (week: Week, wishes: Wishes, sent: readonly Had[], monthly: boolean): Planned['message'] => {
  const recent = since(wishes, sent).slice(-SILENT_WEEKS);
  if (!monthly && recent.length === SILENT_WEEKS && !recent.some(isAnswered)) return 'silence';
  return isQuarterlyDue(week, sent) ? 'quarterly' : 'nudge';
};

const isQuarterlyDue = (week: Week, sent: readonly Had[]): boolean => {
  const asked = sent.some((one) => one.message === 'quarterly' && quarterOf(one.week) === quarterOf(week));
  return !asked && sent.length >= BEFORE_QUARTERLY && ((numberOf(week) - 1) % QUARTER) + 1 >= MIDDLE;
};

/** The thirteen weeks of a quarter; a week 53 belongs to the last. */
const quarterOf = (week: Week): string => `${week.slice(0, 4)}-${Math.min(4, Math.ceil(numberOf(week) / QUARTER))}`;
