import type { DeliveryId } from '../bot/ids.ts';
import type { NotNow } from '../bot/messages/not-now.ts';
import type { Owed } from '../bot/messages/owed.ts';

/** The key that a run's deliveries share with their rate limit. The outbox does not know what it stands for. */
export type Queue = NonNullable<Owed<unknown>['queue']>;

/**
 * `queued`: due, but part of a run, so it is sent after what people wait for. `obsolete`: no longer relevant to
 * anybody.
 */
export const DELIVERY_STATES = ['due', 'queued', 'sent', 'obsolete', 'unreachable', 'failed'] as const;

/**
 * One message on its way to one recipient. Times are the machine's, except `notBefore`, which is domain time
 * (docs/rules.md, "Two clocks").
 */
export type Delivery<Say> = Omit<Owed<Say>, 'id'> & {
  _id: DeliveryId;
  /** Sorts a conversation's messages in the order they were decided. */
  order: string;
  state: (typeof DELIVERY_STATES)[number];
  attempts: number;
  /** The next attempt is not before this moment; moved on after a failed one. */
  tryAt: Date;
  /** The holder of the lease, and when it ends. */
  leaseBy: string | null;
  leaseUntil: Date;
  /** Why it was not sent, in the platform's words. */
  reason: string | null;
  sentAt: Date | null;
  /** The queue whose platform shuts the app out; absent unless that is what it waits for. */
  heldOn?: Queue;
  /** When the first counted attempt failed, in machine time. */
  failingSince?: Date;
  /** The recipient, while it is `unreachable` or `failed`. */
  undelivered?: Owed<Say>['to'];
  /** It waits for a retry without delaying the messages behind it. */
  aside?: true;
  /** Where it stands on its platform, as `deliver` says; absent for updates, and on what an earlier version sent. */
  standsAt?: string;
  /** Its last outcome is stored, but `onSettled` has not been called for it yet. */
  untold?: true;
};

/** The result of an attempt. `sent`: by this one, which says where the message stands now, or before it. */
export type Delivered = NotNow | { kind: 'sent'; standsAt: string };

/** Makes a request to the platform behind a queue: it counts towards the rate limit, and waits while the queue is held. */
export type RequestOn = <T>(queue: Queue, work: () => Promise<T>) => Promise<T>;

/**
 * Sends a delivery, or finds that it is obsolete. Makes every request to a platform through `request`.
 * @throws DeliveryError, or what the store throws
 */
export type Deliver<Say> = (delivery: Delivery<Say>, request: RequestOn) => Promise<Delivered>;

/** A message that is owed. The store assigns `order` when the message is decided. */
export type Debt<Say> = Owed<Say> & Partial<Pick<Delivery<Say>, 'order'>>;

/** What the sender needs to know about a delivery before claiming it. */
export type Ready = Pick<Delivery<unknown>, '_id' | 'to' | 'order' | 'manner' | 'tryAt' | 'leaseUntil' | 'aside'>;

type Due = {
  /**
   * Ready to send now, oldest first: at most one per recipient, and none behind an older unsent one. A quiet update that
   * waits for a retry, and a message set `aside`, hold up nobody: what is true then is composed then.
   */
  ready: Ready[];
  /** Every recipient with something due, ready or not; null when there was too much to look at. */
  waiting: ReadonlySet<string> | null;
};

/** Documents that owe messages, which the relay copies to the deliveries. */
export interface Owing<Say> {
  /** Ids and debts of all documents that owe something; each document's debts in the order they were decided. */
  unrelayed(): Promise<{ id: string; owes: Debt<Say>[] }[]>;
  /** Removes debts from a document without touching its revision. */
  struck(id: string, owed: readonly DeliveryId[]): Promise<void>;
}

export interface Deliveries<Say> {
  /** Adding one twice is adding it once. */
  add(debt: Debt<Say>): Promise<void>;
  /**
   * Adds a delivery already claimed by `holder` until `until`, counted as its first attempt; null when it already
   * exists.
   */
  addClaimed(debt: Debt<Say>, holder: string, until: Date): Promise<Delivery<Say> | null>;
  due(machineNow: Date, domainNow: Date): Promise<Due>;
  /** Some of the deliveries due in a queue. */
  queued(queue: Queue, machineNow: Date, domainNow: Date): Promise<Ready[]>;
  /** Claims a delivery for `holder` until `until`; null when it is claimed by another or done. */
  claim(id: DeliveryId, holder: string, machineNow: Date, until: Date): Promise<Delivery<Say> | null>;
  /**
   * Ends every lease. For a store that only one process can open: at its start, every lease belongs to a dead process.
   */
  freeAll(): Promise<void>;
  /** Whether any due delivery is being sent at this moment. */
  busy(machineNow: Date, domainNow: Date): Promise<boolean>;
  renew(id: DeliveryId, holder: string, until: Date): Promise<boolean>;
  /** Ends the holder's lease with the outcome. `untold`: it is kept in `Untold` until `told`. */
  finish(id: DeliveryId, holder: string, outcome: Outcome, untold?: boolean): Promise<void>;
}

/** Deliveries that wait for a queue whose platform shuts the app out. */
export interface HeldDeliveries {
  /** Makes them due again. */
  release(queue: Queue): Promise<void>;
}

/** Deliveries whose outcome somebody is still to be told of. */
export interface Untold<Say> {
  untold(): Promise<Delivery<Say>[]>;
  /** `of`: the state that was told; a delivery that has moved on since stays untold. */
  told(id: DeliveryId, of: Delivery<Say>['state']): Promise<void>;
}

export type Outcome =
  | { state: 'sent'; at: Date; standsAt?: string }
  | { state: 'obsolete' }
  | { state: 'unreachable' | 'failed'; reason: string; undelivered?: Delivery<unknown>['to'] }
  /** `uncounted`: the attempt says nothing about this message, so it does not count. */
  | {
      state: 'due' | 'queued';
      tryAt: Date;
      reason: string | null;
      notBefore?: Date;
      uncounted?: true;
      heldOn?: Queue;
      failingSince?: Date;
      aside?: true;
    };

/** Where all processes reserve the moments for their requests to a queue. */
export interface RateBook {
  /** Reserves the next free moment, not before `from`; the following one is `interval` milliseconds later. */
  draw(queue: Queue, from: Date, interval: number): Promise<Date>;
  /** Reserves no moment before `until` from now on. */
  hold(queue: Queue, until: Date): Promise<void>;
}

/** `probeAt`: when the next attempt is let through, in machine time. `told`: admins have been told. */
export type Hold = { queue: Queue; since: Date; reason: string; probes: number; probeAt: Date; told: boolean };

/** The holds that all processes share. */
export interface HoldBook {
  all(): Promise<Hold[]>;
  get(queue: Queue): Promise<Hold | null>;
  /** False when the queue is held already. */
  add(hold: Hold): Promise<boolean>;
  /** Takes the probe due at `due`, and sets the next; false when another process took it or the hold has ended. */
  takeProbe(queue: Queue, due: Date, next: Date): Promise<boolean>;
  /** False when another process removed it first. */
  remove(queue: Queue, since: Date): Promise<boolean>;
  told(queue: Queue, since: Date): Promise<void>;
  /** Whether an operator has paused all sending. */
  isPaused(): Promise<boolean>;
}

/** An operator's pause of all sending. */
export interface SendingPause {
  /** Null when nothing is paused. */
  since(): Promise<Date | null>;
  /** False when it is paused already. */
  pause(at: Date): Promise<boolean>;
  /** False when it is not paused. */
  resume(): Promise<boolean>;
}
