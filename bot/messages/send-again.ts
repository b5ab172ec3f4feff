import type { PersonId } from '../ids.ts';
import type { Clock } from '../time/clock.ts';
import { DAY } from '../time/units.ts';
import type { Owed } from './owed.ts';
import type { Undelivered } from './undelivered.ts';

export type SendAgainDeps = { undelivered: Undelivered<{ kind: string }>; clock: Clock };

/**
 * Makes due again what could not be delivered to somebody who is back: they installed Sammen again, wrote, pressed, or
 * linked another account. Each is composed anew when it leaves, so what no longer holds is not sent (docs/rules.md,
 * "Delivery"). Returns how many.
 */
export const sendAgain = async (person: PersonId, { undelivered, clock }: SendAgainDeps): Promise<number> => {
  let again = 0;
  for (const owed of await undelivered.undeliveredTo(person)) {
    if (!isStale(owed, clock()) && (await undelivered.retry(owed.id))) again++;
  }
  return again;
};

/** A short answer, unlike a case's card, says what was true when it was asked for. */
const isStale = ({ answers, say, notBefore }: Owed<{ kind: string }>, now: Date): boolean =>
  answers === true && say.kind !== 'case' && now.getTime() - notBefore.getTime() > DAY;
