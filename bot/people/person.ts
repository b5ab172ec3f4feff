import type { PersonId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Language, Principle, Role, Topic } from '../words.ts';

/**
 * Away from and with `from` until and with `until`, both YYYY-MM-DD in the organisation's zone. What would have been
 * offered to them goes to the substitute first.
 */
export type Absence = { from: string; until: string; substitute: PersonId | null };

export type AgentProfile = {
  principles: Principle[];
  topics: Topic[];
  languages: Language[];
  capacity: number;
  /** They agreed to stand on the public list. */
  shown: boolean;
  /** Where to meet them, such as "Biblioteket, 1. sal". */
  place: Masked | null;
};

/** Where a person is reached: their own name there, and when they last wrote or pressed there (machine time). */
export type Address = { platform: Platform; id: string; at: Date };

/** A colleague. Everybody may ask; an agent also answers. */
export type Person = {
  _id: PersonId;
  name: string;
  /** Known from the directory or a verified sign-in, never from free text; lower case. */
  email: string | null;
  addresses: Address[];
  /**
   * Null until somebody tells: they are asked once, when they first send a case. A name of a unit as the list of people
   * declares it, or masked words of their own; both are matched with each other, so it is a plain string.
   */
  unit: string | null;
  profession: string | null;
  manager: PersonId | null;
  roles: Role[];
  language: Language;
  /** Shown to the other side of a case when they offer to talk. */
  phone: string | null;
  agent: AgentProfile | null;
  absences: Absence[];
  /** When this agent last got an offer, `NEVER` before the first: who was asked least recently comes first. */
  askedAt: Date;
  /** They stand in the municipality's own list of people, so a list without them says that they left. */
  imported: boolean;
  /** When the list or an admin said that they no longer work here. Null: they do. */
  left: Date | null;
  /** They left, and what they had or were offered is still to be handed on. */
  leaving: boolean;
  /** The colleague they turned out to be, on another platform: the two are one now. Null: they are themselves. */
  joined: PersonId | null;
  /** They became another colleague, and what was theirs may still be on its way there. */
  joining: boolean;
  /** Chat accounts (`accountOf`) they parted from: no e-mail address brings one back, only a code does. */
  apart: string[];
  /** They are to be forgotten, and who of no name is to stand in their place (`nobody`). Absent: they are not. */
  forgetting?: PersonId;
  /** Stands where somebody stood who was forgotten: without a name, a chat, or a way back to them. */
  nobody?: true;
};

/** One name for a chat account. */
export const accountOf = ({ platform, id }: Pick<Address, 'platform' | 'id'>): string => `${platform}:${id}`;

export const NEVER = new Date(0);

/** What others may call somebody; null for whom nobody knows any more. */
export const nameOf = (person: Pick<Person, 'name' | 'nobody'> | null): string | null =>
  person === null || person.nobody ? null : person.name;

/** Upper limit of open cases, unless the profile says otherwise (docs/rules.md, "Choosing an agent"). */
export const DEFAULT_CAPACITY = 3;

/** What a colleague calls them. */
export const firstName = ({ name }: Pick<Person, 'name'>): string => name.split(' ')[0] ?? name;

/** Whether somebody has one of these roles. */
export const hasRole = ({ roles }: Pick<Person, 'roles'>, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

export const isAgent = (person: Person): person is Person & { agent: AgentProfile } =>
  hasRole(person, 'agent') && person.agent !== null && person.joined === null;

/** Where a person is reached: where they last were comes first. */
export const byLastSeen = ({ addresses }: Pick<Person, 'addresses'>): Address[] =>
  addresses.toSorted((a, b) => b.at.getTime() - a.at.getTime());

/** Messages go where the person last was; null when they are on no platform yet. */
export const homeOf = (person: Pick<Person, 'addresses'>): Address | null => byLastSeen(person)[0] ?? null;

/** The absence that holds on this day; of several the one that lasts longest. */
export const absenceOn = ({ absences }: Pick<Person, 'absences'>, localDate: string): Absence | null =>
  absences
    .filter((absence) => absence.from <= localDate && localDate <= absence.until)
    .toSorted((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null;

export const isAbsent = (person: Pick<Person, 'absences'>, localDate: string): boolean =>
  absenceOn(person, localDate) !== null;
