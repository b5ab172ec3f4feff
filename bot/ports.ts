import type { Case, CaseChange } from './cases/case.ts';
import type { Draft } from './cases/draft.ts';
import type { CaseId, PersonId } from './ids.ts';
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
  /** The common list, the oldest first. */
  shared(): Promise<Case[]>;
  /** What keeps an agent busy: the active cases they have and the waiting ones they hold the offer for. */
  heldBy(agent: PersonId): Promise<Case[]>;
  /** Of every waiting and active case, what the agents' load is counted from. */
  burdens(): Promise<Burden[]>;
  /** Cases for which the clock has something to do by `now`. */
  due(states: readonly Case['state'][], now: Date): Promise<Case[]>;
  /** The next short number. Numbers may skip, never repeat. */
  nextNumber(): Promise<number>;
}

/** Who has a case, or holds its offer. */
export type Burden = Pick<Case, 'state' | 'agent' | 'offers'>;

export type DraftChange = { set: Partial<Omit<Draft, '_id' | 'rev' | 'owes' | 'receipts'>>; owes: Owed[] };

export interface Drafts {
  add(draft: Draft): Promise<boolean>;
  get(id: CaseId): Promise<Draft | null>;
  change(id: CaseId, rev: number, change: DraftChange, receipt: string | null): Promise<boolean>;
  /** Open drafts written before `moment`. */
  openSince(moment: Date): Promise<Draft[]>;
}

export interface People {
  get(id: PersonId): Promise<Person | null>;
  all(): Promise<Person[]>;
  agents(): Promise<Person[]>;
  byAddress(platform: Platform, id: string): Promise<Person | null>;
  byEmail(email: string): Promise<Person | null>;
  /** False when this person, or somebody with this e-mail or address, is there already. */
  add(person: Person): Promise<boolean>;
  /** Notes where a person was seen; their older address on that platform goes. */
  seen(id: PersonId, address: Address): Promise<void>;
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

/** Messages that belong to no case or draft; adding one twice is adding it once. */
export interface Outbox {
  add(owed: readonly Owed[]): Promise<void>;
}

/** The domain's clock: everything a person would call a time. */
export type Clock = () => Date;

/** Signed addresses that a card may carry. */
export interface Links {
  calendar(id: CaseId, turn: number): string;
}
