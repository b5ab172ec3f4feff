/**
 * A fence is what every document of a collection must satisfy, written so that MongoDB accepts it as a validator. The
 * lists come from the domain: a field with a closed set of values must be in the fence, with exactly that set.
 */

declare const members: unique symbol;

/**
 * A condition on a closed set of values; only `oneOf` creates it. `members` exists for the compiler only: it rejects
 * both missing and additional values.
 */
type OneOf<Value> = { readonly $in: readonly (string | null)[]; readonly [members]: (value: Value) => Value };

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  ({ $in: [...values] }) as unknown as OneOf<Values[number]>;

/** The same for a field that documents may leave out. */
export const oneOfOrNone = <const Values extends readonly string[]>(values: Values) =>
  ({ $in: [...values, null] }) as unknown as OneOf<Values[number]>;

/** A string that is not empty. */
export const FILLED = { $gt: '' } as const;
export const NOT_NEGATIVE = { $gte: 0 } as const;
export const POSITIVE = { $gte: 1 } as const;
/** A date, not a string that looks like one. */
export const MOMENT = { $gte: new Date(0) } as const;

/** True for a union of string literals; false for `string` and for branded ids. */
type IsLiteral<V> = V extends string ? (Record<never, never> extends Record<V, 1> ? false : true) : false;
type ClosedField<T> = {
  [Name in keyof T]-?: Name extends '_id'
    ? never
    : [IsLiteral<Exclude<T[Name], undefined>>] extends [true]
      ? Name
      : never;
}[keyof T];

type Least<V> = V extends string
  ? typeof FILLED
  : V extends number
    ? typeof NOT_NEGATIVE | typeof POSITIVE
    : V extends Date
      ? typeof MOMENT
      : never;

export type Fence<T> = { readonly [Name in ClosedField<T>]-?: OneOf<Exclude<T[Name], undefined>> } & {
  readonly [Name in Exclude<keyof T, ClosedField<T> | '_id'>]?: Least<T[Name]>;
};
