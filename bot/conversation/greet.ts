import type { Deps } from '../deps.ts';
import { fingerprint } from '../fingerprint.ts';
import { ping } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';

/**
 * Says hello to somebody who has just got Sammen, once, however often the platform tells of it. An administrator may
 * have given it to everybody, so it waits for working hours: it is no answer to something the person did.
 */
export const greet = ({ _id: to, name }: Person, { outbox, clock, time }: Deps): Promise<void> =>
  outbox.add([
    ping(
      `g${fingerprint('greeted', to)}`,
      to,
      { kind: 'reply', reply: { kind: 'greeting', name: name.split(' ')[0] ?? name } },
      time.nextOpen(clock()),
    ),
  ]);
