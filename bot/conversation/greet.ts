import type { Deps } from '../deps.ts';
import { fingerprint } from '../fingerprint.ts';
import { deliveryId } from '../ids.ts';
import type { Person } from '../people/person.ts';

/**
 * Says hello to somebody who has just got Sammen, once, however often the platform tells of it. An administrator may
 * have given it to everybody, so it waits for working hours: it is no answer to something the person did.
 */
export const greet = ({ _id: to, name }: Person, { outbox, clock, time }: Deps): Promise<void> =>
  outbox.add([
    {
      id: deliveryId(`g${fingerprint('greeted', to)}`),
      to,
      manner: 'ping',
      notBefore: time.nextOpen(clock()),
      say: { kind: 'reply', reply: { kind: 'greeting', name: name.split(' ')[0] ?? name } },
    },
  ]);
