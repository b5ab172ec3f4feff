import { fingerprint } from '../fingerprint.ts';
import type { NudgeTextId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { FieldOfWork } from '../words.ts';
import { audience } from './audience.ts';
import { type TextDeps, textsToPlan } from './candidates.ts';
import type { NudgeDeps } from './deps.ts';
import { type Nudge, nudgeById } from './nudge-library.ts';
import { planPerson } from './plan-person.ts';
import { type CountedRun, type CountedText, NO_COUNTS, type Run } from './run.ts';
import { openingOf } from './slot.ts';
import type { TownEvent } from './town-event.ts';

export type CountDeps = TextDeps & Pick<NudgeDeps, 'people' | 'readers' | 'nudges' | 'fieldOf' | 'clock' | 'time'>;

/** What a count was made for: another choice of texts or events is counted anew. */
const countedFor = ({ texts, skipped, instead = [], events = {} }: Run): string =>
  fingerprint(
    texts,
    skipped,
    instead,
    Object.entries(events).map(([field, event]) => [field, event.id]),
  );

/** A run that has begun keeps the count of the day before, which told what goes out. */
export const isOfToday = (counted: CountedRun, run: Run, { clock, time }: Pick<CountDeps, 'clock' | 'time'>): boolean =>
  run.state !== 'previewed' || (counted.day === time.localDate(clock()) && counted.of === countedFor(run));

/**
 * Plans the week as if it began now: how many would get what, and which texts they would read, the most read first.
 */
export const countRun = async (run: Run, deps: CountDeps): Promise<CountedRun> => {
  const { fieldOf, time, clock } = deps;
  const now = clock();
  const opens = openingOf(run._id, time) ?? now;
  const library = await textsToPlan(run, deps);
  const planning = {
    week: run._id,
    run,
    fieldOf,
    library,
    now: new Date(Math.max(opens.getTime(), now.getTime())),
    time,
  };
  const counts = { ...NO_COUNTS };
  const texts = new Map<string, CountedText>();
  for await (const { members } of audience('', deps)) {
    for (const { person, wishes, had } of members) {
      const planned = planPerson(person, wishes, had, planning);
      counts[typeof planned === 'string' ? planned : planned.message]++;
      if (typeof planned === 'string' || planned.text === null) continue;
      const event = eventNamed(planned.text, planned.event, library);
      count(texts, { id: planned.text, event, reader: fieldOf(person) }, person);
    }
  }
  return {
    day: time.localDate(now),
    of: countedFor(run),
    counts,
    texts: [...texts.values()].toSorted((a, b) => b.audience - a.audience || (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
};

/** The event that a text names: only a reach-out names one. */
export const eventNamed = (
  text: NudgeTextId | null,
  event: TownEvent | null | undefined,
  library: readonly Nudge[],
): TownEvent | null => (nudgeById(text, library)?.kind === 'reach-out' ? (event ?? null) : null);

type AsRead = { id: NudgeTextId; event: TownEvent | null; reader: FieldOfWork };

const keyOf = ({ id, event }: Pick<AsRead, 'id' | 'event'>): string => `${id} ${event?.id ?? ''}`;

const count = (texts: Map<string, CountedText>, read: AsRead, { language }: Pick<Person, 'language'>): void => {
  const before = texts.get(keyOf(read)) ?? { ...read, audience: 0, readers: {} };
  texts.set(keyOf(read), {
    ...before,
    audience: before.audience + 1,
    readers: { ...before.readers, [language]: (before.readers[language] ?? 0) + 1 },
  });
};
