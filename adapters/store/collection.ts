import { MendableError } from '../../bot/mendable-error.ts';

/**
 * The little of MongoDB's language that both stores speak alike. The ports are written once, over this.
 * What differs between the engines (upserts, `$setOnInsert`, `{field: null}`, transactions) is left out on purpose.
 */
export type Doc = { _id: string };

/** Equality, or MongoDB's operators `$in $ne $lt $lte $gt $gte $exists $elemMatch`; `$or` at the top. */
export type Filter = Record<string, unknown>;
/** Only `$set $unset $inc $push(+$each) $pull $max`: every one of them within one document. */
export type Update = Partial<Record<'$set' | '$unset' | '$inc' | '$push' | '$pull' | '$max', Record<string, unknown>>>;
export type FindOptions = { sort?: Record<string, 1 | -1>; limit?: number; fields?: readonly string[] };

export interface Collection<T extends Doc> {
  /** True when stored; false when a document with this `_id` (or another unique value) is there already. */
  insert(doc: T): Promise<boolean>;
  /** True when exactly one document matched. Never an upsert. */
  update(filter: Filter, update: Update): Promise<boolean>;
  /** Changes one matching document and answers how it looks afterwards; null when none matched. */
  updateAndGet(filter: Filter, update: Update): Promise<T | null>;
  get(id: string): Promise<T | null>;
  find(filter: Filter, options?: FindOptions): Promise<T[]>;
  count(filter: Filter): Promise<number>;
  /** Answers how many were removed. */
  remove(filter: Filter): Promise<number>;
}

export type Index = { fields: Record<string, 1 | -1>; unique?: boolean; sparse?: boolean };

/** An open database. Every promise of a write resolves only when the write is durable. */
export interface Database {
  /** `fence`: what every document must meet, a second fence where the engine can hold it; our own code is the first. */
  collection<T extends Doc>(name: string, indexes: readonly Index[], fence?: Filter): Promise<Collection<T>>;
  /** The collections that hold something, by name. */
  names(): Promise<string[]>;
  /**
   * Runs `work` while no other process of this store is in `work` of its own. A process that dies in it loses its turn;
   * one that merely stalls may, too, so what it does must be safe to repeat and to overlap.
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when the store answers, rejects with `StoreUnavailable` when not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The store did not take or give what was asked; nothing is half-done and repeating is safe. */
export class StoreUnavailable extends MendableError {
  override readonly name = 'StoreUnavailable';
}

/** The change would give a document a unique value that another has; nothing was changed. `insert` answers false instead. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
}
