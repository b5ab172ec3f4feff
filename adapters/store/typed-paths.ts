/** Types for the field paths of filters and updates, and for the values at these paths (`collection.ts`). */

type Scalar = string | number | boolean | Date | null | undefined;

/** The type in which a path continues: an array's elements; never null. */
type Below<T> = T extends readonly (infer Element)[] ? Below<Element> : T extends Scalar ? never : T;

/** True for a document whose fields are not known to the types: its paths are not checked. */
export type IsLoose<T> = string extends keyof T ? true : false;

/** Longer paths are not typed: no query needs them, and the compiler would have to expand them all. */
type MaxDepth = [1, 1];

/** Every dotted path that a filter may use, through objects and through the elements of arrays. */
export type Path<T, Depth extends 1[] = []> = T extends unknown
  ? {
      [Name in keyof T & string]-?:
        | Name
        | (Depth['length'] extends MaxDepth['length'] ? never : `${Name}.${Path<Below<T[Name]>, [...Depth, 1]>}`);
    }[keyof T & string]
  : never;

/** Every dotted path that an update may write. Paths through an array or through a nullable object would be rejected. */
export type WritePath<T> = T extends unknown
  ? {
      [Name in keyof T & string]-?: Name | (T[Name] extends Scalar | readonly unknown[] ? never : Inner<T[Name], Name>);
    }[keyof T & string]
  : never;
type Inner<T, Name extends string> = null extends T ? never : `${Name}.${keyof NonNullable<T> & string}`;

/** The type of the value at a path; behind an array, the type for one element. */
export type ValueAt<T, P extends string> = T extends unknown
  ? P extends keyof T
    ? T[P]
    : P extends `${infer Head}.${infer Rest}`
      ? Head extends keyof T
        ? ValueAt<Below<T[Head]>, Rest>
        : never
      : never
  : never;

/** The paths of `Paths` that lead to a `Wanted`, even one that may be absent or null. */
export type PathTo<T, Paths extends string, Wanted> = {
  [P in Paths]: [NonNullable<ValueAt<T, P>>] extends [Wanted] ? P : never;
}[Paths];

/** The paths of `Paths` whose field may be absent. */
export type OptionalPath<T, Paths extends string> = T extends unknown
  ? { [P in Paths]: P extends keyof T ? (Partial<Pick<T, P>> extends Pick<T, P> ? P : never) : never }[Paths]
  : never;
