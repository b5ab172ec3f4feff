import type { Recorded } from '../audit/record.ts';
import type { PersonId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { SealDeps } from '../seal.ts';
import type { Language, Role } from '../words.ts';
import type { Absence, Address, ClosedAccount, Person, Said, Source } from './person.ts';

/** The colleagues Sammen knows. Every write is durable when its promise resolves. */
export interface People {
  get(id: PersonId): Promise<Person | null>;
  /** Everybody, without erased people and without accounts that were linked to another person. */
  all(): Promise<Person[]>;
  /** Up to `limit` people whose ids follow `id`, in order of id; starts with the first when `id` is empty. */
  after(id: PersonId | '', limit: number): Promise<Person[]>;
  agents(): Promise<Person[]>;
  /** Whoever has this chat account, also when it is closed. */
  byAddress(platform: Platform, id: string): Promise<Person | null>;
  /** One of those with this e-mail address: who works here and is on the list, if there is one. */
  byEmail(email: string): Promise<Person | null>;
  withRole(role: Role): Promise<Person[]>;
  /** Direct reports. */
  under(manager: PersonId): Promise<Person[]>;
  /** The units that people work in, largest first. */
  units(): Promise<string[]>;
  /** Returns false when this person, or somebody with this e-mail address or chat account, already exists. */
  add(person: Person): Promise<boolean>;
}

/** Agents who were changed a moment ago. */
export interface AgentChanges {
  /** Whoever is an agent, or was one, and was written since then by the clock of the machine that wrote. */
  agentsChangedSince(moment: Date): Promise<Person[]>;
}

/** Searches people by what they are called, and where they work. */
export interface PeopleSearch {
  /**
   * Up to `limit` people with a word of their name or unit that begins like this one, in no order; without accounts
   * that were linked to another person. The word is in lower case.
   */
  foundBy(word: string, limit: number): Promise<Person[]>;
}

export interface PersonChanges {
  /** Sets fields from a person, the list of people or an admin; missing fields are unchanged. */
  change(id: PersonId, change: Partial<PersonChange>): Promise<void>;
  setLanguage(id: PersonId, language: Language): Promise<void>;
  giveRole(id: PersonId, role: Role, recorded: Recorded<'give-role'>): Promise<void>;
  takeRole(id: PersonId, role: Role, recorded: Recorded<'take-role'>): Promise<void>;
  addAbsence(id: PersonId, absence: Absence): Promise<void>;
  dropAbsence(id: PersonId, absence: Pick<Absence, 'from' | 'until'>): Promise<void>;
  /** Stores where a person was last seen; replaces their earlier address on that platform. */
  seen(id: PersonId, address: Address): Promise<void>;
  /** Removes an address. With `forGood` it can be added again only with a linking code. */
  dropAddress(id: PersonId, address: Address, forGood: boolean): Promise<void>;
  /** Stores when an agent was last asked; the time never moves back. */
  noteAsked(id: PersonId, at: Date): Promise<void>;
}

/** Chat accounts, and the e-mail addresses that lead to a person. */
export interface PersonAccounts {
  /** Everybody with this e-mail address, whoever said so; compared without case. */
  withEmail(email: string): Promise<Person[]>;
  /** Stores what a source says of a person, and drops what it said before. @param said by one source at one moment */
  say(id: PersonId, said: readonly Said[]): Promise<void>;
  /** Removes what a source said. */
  unsay(id: PersonId, by: Source): Promise<void>;
  /** Gives a person their first account on a platform. Returns false when they have one there. */
  claim(id: PersonId, address: Address): Promise<boolean>;
  /** Stores that an account takes no messages. `seen` opens it again. */
  close(id: PersonId, account: ClosedAccount): Promise<void>;
}

/** What the ids of new people are made with. */
export type PersonIds = SealDeps;

/** What platforms say of people now. */
export interface PersonLookup {
  /**
   * Asks the platforms about somebody's accounts, each at most once a day, and stores what they say. Returns whether an
   * account was closed.
   */
  lookAgain(id: PersonId): Promise<boolean>;
}

/** The fields that `change` may set. Addresses and `askedAt` have methods of their own. */
export type PersonChange = Pick<
  Person,
  | 'name'
  | 'email'
  | 'unit'
  | 'profession'
  | 'manager'
  | 'roles'
  | 'language'
  | 'phone'
  | 'phoneTipAt'
  | 'agent'
  | 'askedAbout'
  | 'imported'
  | 'left'
  | 'leaving'
  | 'unreachableSince'
  | 'joined'
  | 'joining'
  | 'said'
  | 'closed'
>;
