import type { Fact, FactKind, Headcount } from './adoption/fact.ts';
import type { Pseudonym } from './adoption/pseudonym.ts';
import type { Publication } from './adoption/publication.ts';
import type { CountedPeople, Rollup } from './adoption/rollup.ts';
import type { Case, CaseChange } from './cases/case.ts';
import type { Draft } from './cases/draft.ts';
import type { CaseId, DeliveryId, NudgeId, PersonId, TeamChannelId } from './ids.ts';
import type { NudgeRecord, Reaction, Sent } from './nudges/nudge-record.ts';
import type { Reader, Wishes } from './nudges/reader.ts';
import type { Run, RunCounts } from './nudges/run.ts';
import type { TeamChannel } from './nudges/team/team-channel.ts';
import type { Week } from './nudges/week.ts';
import type { Owed } from './owed.ts';
import type { Absence, Address, Person, Platform } from './people/person.ts';
import type { Language, Role } from './words.ts';

/** What the bot needs of the world, in its own words. Every write is durable when its promise resolves. */

export interface Cases {
  /** False when a case with this id is there already: then nothing was written. */
  add(opened: Case): Promise<boolean>;
  get(id: CaseId): Promise<Case | null>;
  byNumber(number: number): Promise<Case | null>;
  /** One conditional write; false when the case has moved on from `rev` and nothing was written. */
  change(id: CaseId, rev: number, change: CaseChange, receipt: string | null): Promise<boolean>;
  /** Cases the person asked, has, or holds an offer for; the newest first, at most `most`. */
  of(person: PersonId, most: number): Promise<Case[]>;
  /** Cases the person asked or has in which people may still write: active or answered; the newest first. */
  inTalk(person: PersonId, most: number): Promise<Case[]>;
  /** The common list, the oldest first. */
  shared(): Promise<Case[]>;
  /** What keeps an agent busy: the active cases they have and the waiting ones they hold the offer for. */
  heldBy(agent: PersonId): Promise<Case[]>;
  /** Of every waiting and active case, what the agents' load is counted from. */
  burdens(): Promise<Burden[]>;
  /** Cases for which the clock has something to do by `now`. */
  due(states: readonly Case['state'][], now: Date): Promise<Case[]>;
  /** Every case in which this person has or had a part. */
  naming(person: PersonId): Promise<Case[]>;
  /** Gives the parts of a case to others; false when it has moved on from `rev`. */
  recast(id: CaseId, rev: number, parts: Parts & Partial<Pick<Case, 'text' | 'dueAt'>>): Promise<boolean>;
  /** Cases that changed since their facts were taken; at most `most`. */
  toCount(most: number): Promise<Case[]>;
  /** The facts of a case were taken as it stood at `rev`; nothing happens when it has moved on. */
  counted(id: CaseId, rev: number): Promise<void>;
  /** The next short number. Numbers may skip, never repeat. */
  nextNumber(): Promise<number>;
}

/** Where a case names people. */
export type Parts = Pick<Case, 'asker' | 'agent' | 'offers' | 'turns' | 'answer' | 'events'>;

/** Who has a case, or holds its offer. */
export type Burden = Pick<Case, 'state' | 'agent' | 'offers'>;

export type DraftChange = { set: Partial<Omit<Draft, '_id' | 'rev' | 'owes' | 'receipts'>>; owes: Owed[] };

export interface Drafts {
  add(draft: Draft): Promise<boolean>;
  get(id: CaseId): Promise<Draft | null>;
  change(id: CaseId, rev: number, change: DraftChange, receipt: string | null): Promise<boolean>;
  /** What this person wrote and has not sent. */
  openOf(person: PersonId): Promise<Draft[]>;
  /** All that this person ever wrote, also what became of it a case. */
  of(person: PersonId): Promise<Draft[]>;
  /** Open drafts written before `moment`. */
  openSince(moment: Date): Promise<Draft[]>;
}

export interface People {
  get(id: PersonId): Promise<Person | null>;
  /** Everybody once: who joined another is that other. */
  all(): Promise<Person[]>;
  /** The next `most` people in the order of their ids; from the first when `id` is empty. */
  after(id: PersonId | '', most: number): Promise<Person[]>;
  agents(): Promise<Person[]>;
  byAddress(platform: Platform, id: string): Promise<Person | null>;
  byEmail(email: string): Promise<Person | null>;
  /** False when this person, or somebody with this e-mail or address, is there already. */
  add(person: Person): Promise<boolean>;
  /** Notes where a person was seen; their older address on that platform goes. */
  seen(id: PersonId, address: Address): Promise<void>;
  /** Somebody is there no more; `forGood`: only a code brings them together again. */
  dropAddress(id: PersonId, address: Address, forGood: boolean): Promise<void>;
  setLanguage(id: PersonId, language: Language): Promise<void>;
  /** What a person, the list of people or an admin says of somebody; fields left out stay as they are. */
  change(id: PersonId, told: Partial<Told>): Promise<void>;
  withRole(role: Role): Promise<Person[]>;
  giveRole(id: PersonId, role: Role): Promise<void>;
  takeRole(id: PersonId, role: Role): Promise<void>;
  addAbsence(id: PersonId, absence: Absence): Promise<void>;
  dropAbsence(id: PersonId, absence: Pick<Absence, 'from' | 'until'>): Promise<void>;
  /** Whose manager this is. */
  under(manager: PersonId): Promise<Person[]>;
  /** Who left, and has cases that are not handed on yet. */
  leaving(): Promise<Person[]>;
  /** Who joined another, and may have left something behind. */
  joining(): Promise<Person[]>;
  /** Who joined this person, once. */
  joinedTo(id: PersonId): Promise<Person[]>;
  /** Marks somebody, once: they have left and have no role. False when they are marked already, or are no more. */
  markToForget(id: PersonId, nobody: PersonId, at: Date): Promise<boolean>;
  /** Who is to be forgotten, and is not yet. */
  forgetting(): Promise<Person[]>;
  /** Nothing is left of them. With `nobody` only while they are marked so: they may have come back under the same id. */
  remove(id: PersonId, nobody?: PersonId): Promise<void>;
  /** The units that people said they work in, by how many work there. */
  units(): Promise<string[]>;
  /** Notes that an agent was asked; never moves back. */
  noteAsked(id: PersonId, at: Date): Promise<void>;
}

/** What may be said of a person from outside; where they are and when they were asked is only noted. */
export type Told = Pick<
  Person,
  | 'name'
  | 'email'
  | 'unit'
  | 'profession'
  | 'manager'
  | 'roles'
  | 'language'
  | 'phone'
  | 'agent'
  | 'imported'
  | 'left'
  | 'leaving'
  | 'joined'
  | 'joining'
>;

/** Presses that belong to no case or draft and were dealt with: the same again does nothing. */
export interface Receipts {
  has(id: string): Promise<boolean>;
  add(id: string, at: Date): Promise<void>;
  /** Answers how many were forgotten. */
  forget(before: Date): Promise<number>;
}

/** Who changed what with an admin's rights, and when. Never holds text. */
export type AdminEntry = { at: Date; by: PersonId; did: string; about: PersonId | null; detail: string | null };

export interface AdminLog {
  /** Adding one twice is adding it once. */
  add(id: string, entry: AdminEntry): Promise<void>;
  newest(most: number): Promise<AdminEntry[]>;
}

/** The days on which the municipality is closed; what an admin said wins over `organisation.json`. */
export interface ClosedDays {
  has(date: string): boolean;
  /** From this day on, in order. */
  from(date: string): string[];
  set(date: string, closed: boolean): Promise<void>;
}

export type NudgeChange = { set: Partial<Pick<NudgeRecord, 'text' | 'before'>>; reactions: Reaction[] };

/** What came of the weekly principle, a document for each message of it to each person. */
export interface Nudges {
  /** False when it is planned already. */
  add(planned: NudgeRecord): Promise<boolean>;
  get(id: NudgeId): Promise<NudgeRecord | null>;
  /** One conditional write; false when it has moved on from `rev`. */
  change(id: NudgeId, rev: number, change: NudgeChange, receipt: string): Promise<boolean>;
  /** Notes the delivery; the newest place wins. */
  sent(id: NudgeId, sent: Sent): Promise<void>;
  of(people: readonly PersonId[]): Promise<NudgeRecord[]>;
  /** Delivered ones that changed since their facts were taken; at most `most`. */
  toCount(most: number): Promise<NudgeRecord[]>;
  /** Its facts were taken as it stood at `rev`; nothing happens when it has moved on. */
  counted(id: NudgeId, rev: number): Promise<void>;
  /** One person's are another's from now on; of two for one week that were not both sent, one goes. Answers how many. */
  become(from: PersonId, to: PersonId): Promise<number>;
  /** Removes all of one person's. Answers how many. */
  forget(person: PersonId): Promise<number>;
  /** How many of a week are planned, and how many of them were delivered. */
  progress(week: Week): Promise<{ planned: number; sent: number }>;
}

/** What people said about when the weekly principle may come. */
export interface Readers {
  get(id: PersonId): Promise<Wishes>;
  of(people: readonly PersonId[]): Promise<Reader[]>;
  change(id: PersonId, wishes: Partial<Wishes>): Promise<void>;
}

export interface Runs {
  /** False when the week has its run already. */
  add(run: Run): Promise<boolean>;
  get(week: Week): Promise<Run | null>;
  /** The newest first. */
  newest(most: number): Promise<Run[]>;
  /** One conditional write; false when it has moved on from `rev`. */
  change(week: Week, rev: number, set: Partial<Pick<Run, 'state' | 'paused' | 'texts' | 'skipped'>>): Promise<boolean>;
  /** Counts a page of planning, once: false when somebody else has moved the cursor on. */
  advance(
    week: Week,
    from: Run['cursor'],
    page: { to: Run['cursor']; counts: RunCounts; last: boolean },
  ): Promise<boolean>;
}

/** The channels that asked for the week's principle. */
export interface TeamChannels {
  /** Whoever gets it already goes on as before. Answers the channel as it is kept. */
  begin(
    asked: Pick<TeamChannel, '_id' | 'platform' | 'channel' | 'unit' | 'language' | 'by'> & { at: Date },
  ): Promise<TeamChannel>;
  get(id: TeamChannelId): Promise<TeamChannel | null>;
  /** Nothing happens when it has ended, or was asked for again since `rev`. */
  end(
    id: TeamChannelId,
    rev: number,
    how: { state: Exclude<TeamChannel['state'], 'on'>; at: Date; reason: string | null },
  ): Promise<void>;
  /** Notes that they had a week; never moves back. */
  sent(id: TeamChannelId, week: Week): Promise<void>;
  /** The next `most` that get it, in the order of their ids; from the first when `id` is empty. */
  after(id: TeamChannelId | '', most: number): Promise<TeamChannel[]>;
  /** How many get it. */
  count(): Promise<number>;
  /** What admins look at: whoever gets it or got it until the platform closed, the newest first. */
  newest(most: number): Promise<TeamChannel[]>;
}

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

/** What closed weeks add up to, and what of it a report shows. Adding one twice is adding it once: the first holds. */
export interface Rollups {
  addHeadcount(head: Headcount): Promise<Headcount>;
  headcounts(): Promise<Headcount[]>;
  add(rollup: Rollup): Promise<void>;
  /** Puts other pseudonyms into a sum; its numbers stay. */
  rename(week: Week, people: CountedPeople): Promise<void>;
  /** In the order of weeks. */
  all(): Promise<Rollup[]>;
  /** The last closed week; null before there is any. */
  last(): Promise<Week | null>;
  publish(publication: Publication): Promise<void>;
  lastPublished(): Promise<Publication | null>;
  /** How many cases this week, which is not over, had when they were counted last; null when they were not yet. */
  running(week: Week): Promise<number | null>;
  keepRunning(week: Week, asked: number): Promise<void>;
  /** Forgets the sums, not the facts and headcounts, so that they can be made anew. */
  clear(): Promise<void>;
}

/** Messages that belong to no case or draft; adding one twice is adding it once. */
export interface Outbox {
  add(owed: readonly Owed[]): Promise<void>;
  /** Those of these messages whose person could be reached nowhere. */
  unreachable(ids: readonly DeliveryId[]): Promise<DeliveryId[]>;
  /** Whether this message has still to be sent. */
  waits(id: DeliveryId): Promise<boolean>;
  /** Removes every message to these people, sent or not. Answers how many. */
  forget(people: readonly PersonId[]): Promise<number>;
}

/** `typed`: on another platform, by `by`, who has not said yes yet. */
export const LINK_STATES = ['open', 'typed', 'done', 'refused'] as const;

/** One wish to be the same person on two platforms, named by its code's hash. */
export type LinkRequest = {
  _id: string;
  maker: PersonId;
  /** Where the code was made. */
  platform: Platform;
  until: Date;
  state: (typeof LINK_STATES)[number];
  by: PersonId | null;
};

/** Codes somebody typed that were nobody's: the messages they stood in, and when the latest came. */
export type WrongCodes = { rev: number; heard: string[]; at: Date };

export interface LinkRequests {
  /** Adding one twice is adding it once. */
  add(request: LinkRequest): Promise<void>;
  get(id: string): Promise<LinkRequest | null>;
  /** One conditional write; false when it is not in this state any more. */
  change(id: string, from: LinkRequest['state'], to: Partial<Omit<LinkRequest, '_id'>>): Promise<boolean>;
  wrongCodes(person: PersonId): Promise<WrongCodes | null>;
  /** False when they changed since `before`. */
  setWrongCodes(person: PersonId, before: WrongCodes | null, after: Omit<WrongCodes, 'rev'>): Promise<boolean>;
  /** Answers how many were forgotten. */
  forget(before: Date): Promise<number>;
}

/** Short codes that only this Sammen can make: from the same seed always the same one, so that none needs keeping. */
export interface Codes {
  make(seed: string): string;
  /** What is kept of a code. */
  hash(code: string): string;
}

/** The cards that stand in people's chats. */
export interface StandingCards {
  /** What stands in the chats of one person is another's from now on. Answers how many that were. */
  become(from: PersonId, to: PersonId): Promise<number>;
  /** Sammen knows no more where cards stand in one person's chats. Answers how many that were. */
  forget(person: PersonId): Promise<number>;
}

/** What each platform's adapter keeps about a chat account. */
export interface ChatAccounts {
  forget(account: Pick<Address, 'platform' | 'id'>): Promise<void>;
}

/** The domain's clock: everything a person would call a time. */
export type Clock = () => Date;

/** Signed addresses that a card may carry. */
export interface Links {
  calendar(id: CaseId, turn: number): string;
  /** The way into the report for this person: once, and not for long. */
  report(person: PersonId): string;
}
