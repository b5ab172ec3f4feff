import type { CaseId, PersonId } from '../ids.ts';
import type { Case, CaseChange } from './case.ts';

/** Cases, one document each. Every write is durable when its promise resolves. */
export interface Cases {
  /** False when a case with this id exists already: then nothing was written. */
  add(opened: Case): Promise<boolean>;
  get(id: CaseId): Promise<Case | null>;
  byNumber(number: number): Promise<Case | null>;
  /** One conditional write; false when the case has moved on from `rev` and nothing was written. */
  change(id: CaseId, rev: number, change: CaseChange, receipt: string | null): Promise<boolean>;
  /** The next short number. Numbers may skip, never repeat. */
  nextNumber(): Promise<number>;
}

export interface CaseLists {
  /** Cases the person asked, has, or holds an offer for; the newest first, at most `limit`. */
  of(person: PersonId, limit: number): Promise<Case[]>;
  /** Cases the person asked or has in which people may still write: active or answered; the newest first. */
  inTalk(person: PersonId, limit: number): Promise<Case[]>;
  /** The common list, the oldest first. */
  shared(): Promise<Case[]>;
  /** What keeps an agent busy: the active cases they have and the waiting ones they hold the offer for. */
  heldBy(agent: PersonId): Promise<Case[]>;
  /** Of every waiting and active case, what the agents' load is counted from. */
  burdens(): Promise<Burden[]>;
  /** Cases for which the clock has something to do by `now`. */
  due(states: readonly Case['state'][], now: Date): Promise<Case[]>;
}

/** Where a case names people. */
export type Parts = Pick<Case, 'asker' | 'agent' | 'offers' | 'turns' | 'answer' | 'events'>;

/** Who has a case, or holds its offer. */
export type Burden = Pick<Case, 'state' | 'agent' | 'offers'>;

/** Signed addresses of calendar files that a card may carry. */
export interface CalendarLinks {
  calendar(id: CaseId, turn: number): string;
}
