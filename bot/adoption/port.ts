import type { Case } from '../cases/case.ts';
import type { CaseId, DeliveryId, NudgeId, PersonId } from '../ids.ts';
import type { NudgeRecord } from '../nudges/nudge-record.ts';
import type { Fact, FactKind, Headcount } from './fact.ts';
import type { Pseudonym } from './pseudonym.ts';
import type { Publication } from './publication.ts';
import type { CountedPeople, Rollup } from './rollup.ts';
import type { Week } from './week.ts';

/** What happened, for counting; each is written once and may be put right until its week closes. */
export interface Facts {
  /** Adds it, or puts it right where it differs. False when there was nothing to do. */
  put(fact: Fact): Promise<boolean>;
  get(id: string): Promise<Fact | null>;
  /** All of a week, or those of some kinds. */
  ofWeek(week: Week, kinds?: readonly FactKind[]): Promise<Fact[]>;
  count(week: Week, kind: FactKind): Promise<number>;
  /** What one pseudonym did, another did from now on. Answers how many facts that were. */
  become(from: Pseudonym, to: Pseudonym): Promise<number>;
  /** The weeks in which this pseudonym did something of these kinds. */
  weeksOf(who: Pseudonym, kinds: readonly FactKind[]): Promise<Week[]>;
  /** The first week with a fact; null before there is any. */
  firstWeek(): Promise<Week | null>;
}

/** Cases and nudges whose facts are still to be taken. */
export interface ToCount<Id, T> {
  /** Those that changed since their facts were taken; at most `limit`. */
  toCount(limit: number): Promise<T[]>;
  /** Notes that the facts were taken as it stood at `rev`; nothing happens when it has moved on. */
  counted(id: Id, rev: number): Promise<void>;
}
export type CasesToCount = ToCount<CaseId, Case>;
export type NudgesToCount = ToCount<NudgeId, NudgeRecord>;

/** What closed weeks add up to. Adding one twice is adding it once: the first holds. */
export interface Rollups {
  add(rollup: Rollup): Promise<void>;
  /** Puts other pseudonyms into a sum; its numbers stay. */
  rename(week: Week, people: CountedPeople): Promise<void>;
  /** In the order of weeks. */
  all(): Promise<Rollup[]>;
  /** The last closed week; null before there is any. */
  last(): Promise<Week | null>;
  /** Forgets the sums, not the facts and headcounts, so that they can be made anew. */
  clear(): Promise<void>;
  /** How many cases the running week had when they were last counted; null when they were not yet. */
  running(week: Week): Promise<number | null>;
  keepRunning(week: Week, asked: number): Promise<void>;
}

export interface Headcounts {
  addHeadcount(head: Headcount): Promise<Headcount>;
  headcounts(): Promise<Headcount[]>;
}

/** What of the sums a report shows. */
export interface Publications {
  publish(publication: Publication): Promise<void>;
  lastPublished(): Promise<Publication | null>;
}

export interface MessagesOfWeek {
  /** Those of these messages whose person could be reached nowhere. */
  unreachable(ids: readonly DeliveryId[]): Promise<DeliveryId[]>;
}

/** Signed addresses of the report. */
export interface ReportLinks {
  /** The way into the report for this person: once, and not for long. */
  report(person: PersonId): string;
}
