import type { CaseId, PersonId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Principle } from '../words.ts';
import type { Case, CaseChange } from './case.ts';
import type { FieldsHolding } from './fields-holding.ts';

/** Cases, one document each. Every write is durable when its promise resolves. */
export interface Cases {
  /** Returns false and writes nothing when a case with this id already exists; throws when its number is taken. */
  add(opened: Case): Promise<boolean>;
  get(id: CaseId): Promise<Case | null>;
  byNumber(number: number): Promise<Case | null>;
  /** One conditional write. Returns false and writes nothing when the case is no longer at `rev`. */
  change(id: CaseId, rev: number, change: CaseChange, receipt: string | null): Promise<boolean>;
  /** The next short number. Numbers may skip but never repeat. */
  nextNumber(): Promise<number>;
}

export interface CaseLists {
  /**
   * Up to `limit` cases that the person asked, has, holds an offer for, was invited to, or is asked in about an
   * introduction; newest first.
   */
  of(person: PersonId, limit: number): Promise<Case[]>;
  /** Up to `limit` active or answered cases that the person asked or has; newest first. */
  inTalk(person: PersonId, limit: number): Promise<Case[]>;
  /** The common list, oldest first. */
  shared(): Promise<Case[]>;
  /**
   * The active cases an agent has, the waiting ones they hold an offer for, those they are invited to or
   * help with, and those in which they are asked about an introduction.
   */
  heldBy(agent: PersonId): Promise<Case[]>;
  /** Every waiting and active case, reduced to what tells how long it has waited and for whom. */
  unanswered(): Promise<UnansweredCase[]>;
  /** The cases that an agent answered since then, reduced to whom they helped. */
  helpedBy(agent: PersonId, since: Date): Promise<HelpedCase[]>;
  /** How many cases with this principle an agent has called not their field; counts up to `limit`. */
  notTheirField(agent: PersonId, principle: Principle, limit: number): Promise<number>;
  /** Cases for which the clock has something to do by `now`. */
  due(states: readonly Case['state'][], now: Date): Promise<Case[]>;
}

/** What the agents' load is counted from. */
export interface Burdens {
  /** Every waiting and active case. */
  burdens(): Promise<Burden[]>;
  /** The cases, open or not, that were written since then by the clock of the machine that wrote. */
  burdensChangedSince(moment: Date): Promise<Burden[]>;
  /** The waiting and active cases that keep this agent busy. */
  burdensOf(agent: PersonId): Promise<Burden[]>;
}

export interface CorrectedCases {
  /** Cases of which the asker or the agent has named a label. For a command: it looks at all cases. */
  corrected(): Promise<Case[]>;
}

/** The fields of a case that refer to people. What it owes is sent before anybody is erased; a hold has its own rule. */
export type PeopleInCase = Pick<Case, Exclude<FieldsHolding<Case, PersonId>, 'owes' | 'hold'>>;

/** The fields of a case in which somebody's words stand. A hold's reason goes with the hold. */
export type WordsInCase = Pick<Case, Exclude<FieldsHolding<Case, Masked>, 'hold'>>;

/** The fields of a case that show which agent it keeps busy. */
export type Burden = Pick<Case, '_id' | 'state' | 'agent' | 'offers' | 'invitations' | 'anonymous'>;

export type HelpedCase = Pick<Case, '_id' | 'asker' | 'anonymous'>;

export type UnansweredCase = Pick<Case, 'state' | 'askedAt' | 'offers' | 'promise'>;

/** Signed URLs of calendar files, for cards. */
export interface CalendarLinks {
  /** @param start when the talk begins */
  calendar(id: CaseId, turn: number, start: Date): string;
}
