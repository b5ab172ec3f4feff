import { deliveryId, type PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { NudgeDeps } from './deps.ts';
import { runOf } from './plan-run.ts';
import { runTold } from './run-view.ts';
import type { Week } from './week.ts';

/** Shows HR and admins what a week brings, once. Answers how many saw it. */
export const sendPreviews = async (week: Week, deps: NudgeDeps): Promise<number> => {
  const { runs, outbox, people, clock, time } = deps;
  if ((await runs.get(week)) !== null) return 0;
  const run = await runOf(week, deps);
  const told = await runTold('nothing', week, deps);
  const readers = await whoLooksAfterIt(people);
  await outbox.add(
    readers.map(({ _id }) => ({
      id: deliveryId(`preview.${week}.${_id}`),
      to: _id,
      manner: 'ping' as const,
      notBefore: time.nextOpen(clock()),
      say: { kind: 'reply' as const, reply: told },
    })),
  );
  // Afterwards, so that a process that dies in between is made up for; adding a message twice is adding it once.
  await runs.add(run);
  return readers.length;
};

const whoLooksAfterIt = async (people: NudgeDeps['people']): Promise<Person[]> => {
  const found = new Map<PersonId, Person>();
  for (const role of ['hr', 'admin'] as const)
    for (const person of await people.withRole(role)) found.set(person._id, person);
  return [...found.values()];
};
