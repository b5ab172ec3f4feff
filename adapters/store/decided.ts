import { randomBytes } from 'node:crypto';
import type { Owed } from '../../bot/messages/owed.ts';
import type { Delivery } from '../../outbox/ports.ts';

const PROCESS = randomBytes(3).toString('hex');
let last = 0;

/** A unique, sortable key that increases within a process; between processes the clocks decide. */
const nextOrder = (): string => {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${last.toString(36).padStart(11, '0')}${PROCESS}`;
};

/** Gives messages their place in the order of delivery now, because after a crash many are relayed at the same time. */
export const decidedNow = <Say>(
  owes: readonly (Owed<Say> & Partial<Pick<Delivery<Say>, 'order'>>)[],
): (Owed<Say> & Pick<Delivery<Say>, 'order'>)[] => owes.map((owed) => ({ order: nextOrder(), ...owed }));
