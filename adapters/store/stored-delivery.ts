import type { Debt, Delivery, Queue } from '../../outbox/ports.ts';

/** A delivery as it is stored. Stores have always called the queue `run`. */
export type StoredDelivery<Say> = Omit<Delivery<Say>, 'queue'> & { run?: Queue };

/** The states of a delivery that is still to be sent. */
export const UNSENT = ['due', 'queued'] as const;

export const LONG_AGO = new Date(0);

/** A message as it is stored when it is handed over. */
export const unsent = <Say>({ id, queue, ...owed }: Debt<Say> & Pick<Delivery<Say>, 'order'>): StoredDelivery<Say> => ({
  ...owed,
  ...(queue === undefined ? {} : { run: queue }),
  _id: id,
  state: queue === undefined ? 'due' : 'queued',
  attempts: 0,
  tryAt: LONG_AGO,
  leaseBy: null,
  leaseUntil: LONG_AGO,
  reason: null,
  sentAt: null,
});

export const deliveryOf = <Say>({ run, ...stored }: StoredDelivery<Say>): Delivery<Say> => ({
  ...stored,
  ...(run === undefined ? {} : { queue: run }),
});
