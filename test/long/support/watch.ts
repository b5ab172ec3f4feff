import type { Case } from '../../../bot/cases/case.ts';
import type { CaseNotice } from '../../../bot/cases/notice.ts';
import type { CaseId } from '../../../bot/ids.ts';
import type { Person } from '../../../bot/people/person.ts';
import { MINUTE } from '../../../bot/time/units.ts';
import type { WorkingTime } from '../../../bot/time/working-time.ts';

/** Words that are wrong once the day is over. */
export const SAYS_WHEN_FROM_TODAY = /i dag kl|i morgen|i går/i;

/** The longest time between a moment that was promised and the tick that keeps it. */
const TICK = 15 * MINUTE;

/** A time that a card named: an offer's end, or by when a human writes. */
type Promised = { what: 'offer' | 'human'; case: CaseId; at: Date; shownAt: Date };

/** What a town hall was promised and told in a year, to be held against what happened. */
export type Watch = {
  /** Notes what a card of a case says to whom. `text`: the card as plain text. */
  note(to: Person, notice: CaseNotice, text: string, now: Date): void;
  /** Everything that was promised and did not happen so, in words. */
  faultsOf(c: Case, now: Date): string[];
  counts(): { cards: number; promises: number };
};

export const createWatch = (time: WorkingTime): Watch => {
  const promises = new Map<string, Promised>();
  const wrong: { case: CaseId; fault: string }[] = [];
  let cards = 0;

  const keep = (what: Promised['what'], id: CaseId, at: Date, text: string, now: Date): void => {
    promises.set(`${what} ${id} ${at.getTime()}`, { what, case: id, at, shownAt: now });
    if (!momentsIn(text).has(nameOf(at)))
      wrong.push({ case: id, fault: `no card names ${nameOf(at)} (${what}):\n${text}` });
  };

  return {
    note: (to, { view, settled }, text, now) => {
      cards++;
      if (settled) return;
      if (view.viewer === 'asker' && view.state === 'waiting' && view.promise === 'open') {
        keep('human', view.id, view.promisedAt, text, now);
      }
      if (view.viewer === 'offered') keep('offer', view.id, view.offer.until, text, now);
      if (SAYS_WHEN_FROM_TODAY.test(text)) wrong.push({ case: view.id, fault: `${to.name} reads: ${text}` });
    },
    faultsOf: (c, now) => [
      ...wrong.filter((one) => one.case === c._id).map(({ fault }) => fault),
      ...offerFaults(c),
      ...promiseFaults(c, now),
      ...[...promises.values()].filter((one) => one.case === c._id).flatMap((one) => brokenPromise(one, c)),
      ...silenceFaults(c, time, now),
    ],
    counts: () => ({ cards, promises: promises.size }),
  };
};

const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  day: 'numeric',
  month: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** A moment's day, month and clock time in the town, such as "2/12 11:15". */
const nameOf = (at: Date): string => {
  const parts = new Map(PARTS.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return `${parts.get('day')}/${parts.get('month')} ${parts.get('hour')}:${parts.get('minute')}`;
};

/** The moments that a Danish text names in full. */
const momentsIn = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/d\. (\d+)\. ([a-z]+)(?: \d{4})? kl\. (\d+)(?:\.(\d+))?/g)].map(
      ([, day, month, hour, minute]) =>
        `${Number(day)}/${MONTHS.indexOf(month ?? '') + 1} ${Number(hour)}:${Number(minute ?? 0)}`,
    ),
  );

/** An offer ends when its agent says no or yes, when its time is over, or when the agent cannot be asked any more. */
const offerFaults = (c: Case): string[] => {
  const lapses = c.events.filter(({ kind }) => kind === 'lapsed');
  return c.offers.flatMap((offer) => {
    if (offer.at.getTime() > offer.until.getTime()) return [`an offer ended before it began`];
    if (offer.state !== 'lapsed') return [];
    const lapse = lapses.find(({ about, at }) => about === offer.agent && at >= offer.at);
    if (lapse === undefined) return [];
    const late = lapse.at.getTime() - offer.until.getTime();
    return late > TICK ? [`an offer that ended ${nameOf(offer.until)} moved on at ${nameOf(lapse.at)}`] : [];
  });
};

/** Nobody was told that the time by which a human writes is over. */
const promiseFaults = (c: Case, now: Date): string[] => {
  const isOver = c.promisedAt.getTime() + TICK < now.getTime();
  return c.promise === 'open' && isOver && (c.state === 'waiting' || c.state === 'active')
    ? [`nobody was told that the promise for ${nameOf(c.promisedAt)} was missed`]
    : [];
};

/** What ends a promise before its time: the case ended, or it began anew and made another promise. */
const ENDINGS: ReadonlySet<string> = new Set(['closed', 'withdrawn', 'sent-on', 'given-back', 'agent-left']);

/** A card named a time, and neither was it kept, nor was anybody told that it was missed, nor did it fall away. */
const brokenPromise = ({ what, at, shownAt }: Promised, c: Case): string[] => {
  const isWithin = (moment: Date, from: number) => moment.getTime() >= from && moment.getTime() <= at.getTime() + TICK;
  if (what === 'offer')
    return c.offers.some(({ until }) => until.getTime() === at.getTime())
      ? []
      : [`a card of ${nameOf(shownAt)} named ${nameOf(at)}, and no offer ended then`];
  const wasKept = c.turns.some((turn) => turn.by === 'agent' && isWithin(turn.at, shownAt.getTime() - TICK));
  const wasMissed = c.events.some((event) => event.kind === 'promise-missed' && isWithin(event.at, at.getTime()));
  const fellAway = c.events.some((event) => ENDINGS.has(event.kind) && isWithin(event.at, shownAt.getTime() - TICK));
  return wasKept || wasMissed || fellAway
    ? []
    : [`a card of ${nameOf(shownAt)} promised a human by ${nameOf(at)}, and nothing came of it${journalOf(c)}`];
};

const journalOf = (c: Case): string => c.events.map(({ kind, at }) => `\n    ${at.toISOString()} ${kind}`).join('');

/** Working days in which a case that waits for somebody may be silent. */
const MAX_SILENT_DAYS = { waiting: 4, active: 11, answered: 11 } as const;

/** Somebody was asked what to do, or told that the case waits: from here on a human knows. */
const HUMAN_KNOWS: ReadonlySet<string> = new Set(['asked-on', 'human-told']);

/** Something must happen to an open case now and then: the events are what people did and were told. */
const silenceFaults = (c: Case, time: WorkingTime, now: Date): string[] => {
  if (c.state === 'closed' || c.state === 'withdrawn') return [];
  const last = c.events.at(-1);
  if (last === undefined || HUMAN_KNOWS.has(last.kind)) return [];
  const end = time.addDays(last.at, MAX_SILENT_DAYS[c.state]);
  return end.getTime() + TICK < now.getTime()
    ? [`${c.state} since ${last.at.toISOString()} (${last.kind}), and nobody was told${journalOf(c)}`]
    : [];
};
