import type { Deps } from '../deps.ts';
import { greetingId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import { greetingName } from '../people/first-name.ts';
import type { Person } from '../people/person.ts';

/**
 * Greets somebody who has just got Sammen, once, however often the platform reports it. An administrator may have
 * installed it for everybody, so the greeting is not an answer to the person's own action: it waits for working hours.
 */
export const greet = (
  person: Person,
  { outbox, clock, time }: Pick<Deps, 'outbox' | 'clock' | 'time'>,
): Promise<void> =>
  outbox.add([
    ping(
      greetingId(person._id),
      person._id,
      { kind: 'reply', reply: { kind: 'greeting', name: greetingName(person) } },
      time.nextOpen(clock()),
    ),
  ]);
