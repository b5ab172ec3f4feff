import type { Masked } from '../privacy/mask.ts';
import type { FieldOfWork } from '../words.ts';

/** A public event of the town's calendar, its words cleaned and masked. */
export type TownEvent = {
  /** Stable from one reading to the next, and different for each date of a series. */
  id: string;
  title: Masked;
  place: Masked | null;
  /** The first and the last day in the organisation's time zone, YYYY-MM-DD. */
  day: string;
  lastDay: string;
  /** When it begins; null when it lasts all day. */
  at: Date | null;
  /** The field of work that its words name; `all` when none is named. */
  field: FieldOfWork;
};

/** A public event as it stands in the calendar. */
export type FeedEvent = {
  uid: string;
  title: string;
  place: string;
  categories: string;
  day: string;
  lastDay: string;
  at: Date | null;
};

/**
 * Why a calendar could not be read: it is not there, may not be fetched, cannot be reached, takes too long, is too
 * large, holds too many events, leads to an address or by a way that is not allowed, is no calendar, or a broken one.
 */
export const FEED_FAULTS = [
  'missing',
  'denied',
  'unreachable',
  'slow',
  'large',
  'many',
  'private',
  'insecure',
  'redirects',
  'not-calendar',
  'broken',
] as const;
export type FeedFault = (typeof FEED_FAULTS)[number];

/** The town's calendar could not be read. The message is for the log, and holds nothing of the calendar's text. */
export class UnreadableFeed extends Error {
  override readonly name = 'UnreadableFeed';
  readonly fault: FeedFault;
  constructor(fault: FeedFault, why: string) {
    super(why);
    this.fault = fault;
  }
}

/** The calendar that `CALENDAR` names. */
export type TownFeed = {
  /** Tells one calendar from another; not its address, which may hold a key. */
  source: string;
  /** The public events that begin between two local days, both included. @throws UnreadableFeed */
  read(from: string, until: string): Promise<FeedEvent[]>;
};
