import { DateTime } from 'luxon';
import type { Case } from '../../../bot/cases/case.ts';
import type { CaseEvent } from '../../../bot/cases/journal.ts';
import { workingTime } from '../../support/fixtures/builders.ts';

/** The figures of a week, counted directly from the cases' events; shares no code with the program. */
export const recount = (week: string, cases: readonly Case[]) => {
  const isIn = (at: Date): boolean =>
    DateTime.fromJSDate(at, { zone: 'Europe/Copenhagen' }).toFormat("kkkk-'W'WW") === week;
  const asked = cases.filter(({ askedAt }) => isIn(askedAt));
  const events = cases.flatMap((c) => c.events.filter(({ at }) => isIn(at)).map((event) => ({ c, event })));
  const many = (kind: CaseEvent['kind']) => events.filter(({ event }) => event.kind === kind).length;
  const words = cases.flatMap((c) => {
    const word = c.turns.find(({ by }) => by === 'agent');
    return word !== undefined && isIn(word.at)
      ? [{ c, hours: workingTime.minutesBetween(c.askedAt, word.at) / 60 }]
      : [];
  });
  const missed = events.filter(({ event }) => event.kind === 'promise-missed').length;
  const tally = (names: readonly (string | undefined)[]) => {
    const counts: Record<string, number> = {};
    for (const name of names) if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };
  const firstAnswers = events.filter(
    ({ c, event }) => event.kind === 'answered' && c.events.find(({ kind }) => kind === 'answered') === event,
  );
  return {
    asked: asked.length,
    anonymous: asked.filter(({ anonymous }) => anonymous).length,
    onBehalf: asked.filter((c) => c.for === 'citizen' || c.for === 'colleague').length,
    units: tally(asked.map(({ unit }) => unit ?? undefined)),
    principles: tally(asked.map(({ principle }) => principle)),
    topics: tally(asked.map(({ topic }) => topic)),
    talks: many('talk-proposed'),
    introductions: many('introduced'),
    reopened: many('reopened'),
    quick: words.filter(({ hours }) => hours <= 1).length,
    words: words.length,
    promises: tally([
      ...words.filter(({ c }) => !c.events.some(({ kind }) => kind === 'promise-missed')).map(() => 'kept'),
      ...Array.from({ length: missed }, () => 'missed'),
    ]),
    outcomes: tally(events.map(({ event }) => event.outcome)),
    helpful: tally(events.map(({ event }) => event.helpful)),
    askedBack: tally(firstAnswers.map(({ c }) => (c.events.some(({ kind }) => kind === 'asked-back') ? 'yes' : 'no'))),
    steps: tally(events.map(({ event }) => /^step-(.*)$/.exec(event.kind)?.[1])),
    stepsKept: tally(events.map(({ c, event }) => (c.followUp?.step == null ? undefined : event.kept))),
    taken: many('accepted'),
  };
};
