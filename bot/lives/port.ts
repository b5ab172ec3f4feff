import type { Case } from '../cases/case.ts';
import type { Parts } from '../cases/port.ts';
import type { CaseId, DeliveryId, PersonId } from '../ids.ts';
import type { Address, Person } from '../people/person.ts';
import type { Platform } from '../platform.ts';

/** The ends and joins of people's lives in Sammen. Every write is durable when its promise resolves. */
export interface PersonLives {
  /** People who left and have cases that are not reassigned yet. */
  leaving(): Promise<Person[]>;
  /** People who joined another and may have left something behind. */
  joining(): Promise<Person[]>;
  /** The accounts that joined this person directly. */
  joinedTo(id: PersonId): Promise<Person[]>;
  /** Marks somebody, once: they have left and have no role. False when they are marked already or do not exist. */
  markForErasure(id: PersonId, nobody: PersonId, at: Date): Promise<boolean>;
  /** People marked for erasure. */
  forgetting(): Promise<Person[]>;
  /** Removes a person. With `nobody` only while they carry that mark: they may have come back under the same id. */
  remove(id: PersonId, nobody?: PersonId): Promise<void>;
}

export interface CasesOfPerson {
  /** Every case in which this person has or had a part. */
  naming(person: PersonId): Promise<Case[]>;
  /** Gives the parts of a case to others; false when it has moved on from `rev`. */
  replacePerson(id: CaseId, rev: number, parts: Parts & Partial<Pick<Case, 'text' | 'dueAt'>>): Promise<boolean>;
}

export interface NudgesOfPerson {
  /** Moves one person's to another; of two for one week that were not both sent, one goes. Answers how many. */
  become(from: PersonId, to: PersonId): Promise<number>;
  /** Removes all of one person's. Answers how many. */
  forget(person: PersonId): Promise<number>;
}

export interface MessagesOfPerson {
  /** Whether this message has still to be sent. */
  waits(id: DeliveryId): Promise<boolean>;
  /** Removes every message to these people, sent or not. Answers how many. */
  forget(people: readonly PersonId[]): Promise<number>;
}

/** The cards that stand in people's chats. */
export interface StandingCards {
  /** Moves the cards in one person's chats to another. Answers how many. */
  become(from: PersonId, to: PersonId): Promise<number>;
  /** Forgets where cards stand in one person's chats. Answers how many. */
  forget(person: PersonId): Promise<number>;
}

/** What each platform's adapter keeps about a chat account. */
export interface ChatAccounts {
  forget(account: Pick<Address, 'platform' | 'id'>): Promise<void>;
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
