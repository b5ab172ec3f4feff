import { randomBytes } from 'node:crypto';
import type { Owed } from '../../bot/messages/owed.ts';
import type { Delivery } from '../../outbox/ports.ts';

const PROCESS = randomBytes(3).toString('hex');
let last = 0;

/** Sortable, growing within a process, and of one message only; between processes the clocks decide. */
const nextOrder = (): string => {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${last.toString(36).padStart(11, '0')}${PROCESS}`;
};

/** Messages with their place among all others: taken when they are decided, for after a crash many are relayed at once. */
export const decidedNow = <Say>(
  owes: readonly (Owed<Say> & Partial<Pick<Delivery<Say>, 'order'>>)[],
): (Owed<Say> & Pick<Delivery<Say>, 'order'>)[] => owes.map((owed) => ({ order: nextOrder(), ...owed }));
