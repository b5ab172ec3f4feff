import type { CaseId, DeliveryId, PersonId } from '../../bot/ids.ts';
import type { Owed } from '../../bot/messages/owed.ts';
import type { Saying } from '../../bot/notices.ts';
import type { Platform } from '../../bot/platform.ts';

/** `queued`: due, too, in a run that goes behind what people wait for. `obsolete`: it no longer concerns them. */
export const DELIVERY_STATES = ['due', 'queued', 'sent', 'obsolete', 'unreachable', 'failed'] as const;

/**
 * One message on its way to one person.
 * Times here are the machine's, but for `notBefore`, which is the domain's (docs/rules.md, "Two clocks").
 */
export type Delivery = Omit<Owed<Saying>, 'id'> & {
  _id: DeliveryId;
  /** Sorts the messages of one conversation as they were decided. */
  order: string;
  state: (typeof DELIVERY_STATES)[number];
  attempts: number;
  /** Not tried before this moment; moved on after a failed try. */
  tryAt: Date;
  /** Who is sending it, and until when nobody else may. */
  leaseBy: string | null;
  leaseUntil: Date;
  /** Why it was not sent, in the platform's words. */
  reason: string | null;
  sentAt: Date | null;
};

/** What came of a try. `held`: its run is paused. `later`: it is not the hour for it. */
export type Delivered = { kind: 'sent' | 'obsolete' | 'held' } | { kind: 'later'; at: Date };

export const SENT: Delivered = { kind: 'sent' };
export const OBSOLETE: Delivered = { kind: 'obsolete' };

/** A message that is owed. The stores give it its place among all others when it is decided. */
export type Debt = Owed<Saying> & Partial<Pick<Delivery, 'order'>>;

/** What is to be known of a delivery before it is claimed. */
export type Ready = Pick<Delivery, '_id' | 'to' | 'order' | 'tryAt' | 'leaseUntil'>;

type Due = {
  /** For sending now, oldest first: at most one for each person, and none whose elder is still unsent. */
  ready: Ready[];
  /** Everybody who has something due, be it ready or not; null when there was more than was looked at. */
  waiting: ReadonlySet<string> | null;
};

/** Where the card of a dilemma stands in a person's chat, and which part of the conversation it shows. */
export type Post = {
  _id: string;
  person: PersonId;
  case: CaseId;
  /** Where it stands; the person may be elsewhere by now. */
  platform: Platform;
  message: string;
  /** The first turn it shows. */
  from: number;
  /** How many turns the person has been told of by a ping. */
  pinged: number;
};

/** Documents that owe messages; the relay takes them from there to the deliveries. */
export interface Owing {
  /** Ids and debts of documents that owe something; each document's debts in the order they were decided. */
  unrelayed(): Promise<{ id: string; owes: Debt[] }[]>;
  /** Strikes off debts of one document, without touching its revision. */
  struck(id: string, owed: readonly DeliveryId[]): Promise<void>;
}

export interface Deliveries {
  /** Adding one twice is adding it once. */
  add(debt: Debt): Promise<void>;
  /** Adds one that `holder` has claimed until `until`, its first try; null when it is there already. */
  addClaimed(debt: Debt, holder: string, until: Date): Promise<Delivery | null>;
  due(machineNow: Date, domainNow: Date): Promise<Due>;
  /** Of the runs on a platform, some of what is due for sending now. */
  queued(platform: Platform, machineNow: Date, domainNow: Date): Promise<Delivery[]>;
  /** Takes a delivery for `holder` until `until`; null when somebody else has it or it is done. */
  claim(id: DeliveryId, holder: string, machineNow: Date, until: Date): Promise<Delivery | null>;
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

export interface Posts {
  get(person: PersonId, id: CaseId): Promise<Post | null>;
  put(post: Omit<Post, '_id'>): Promise<void>;
}

/** Where all processes draw the moments at which each may ask something of a platform. */
export interface PaceBook {
  /** The next free moment, not before `from`; the one after it comes `interval` milliseconds later. */
  draw(platform: Platform, from: Date, interval: number): Promise<Date>;
  /** No moment before this one is given out any more. */
  hold(platform: Platform, until: Date): Promise<void>;
}
