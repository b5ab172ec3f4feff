/**
 * What every document of a collection must meet, in words that MongoDB takes for a validator. The lists come from the
 * domain: a field that is one of a closed set must stand in its document's fence, with that very set.
 */

declare const members: unique symbol;

/**
 * One of a closed set, made by `oneOf` alone. `members` is there for the compiler only: it lets neither more nor fewer
 * values pass for the whole set.
 */
type OneOf<Value> = { readonly $in: readonly string[]; readonly [members]: (value: Value) => Value };

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  ({ $in: [...values] }) as unknown as OneOf<Values[number]>;

/** Text that is not empty. */
export const FILLED = { $gt: '' } as const;
export const NOT_NEGATIVE = { $gte: 0 } as const;
export const POSITIVE = { $gte: 1 } as const;
/** A moment, and no text that stands for one. */
export const MOMENT = { $gte: new Date(0) } as const;

/** False for each text that is not spelt out, ids with a brand among them. */
type IsSpeltOut<V> = V extends string ? (Record<never, never> extends Record<V, 1> ? false : true) : false;
type ClosedField<T> = {
  [Name in keyof T]-?: Name extends '_id' ? never : [IsSpeltOut<T[Name]>] extends [true] ? Name : never;
}[keyof T];

type Least<V> = V extends string
  ? typeof FILLED
  : V extends number
    ? typeof NOT_NEGATIVE | typeof POSITIVE
    : V extends Date
      ? typeof MOMENT
      : never;

export type Fence<T> = { readonly [Name in ClosedField<T>]: OneOf<T[Name]> } & {
  readonly [Name in Exclude<keyof T, ClosedField<T> | '_id'>]?: Least<T[Name]>;
};
