/** Names of fields and the values they lead to, for the store's language (`collection.ts`). Types only. */

type Scalar = string | number | boolean | Date | null | undefined;

/** What a path goes on in: the elements of an array, never null. */
type Below<T> = T extends readonly (infer Element)[] ? Below<Element> : T extends Scalar ? never : T;

/** A document of which the types do not know the fields: its names are not checked. */
export type IsLoose<T> = string extends keyof T ? true : false;

/** Names of more parts than this are not typed: no query is as long, and the compiler has to try them all. */
type Deepest = [1, 1];

/** Every dotted name in a document, as filters use them: through objects and through the elements of arrays. */
export type Path<T, Depth extends 1[] = []> = T extends unknown
  ? {
      [Name in keyof T & string]-?:
        | Name
        | (Depth['length'] extends Deepest['length'] ? never : `${Name}.${Path<Below<T[Name]>, [...Depth, 1]>}`);
    }[keyof T & string]
  : never;

/** The dotted names that an update may write to: an array, or null on the way, would refuse it. */
export type WritePath<T> = T extends unknown
  ? {
      [Name in keyof T & string]-?: Name | (T[Name] extends Scalar | readonly unknown[] ? never : Inner<T[Name], Name>);
    }[keyof T & string]
  : never;
type Inner<T, Name extends string> = null extends T ? never : `${Name}.${keyof NonNullable<T> & string}`;

/** The value at a path; behind an array, that of one element. */
export type ValueAt<T, P extends string> = T extends unknown
  ? P extends keyof T
    ? T[P]
    : P extends `${infer Head}.${infer Rest}`
      ? Head extends keyof T
        ? ValueAt<Below<T[Head]>, Rest>
        : never
      : never
  : never;

/** The paths of `Paths` that lead to a `Wanted`, be it one that may be absent or null. */
export type PathTo<T, Paths extends string, Wanted> = {
  [P in Paths]: [NonNullable<ValueAt<T, P>>] extends [Wanted] ? P : never;
}[Paths];

/** The paths of `Paths` whose field may be absent. */
export type OptionalPath<T, Paths extends string> = T extends unknown
  ? { [P in Paths]: P extends keyof T ? (Partial<Pick<T, P>> extends Pick<T, P> ? P : never) : never }[Paths]
  : never;
