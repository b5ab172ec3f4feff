import type { PersonId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Language, Role } from '../words.ts';
import type { Absence, Address, Person } from './person.ts';

/** The colleagues Sammen knows. Every write is durable when its promise resolves. */
export interface People {
  get(id: PersonId): Promise<Person | null>;
  /** Everybody once: an account that joined another person is that person. */
  all(): Promise<Person[]>;
  /** The next `limit` people in the order of their ids; from the first when `id` is empty. */
  after(id: PersonId | '', limit: number): Promise<Person[]>;
  agents(): Promise<Person[]>;
  byAddress(platform: Platform, id: string): Promise<Person | null>;
  byEmail(email: string): Promise<Person | null>;
  withRole(role: Role): Promise<Person[]>;
  /** The people this person manages. */
  under(manager: PersonId): Promise<Person[]>;
  /** The units that people said they work in, the largest first. */
  units(): Promise<string[]>;
  /** False when this person, or somebody with this e-mail or address, exists already. */
  add(person: Person): Promise<boolean>;
}

export interface PersonChanges {
  /** What a person, the list of people or an admin says of somebody; fields left out stay as they are. */
  change(id: PersonId, change: Partial<PersonChange>): Promise<void>;
  setLanguage(id: PersonId, language: Language): Promise<void>;
  giveRole(id: PersonId, role: Role): Promise<void>;
  takeRole(id: PersonId, role: Role): Promise<void>;
  addAbsence(id: PersonId, absence: Absence): Promise<void>;
  dropAbsence(id: PersonId, absence: Pick<Absence, 'from' | 'until'>): Promise<void>;
  /** Notes where a person was seen; replaces their older address on that platform. */
  seen(id: PersonId, address: Address): Promise<void>;
  /** Removes an address. With `forGood` it can be added again only with a linking code. */
  dropAddress(id: PersonId, address: Address, forGood: boolean): Promise<void>;
  /** Notes that an agent was asked; never moves back. */
  noteAsked(id: PersonId, at: Date): Promise<void>;
}

/** What others may change about a person; their addresses and when they were asked are only noted. */
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
  | 'agent'
  | 'imported'
  | 'left'
  | 'leaving'
  | 'joined'
  | 'joining'
>;

/** Who changed what with an admin's rights, and when. Never holds text: `detail` is a role, days, a week, platforms or a path. */
export type AdminEntry = { at: Date; by: PersonId; did: string; about: PersonId | null; detail: string | null };

export interface AdminLog {
  /** Adding one twice is adding it once. */
  add(id: string, entry: AdminEntry): Promise<void>;
  newest(limit: number): Promise<AdminEntry[]>;
}
