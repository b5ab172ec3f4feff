import type { Case } from '../cases/case.ts';
import type { Erased } from '../cases/replace-person.ts';
import type { CaseId, DeliveryId, PersonId } from '../ids.ts';
import type { Address, Person } from '../people/person.ts';
import type { Platform } from '../platform.ts';

/** Leaving, merging and erasing people. Every write is durable when its promise resolves. */
export interface AccountChanges {
  /** People who left and whose cases are not all reassigned yet. */
  leaving(): Promise<Person[]>;
  /** Merged people whose belongings may not all have been moved yet. */
  joining(): Promise<Person[]>;
  /** People merged directly into this one. */
  joinedTo(id: PersonId): Promise<Person[]>;
  /**
   * Marks a person for erasure, once: they count as left and have no role. Returns false when they are already marked
   * or do not exist.
   */
  markForErasure(id: PersonId, nobody: PersonId, at: Date): Promise<boolean>;
  /** People marked for erasure. */
  forgetting(): Promise<Person[]>;
  /**
   * Removes a person; with `nobody`, only while they carry that mark, because they may have come back under the same
   * id.
   */
  remove(id: PersonId, nobody?: PersonId): Promise<void>;
}

export interface CasesOfPerson {
  /** Every case this person has or had a part in. */
  naming(person: PersonId): Promise<Case[]>;
  /** Their ids, the newest case first: there may be thousands, and each is read by itself. */
  idsNaming(person: PersonId): Promise<CaseId[]>;
  /** Reassigns the parts in a case; returns false when it has changed since `rev`. */
  replacePerson(id: CaseId, rev: number, parts: Erased & Partial<Pick<Case, 'hold'>>): Promise<boolean>;
}

export interface NudgesOfPerson {
  /**
   * Moves one person's nudges to another. Of two for the same week that were not both sent, one is dropped. Returns how
   * many moved.
   */
  become(from: PersonId, to: PersonId): Promise<number>;
  /** Removes all of a person's nudges. Returns how many. */
  forget(person: PersonId): Promise<number>;
}

export interface MessagesOfPerson {
  /** Whether this message is still waiting to be sent. */
  waits(id: DeliveryId): Promise<boolean>;
  /** Removes every message to these people, sent or not. Returns how many. */
  forget(people: readonly PersonId[]): Promise<number>;
}

/** The cards posted in people's chats. */
export interface LivingCardsOfPerson {
  /** Moves a person's cards to another person. Returns how many. */
  become(from: PersonId, to: PersonId): Promise<number>;
  /** Forgets where a person's cards are. Returns how many. */
  forget(person: PersonId): Promise<number>;
}

/** What each platform's adapter keeps about a chat account. */
export interface ChatAccounts {
  forget(account: Pick<Address, 'platform' | 'id'>): Promise<void>;
}

/** `typed`: the code was typed on another platform by `by`, who has not confirmed yet. */
export const LINK_STATES = ['open', 'typed', 'done', 'refused'] as const;

/** A request to link accounts on two platforms. Its id is the hash of its code. */
export type LinkRequest = {
  _id: string;
  maker: PersonId;
  /** Where the code was made. */
  platform: Platform;
  until: Date;
  state: (typeof LINK_STATES)[number];
  by: PersonId | null;
};

/** Wrong codes a person typed: the ids of the messages, and when the latest came. */
export type WrongCodes = { rev: number; heard: string[]; at: Date };

export interface LinkRequests {
  /** Adding one twice is adding it once. */
  add(request: LinkRequest): Promise<void>;
  get(id: string): Promise<LinkRequest | null>;
  /** Those that this person made, or typed the code of. */
  of(person: PersonId): Promise<LinkRequest[]>;
  /** One conditional write; returns false when the request is no longer in state `from`. */
  change(id: string, from: LinkRequest['state'], to: Partial<Omit<LinkRequest, '_id'>>): Promise<boolean>;
  wrongCodes(person: PersonId): Promise<WrongCodes | null>;
  /** Returns false when they changed since `before`. */
  setWrongCodes(person: PersonId, before: WrongCodes | null, after: Omit<WrongCodes, 'rev'>): Promise<boolean>;
  /** Removes requests that ended before this moment. Returns how many. */
  forget(before: Date): Promise<number>;
}

/** Makes a link by which one person takes their own data, once. */
export interface OwnDataLinks {
  ownData(person: PersonId): string;
}

/** What was erased from the store's documents and still stands in its files. */
export interface Leftovers {
  /** Resolves when the files hold nothing any more but what the documents hold now. Safe to repeat. */
  purge(): Promise<void>;
}

/** Short codes that only this installation can make. The same seed always gives the same code, so none is stored. */
export interface Codes {
  make(seed: string): string;
  /** The part of a code that is stored. */
  hash(code: string): string;
}
