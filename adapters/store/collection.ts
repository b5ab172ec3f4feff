import { MendableError } from '../../bot/mendable-error.ts';
import type { Fence } from './fence.ts';
import type { IsLoose, OptionalPath, Path, PathTo, ValueAt, WritePath } from './typed-paths.ts';

/**
 * The little of MongoDB's language that both stores speak alike. The ports are written once, over this.
 * What differs between the engines (upserts, `$setOnInsert`, `{field: null}`, transactions) is left out on purpose.
 */
export type Doc = { _id: string };

/** What equality may ask of a value: an array is met by an equal array, or by an element. Null is left out: see above. */
type Operand<V> = V extends readonly (infer Element)[] ? V | Operand<Element> : NonNullable<V>;
/** Bounds compare values of one type; any text may bound ids and names. */
type Bound<V> = V extends readonly (infer Element)[] ? Bound<Element> : V extends string ? string : V & (number | Date);
type ElementOf<V> = V extends readonly (infer Element)[] ? Element : never;

type Operators<V> = {
  $in?: readonly Operand<V>[];
  $ne?: Operand<V>;
  $lt?: Bound<V>;
  $lte?: Bound<V>;
  $gt?: Bound<V>;
  $gte?: Bound<V>;
  $exists?: boolean;
  $elemMatch?: ElementCondition<ElementOf<V>>;
};
type Condition<V> = Operand<V> | Operators<V>;
/** Elements that are objects are met by a part of them, all others by a value: only so do the engines agree. */
type ElementCondition<Element> = [Element] extends [object] ? Filter<Element> : Condition<Element>;

/** Equality, or MongoDB's operators `$in $ne $lt $lte $gt $gte $exists $elemMatch`, by dotted path; `$or` at the top. */
export type Filter<T> =
  IsLoose<T> extends true
    ? Record<string, unknown>
    : { [P in Path<T>]?: Condition<ValueAt<T, P>> } & { $or?: readonly Filter<T>[] };

type Values<T, Paths extends string> = { [P in Exclude<Paths, '_id'>]?: ValueAt<T, P> };
type Push<V> = ElementOf<V> | { $each: readonly ElementOf<V>[] };
type Pull<V> = ElementCondition<ElementOf<V>>;
type ArrayPath<T> = PathTo<T, WritePath<T>, readonly unknown[]>;

/** Only `$set $unset $inc $push(+$each) $pull $max`: every one of them within one document. */
export type Update<T> =
  IsLoose<T> extends true
    ? Partial<Record<'$set' | '$unset' | '$inc' | '$push' | '$pull' | '$max', Record<string, unknown>>>
    : {
        $set?: Values<T, WritePath<T>>;
        $unset?: { [P in OptionalPath<T, WritePath<T>>]?: true };
        $inc?: Values<T, PathTo<T, WritePath<T>, number>>;
        $push?: { [P in ArrayPath<T>]?: Push<ValueAt<T, P>> };
        $pull?: { [P in ArrayPath<T>]?: Pull<ValueAt<T, P>> };
        $max?: Values<T, PathTo<T, WritePath<T>, number | string | Date>>;
      };

type Named<T> = IsLoose<T> extends true ? string : Path<T>;
type Sort<T> = IsLoose<T> extends true ? Record<string, 1 | -1> : { [P in Path<T>]?: 1 | -1 };
export type FindOptions<T> = { sort?: Sort<T>; limit?: number; fields?: readonly Named<T>[] };

export interface Collection<T extends Doc> {
  /** True when stored; false when a document with this `_id` (or another unique value) is there already. */
  insert(doc: T): Promise<boolean>;
  /** True when exactly one document matched. Never an upsert. */
  update(filter: Filter<T>, update: Update<T>): Promise<boolean>;
  /** Changes one matching document and answers how it looks afterwards; null when none matched. */
  updateAndGet(filter: Filter<T>, update: Update<T>): Promise<T | null>;
  get(id: string): Promise<T | null>;
  find(filter: Filter<T>, options?: FindOptions<T>): Promise<T[]>;
  count(filter: Filter<T>): Promise<number>;
  /** Answers how many were removed. */
  remove(filter: Filter<T>): Promise<number>;
}

export type Index = { fields: Record<string, 1 | -1>; unique?: boolean; sparse?: boolean };

/** An open database. Every promise of a write resolves only when the write is durable. */
export interface Database {
  /**
   * `fence`: what every document must meet; our own code is the first to see to it. A document that an older version
   * wrote otherwise can still be changed. It holds until another is given. MongoDB keeps it where the server can.
   */
  collection<T extends Doc>(name: string, indexes: readonly Index[], fence?: Fence<T>): Promise<Collection<T>>;
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

/**
 * The store understood what was asked and does not do it: a fault in our program, and repeating does not help. `code` is
 * MongoDB's name for it, in both stores; no document's words are in the message, for they may be a person's.
 */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** The code of a document that its collection's fence keeps out. */
export const FENCED_OUT = 'DocumentValidationFailure';
