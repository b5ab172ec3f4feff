import type { Case } from '../cases/case.ts';
import type { CaseEvent, EventKind } from '../cases/journal.ts';
import { forWhom } from '../cases/on-behalf.ts';
import type { Turn } from '../cases/turn.ts';
import type { PersonId } from '../ids.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { Fact, Happened } from './fact.ts';
import { lastOfFirstWeek, weekAt } from './first-week.ts';
import { binOf } from './histogram.ts';
import type { Pseudonyms } from './pseudonym.ts';

export type Counting = { time: Pick<WorkingTime, 'localDate' | 'minutesBetween'>; pseudonyms: Pseudonyms };

/**
 * Derives a case's facts from its events. Fact ids are deterministic and lead back to neither the case nor a person.
 */
export const factsOfCase = (c: Case, { time, pseudonyms }: Counting): Fact[] => {
  const fact = (what: string, at: Date, by: PersonId | null, happened: Happened): Fact => {
    const week = weekAt(at, time);
    const who = by === null ? null : pseudonyms.of(by, week);
    return { _id: pseudonyms.fact(c._id, what), week, unit: c.unit, who, ...happened };
  };
  const word = c.turns.find(({ by }) => by === 'agent');
  const each = <H extends Happened>(kind: EventKind, happened: (event: CaseEvent, nth: number) => H | null): Fact[] =>
    c.events
      .filter((event) => event.kind === kind)
      .flatMap((event, nth) => {
        const counted = happened(event, nth);
        return counted === null ? [] : [fact(`${counted.kind}.${kind}.${nth}`, event.at, null, counted)];
      });
  return [
    fact('asked', c.askedAt, c.asker, {
      kind: 'asked',
      principle: c.principle,
      topic: c.topic,
      anonymous: c.events.some(({ kind }) => kind === 'revealed') || c.anonymous,
      for: forWhom(c),
    }),
    ...(word === undefined
      ? []
      : [
          fact('first-word', word.at, c.asker, {
            kind: 'first-word',
            bin: binOf(time.minutesBetween(c.askedAt, word.at)),
          }),
        ]),
    ...promiseOf(c, word).map(({ at, kept }) => fact('promise', at, null, { kind: 'promise', kept })),
    ...c.events
      .filter(({ kind }) => kind === 'accepted')
      .map((event, nth) => fact(`taken.${nth}`, event.at, event.by, { kind: 'taken' })),
    ...each('talk-proposed', () => ({ kind: 'talk' })),
    ...each('introduced', () => ({ kind: 'introduction' })),
    ...each('reopened', () => ({ kind: 'reopened' })),
    ...answersOf(c).map(({ event, outcome }, nth) =>
      fact(`answered.${nth}`, event.at, null, {
        kind: 'answered',
        outcome,
        askedBack: nth > 0 ? null : c.events.some(({ kind, at }) => kind === 'asked-back' && at <= event.at),
      }),
    ),
    ...ratingsOf(c, time).map(({ at, helpful }, nth) => fact(`rated.${nth}`, at, c.asker, { kind: 'rated', helpful })),
    ...followUpOf(c, time).map(({ at, kept }) => fact('followed-up', at, c.asker, { kind: 'followed-up', kept })),
    ...each('step-accepted', () => ({ kind: 'step', became: 'accepted' })),
    ...each('step-written', () => ({ kind: 'step', became: 'accepted' })),
    ...each('step-moved', () => ({ kind: 'step', became: 'moved' })),
    ...each('step-dropped', () => ({ kind: 'step', became: 'dropped' })),
  ];
};

/**
 * The first promise: missed if the clock recorded that before a human wrote, otherwise decided by the time of the first
 * word.
 */
const promiseOf = (c: Case, word: Turn | undefined): { at: Date; kept: boolean }[] => {
  if (c.promise === 'none') return [];
  const missed = c.events.find(({ kind }) => kind === 'promise-missed');
  if (missed !== undefined && (word === undefined || missed.at <= word.at)) return [{ at: missed.at, kept: false }];
  if (word === undefined) return [];
  // Once a case was sent on, `promisedAt` belongs to the next promise.
  const isFirst = !c.events.some(({ kind }) => kind === 'sent-on' || kind === 'agent-left');
  return [{ at: word.at, kept: !isFirst || word.at <= c.promisedAt }];
};

const answersOf = (c: Case) =>
  c.events
    .filter(({ kind }) => kind === 'answered')
    .flatMap((event, nth, all) => {
      const outcome = event.outcome ?? (nth === all.length - 1 ? c.answer?.outcome : undefined);
      return outcome === undefined ? [] : [{ event, outcome }];
    });

/** One rating per answer: the last one given in the same week as the first. */
const ratingsOf = (c: Case, time: Counting['time']) => {
  const rounds: (CaseEvent & { helpful: NonNullable<CaseEvent['helpful']> })[][] = [];
  const last = c.events.findLast(({ kind }) => kind === 'rated');
  for (const event of c.events) {
    if (event.kind === 'answered') rounds.push([]);
    const helpful = event.helpful ?? (event === last ? (c.rating ?? undefined) : undefined);
    if (event.kind === 'rated' && helpful !== undefined) rounds.at(-1)?.push({ ...event, helpful });
  }
  return rounds.map((ratings) => lastOfFirstWeek(ratings, time)).filter((rating) => rating !== null);
};

/** Only for a step the asker had accepted: the last follow-up given in the same week as the first. */
const followUpOf = ({ events, followUp }: Case, time: Counting['time']) => {
  const said = events.flatMap(({ at, kind, kept }) =>
    kind === 'followed-up' && kept !== undefined ? [{ at, kept }] : [],
  );
  const counts = lastOfFirstWeek(said, time);
  return counts === null || followUp === null || followUp.step === null ? [] : [counts];
};
