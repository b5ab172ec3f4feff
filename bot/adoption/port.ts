import type { Case } from '../cases/case.ts';
import type { CaseId, DeliveryId, NudgeId, PersonId, StoryId } from '../ids.ts';
import type { NudgeRecord } from '../nudges/nudge-record.ts';
import type { Story } from '../stories/story.ts';
import type { Week } from '../time/iso-week.ts';
import type { Fact, FactKind, Headcount } from './fact.ts';
import type { Pseudonym } from './pseudonym.ts';
import type { Publication } from './publication.ts';
import type { PublishedWeek } from './published-week.ts';
import type { CountedPeople, Rollup } from './rollup.ts';

/** Facts are written once, and may be corrected until their week closes. */
export interface Facts {
  /** Adds a fact, or corrects it. Returns false when nothing changed. */
  put(fact: Fact): Promise<boolean>;
  get(id: string): Promise<Fact | null>;
  /** A week's facts, of some kinds or of all. */
  ofWeek(week: Week, kinds?: readonly FactKind[]): Promise<Fact[]>;
  count(week: Week, kind: FactKind): Promise<number>;
  /** Replaces one pseudonym with another. Returns how many facts changed. */
  become(from: Pseudonym, to: Pseudonym): Promise<number>;
  /** Weeks with facts of these kinds by this pseudonym. */
  weeksOf(who: Pseudonym, kinds: readonly FactKind[]): Promise<Week[]>;
  /** The first week with a fact; null before there is any. */
  firstWeek(): Promise<Week | null>;
}

/** Documents (cases, nudges, stories) whose facts are still to be taken. */
interface ToCount<Id, T> {
  /** At most `limit` documents that changed since their facts were taken. */
  toCount(limit: number): Promise<T[]>;
  /** Records that facts were taken at revision `rev`; does nothing if the document has changed since. */
  counted(id: Id, rev: number): Promise<void>;
}
export type CasesToCount = ToCount<CaseId, Case>;
export type NudgesToCount = ToCount<NudgeId, NudgeRecord>;
export type StoriesToCount = ToCount<StoryId, Story>;

/** Cases of the running week, with noise, as counted on `day` (YYYY-MM-DD); null in a workplace too small to tell. */
export type RunningCount = { week: Week; day: string; asked: number | null };

/** Sums of closed weeks. Adding one twice keeps the first. */
export interface Rollups {
  add(rollup: Rollup): Promise<void>;
  /** Replaces a rollup's pseudonyms; its numbers stay. */
  rename(week: Week, people: CountedPeople): Promise<void>;
  /** In order of week. */
  all(): Promise<Rollup[]>;
  /** The last closed week; null before there is any. */
  last(): Promise<Week | null>;
  /** Deletes the rollups and what was published of them; not what they are rebuilt from, nor what was drawn. */
  clear(): Promise<void>;
  /** The last count of the running week's cases; null before the first. */
  running(): Promise<RunningCount | null>;
  keepRunning(count: RunningCount): Promise<void>;
}

export interface Headcounts {
  addHeadcount(head: Headcount): Promise<Headcount>;
  headcounts(): Promise<Headcount[]>;
}

/** What reports show of the rollups. */
export interface Publications {
  /** Keeps what was drawn for a week, and returns it; when it was drawn before, the first draw stays. */
  keepDrawn(week: PublishedWeek): Promise<PublishedWeek>;
  /** In order of week. */
  drawn(): Promise<PublishedWeek[]>;
  publish(publication: Publication): Promise<void>;
  lastPublished(): Promise<Publication | null>;
}

export interface MessagesOfWeek {
  /** The ids among these that were undeliverable. */
  unreachable(ids: readonly DeliveryId[]): Promise<DeliveryId[]>;
}

/** Signed links to the report. */
export interface ReportLinks {
  /** A link to the report for this person. It works once and expires soon. */
  report(person: PersonId): string;
}
