import type { Deps } from '../deps.ts';
import { fingerprint } from '../fingerprint.ts';
import { ping } from '../messages/owed.ts';
import { firstName, type Person } from '../people/person.ts';

/**
 * Says hello to somebody who has just got Sammen, once, however often the platform tells of it. An administrator may
 * have given it to everybody, so it waits for working hours: it is no answer to something the person did.
 */
export const greet = (
  person: Person,
  { outbox, clock, time }: Pick<Deps, 'outbox' | 'clock' | 'time'>,
): Promise<void> =>
  outbox.add([
    ping(
      `g${fingerprint('greeted', person._id)}`,
      person._id,
      { kind: 'reply', reply: { kind: 'greeting', name: firstName(person) } },
      time.nextOpen(clock()),
    ),
  ]);
