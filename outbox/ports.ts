import type { DeliveryId } from '../bot/ids.ts';
import type { Owed } from '../bot/messages/owed.ts';

/** The key that the deliveries of a run share with their rate limit. The outbox does not know what it names. */
export type Queue = NonNullable<Owed<unknown>['run']>;

/** `queued`: due as well, but part of a run, so it goes behind what people wait for. `obsolete`: it concerns nobody now. */
export const DELIVERY_STATES = ['due', 'queued', 'sent', 'obsolete', 'unreachable', 'failed'] as const;

/**
 * One message on its way to one recipient. Times are the machine's, except `notBefore`, which is the domain's
 * (docs/rules.md, "Two clocks").
 */
export type Delivery<Say> = Omit<Owed<Say>, 'id'> & {
  _id: DeliveryId;
  /** Sorts the messages of one conversation as they were decided. */
  order: string;
  state: (typeof DELIVERY_STATES)[number];
  attempts: number;
  /** Not tried before this moment; moved on after a failed try. */
  tryAt: Date;
  /** The worker that is sending it, and until when nobody else may. */
  leaseBy: string | null;
  leaseUntil: Date;
  /** Why it was not sent, in the platform's words. */
  reason: string | null;
  sentAt: Date | null;
};

/** What came of a try. `held`: its run is paused. `later`: it is not the hour for it. */
export type Delivered = { kind: 'sent' | 'obsolete' | 'held' } | { kind: 'later'; at: Date };

/**
 * Sends a delivery, or finds that it no longer concerns anybody. `asks` is called with the queue before each request to
 * it, so that its rate limit counts the request. @throws DeliveryError, or what the store throws
 */
export type Deliver<Say> = (delivery: Delivery<Say>, asks: (queue: Queue) => void) => Promise<Delivered>;

/** A message that is owed. The stores give it its place among all others when it is decided. */
export type Debt<Say> = Owed<Say> & Partial<Pick<Delivery<Say>, 'order'>>;

/** What is to be known of a delivery before it is claimed. */
export type Ready = Pick<Delivery<unknown>, '_id' | 'to' | 'order' | 'tryAt' | 'leaseUntil'>;

type Due = {
  /** For sending now, oldest first: at most one per recipient, and none behind an older one that is still unsent. */
  ready: Ready[];
  /** Everybody who has something due, whether ready or not; null when there was more than was looked at. */
  waiting: ReadonlySet<string> | null;
};

/** Documents that owe messages; the relay takes them from there to the deliveries. */
export interface Owing<Say> {
  /** Ids and debts of documents that owe something; each document's debts in the order they were decided. */
  unrelayed(): Promise<{ id: string; owes: Debt<Say>[] }[]>;
  /** Strikes off debts of one document, without touching its revision. */
  struck(id: string, owed: readonly DeliveryId[]): Promise<void>;
}

export interface Deliveries<Say> {
  /** Adding one twice is adding it once. */
  add(debt: Debt<Say>): Promise<void>;
  /** Adds one that `holder` has claimed until `until`, its first try; null when it is there already. */
  addClaimed(debt: Debt<Say>, holder: string, until: Date): Promise<Delivery<Say> | null>;
  due(machineNow: Date, domainNow: Date): Promise<Due>;
  /** Some of what is due in a queue now. */
  queued(queue: Queue, machineNow: Date, domainNow: Date): Promise<Ready[]>;
  /** Takes a delivery for `holder` until `until`; null when somebody else has it or it is done. */
  claim(id: DeliveryId, holder: string, machineNow: Date, until: Date): Promise<Delivery<Say> | null>;
  /** Ends every lease: for a store that only one process can open, where a lease at the start is a dead one's. */
  freeAll(): Promise<void>;
  /** Whether somebody is sending something due at this moment. */
  busy(machineNow: Date, domainNow: Date): Promise<boolean>;
  renew(id: DeliveryId, holder: string, until: Date): Promise<boolean>;
  /** Ends the holder's lease with what came of it. */
  finish(id: DeliveryId, holder: string, outcome: Outcome): Promise<void>;
}

export type Outcome =
  | { state: 'sent'; at: Date }
  | { state: 'obsolete' }
  | { state: 'unreachable' | 'failed'; reason: string }
  /** `uncounted`: the try says nothing about this message, so it is none of its attempts. */
  | { state: 'due' | 'queued'; tryAt: Date; reason: string | null; notBefore?: Date; uncounted?: true };

/** Where all processes draw the moments at which each may ask something of a queue. */
export interface RateBook {
  /** The next free moment, not before `from`; the one after it comes `interval` milliseconds later. */
  draw(queue: Queue, from: Date, interval: number): Promise<Date>;
  /** Gives out no moment before this one any more. */
  hold(queue: Queue, until: Date): Promise<void>;
}
