import { MendableError } from '../../bot/mendable-error.ts';
import type { Fence } from './fence.ts';
import type { IsLoose, OptionalPath, Path, PathTo, ValueAt, WritePath } from './typed-paths.ts';

/**
 * The subset of MongoDB's query language that both stores interpret alike. The ports are implemented on top of it, once.
 * What differs between the engines (upserts, `$setOnInsert`, `{field: null}`, transactions) is left out on purpose.
 */
export type Doc = { _id: string };

/** An operand of equality. An array matches an equal array or one of its elements. Null is left out: see above. */
type Operand<V> = V extends readonly (infer Element)[] ? V | Operand<Element> : NonNullable<V>;
/** Bounds compare values of one type. Any string may bound ids and names. */
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
/** Object elements match by a partial filter, others by value: only there do the engines agree. */
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

/** Only `$set $unset $inc $push(+$each) $pull $max`, each within a single document. */
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
  /** True when stored; false when a document with this `_id` or another unique value already exists. */
  insert(doc: T): Promise<boolean>;
  /** True when exactly one document matched. Never an upsert. */
  update(filter: Filter<T>, update: Update<T>): Promise<boolean>;
  /** Updates one matching document and returns the new version; null when none matched. */
  updateAndGet(filter: Filter<T>, update: Update<T>): Promise<T | null>;
  get(id: string): Promise<T | null>;
  find(filter: Filter<T>, options?: FindOptions<T>): Promise<T[]>;
  count(filter: Filter<T>): Promise<number>;
  /** Returns the number of removed documents. */
  remove(filter: Filter<T>): Promise<number>;
}

export type Index = { fields: Record<string, 1 | -1>; unique?: boolean; sparse?: boolean };

/** The processes that have a store open for writing, which may be of different versions during an upgrade. */
export type Members = {
  /** Registers this process. From now on requests are refused once a newer version has taken the store over. */
  join(version: number): Promise<void>;
  /** Tells the processes older than `version` to stop, and resolves when none of them is left. @throws WrongStore */
  outlast(version: number): Promise<void>;
  /** Calls back when this process must stop because a newer version takes the store over. */
  onOvertaken(listener: () => void): void;
};

/** For a store that only one process can open. */
export const NO_OTHERS: Members = {
  join: async () => undefined,
  outlast: async () => undefined,
  onOvertaken: () => undefined,
};

/** An open database. Every promise of a write resolves only when the write is durable. */
export interface Database {
  /**
   * `fence`: what every document must satisfy; our own code should never violate it. A document that an older version
   * wrote outside the fence can still be changed. A fence holds until another replaces it. MongoDB enforces it as a
   * validator where the server supports that.
   */
  collection<T extends Doc>(name: string, indexes: readonly Index[], fence?: Fence<T>): Promise<Collection<T>>;
  /** The names of all collections that are not empty. */
  names(): Promise<string[]>;
  /**
   * Runs `work` while no other process on this store runs its own. A process that dies in it loses the lock; one that
   * merely stalls may lose it too, so `work` must be safe to repeat and to overlap.
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
  members: Members;
  /** Takes what was deleted or overwritten off the disk. A database server does so itself, in its own time. */
  purge(): Promise<void>;
  /** Resolves when the store answers, rejects with `StoreUnavailable` when not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The store could not read or write now. Nothing is half-done, and retrying is safe. */
export class StoreUnavailable extends MendableError {
  override readonly name = 'StoreUnavailable';
}

/** The update would duplicate a unique value of another document. Nothing was changed. `insert` returns false instead. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
}

/**
 * The store rejected the request: a bug in our program, so retrying does not help. `code` is MongoDB's name for the
 * error, in both stores. The message quotes no document, because its text may be personal.
 */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** The code when a document violates its collection's fence. */
export const FENCED_OUT = 'DocumentValidationFailure';
