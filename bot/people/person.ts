import type { PersonId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Language, Principle, Role, Topic } from '../words.ts';

/**
 * Away from `from` to `until`, both inclusive, as YYYY-MM-DD in the organisation's zone. Cases that would have been
 * offered to them are offered to the substitute first.
 */
export type Absence = { from: string; until: string; substitute: PersonId | null };

export type AgentProfile = {
  principles: Principle[];
  topics: Topic[];
  languages: Language[];
  capacity: number;
  /** They agreed to appear on the public list. */
  shown: boolean;
  /** Where to meet them, such as "Biblioteket, 1. sal". */
  place: Masked | null;
};

/** A chat account: its id on the platform, and when the person last wrote or pressed there (machine time). */
export type Address = { platform: Platform; id: string; at: Date };

/** A chat account that its platform has switched off, or made a guest's. Nothing is sent to it. */
export type ClosedAccount = Pick<Address, 'platform' | 'id'> & { why: 'deactivated' | 'guest' };

/** Who says something of a person: the municipality's list, or a platform about their account there. */
export type Source = 'list' | Platform;

/**
 * A source's name for a person, and one of the e-mail addresses it gives, in lower case; null when it gives none. These
 * change: a person is an account, not an address. `at`: when we were told (machine time).
 */
export type Said = { by: Source; name: string; email: string | null; at: Date };

/** A colleague. Everybody may ask; an agent also answers. */
export type Person = {
  _id: PersonId;
  name: string;
  /** The address to show, from the list or a platform, never from free text; lower case. `said` has all of them. */
  email: string | null;
  /** What each source last said. Teams gives a mail address and a user principal name, and they may differ. */
  said: Said[];
  /** Their chat accounts that take messages, at most one on each platform. */
  addresses: Address[];
  /** Their chat accounts that take none. */
  closed: ClosedAccount[];
  /**
   * Null until known: they are asked once, when they first send a case. Either a unit from the list of people or a
   * masked name of their own. The two are matched with each other, so this is a plain string.
   */
  unit: string | null;
  profession: string | null;
  manager: PersonId | null;
  roles: Role[];
  language: Language;
  /** Shown to the other side of a case when this person offers to talk. */
  phone: string | null;
  agent: AgentProfile | null;
  absences: Absence[];
  /** When this agent last got an offer; `NEVER` before the first. The agent asked least recently comes first. */
  askedAt: Date;
  /** They are on the municipality's list of people, so a new list without them means that they left. */
  imported: boolean;
  /** When the list or an admin reported that they no longer work here. Null while they do. */
  left: Date | null;
  /** They left, and their cases and offers are still to be reassigned. */
  leaving: boolean;
  /** When a message could not be delivered to any of their chats (machine time); null or absent once one works again. */
  unreachableSince?: Date | null;
  /** When they were told how a colleague may get their phone number, which is said once. */
  phoneTipAt?: Date;
  /** The principles about which they were asked whether to leave them out; each is asked once. */
  askedAbout?: Principle[];
  /** The person whom this account was linked to, on another platform. Null when it was not linked. */
  joined: PersonId | null;
  /** They were linked to another person, and their cases and drafts may still be moving there. */
  joining: boolean;
  /** Chat accounts (`accountOf`) that were unlinked. Only a linking code brings one back, never an e-mail address. */
  apart: string[];
  /** Set when they are marked for erasure: the id of the nameless person (`nobody`) who will replace them. */
  forgetting?: PersonId;
  /** Replaces an erased person: has no name, no chat account, and no link back to them. */
  nobody?: true;
};

/** A chat account as one string. */
export const accountOf = ({ platform, id }: Pick<Address, 'platform' | 'id'>): string => `${platform}:${id}`;

export const NEVER = new Date(0);

/** The name to show to others; null for erased and unknown people. */
export const nameOf = (person: Pick<Person, 'name' | 'nobody'> | null): string | null =>
  person === null || person.nobody ? null : person.name;

/** Upper limit of open cases, unless the profile says otherwise (docs/rules.md, "Choosing an agent"). */
export const DEFAULT_CAPACITY = 3;

/** Whether the person has at least one of these roles. */
export const hasRole = ({ roles }: Pick<Person, 'roles'>, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

export const isAgent = (person: Person): person is Person & { agent: AgentProfile } =>
  hasRole(person, 'agent') && person.agent !== null && person.joined === null;

/** A person's chat accounts, most recently used first. */
export const byLastSeen = ({ addresses }: Pick<Person, 'addresses'>): Address[] =>
  addresses.toSorted((a, b) => b.at.getTime() - a.at.getTime());

/** The chat account that messages go to: the most recently used. Null when there is none yet. */
export const homeOf = (person: Pick<Person, 'addresses'>): Address | null => byLastSeen(person)[0] ?? null;

/** The absence on this day; if there are several, the one that ends last. */
export const absenceOn = ({ absences }: Pick<Person, 'absences'>, localDate: string): Absence | null =>
  absences
    .filter((absence) => absence.from <= localDate && localDate <= absence.until)
    .toSorted((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null;

export const isAbsent = (person: Pick<Person, 'absences'>, localDate: string): boolean =>
  absenceOn(person, localDate) !== null;
