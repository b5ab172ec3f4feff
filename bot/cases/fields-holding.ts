type Plain = string | number | boolean | Date | null | undefined;

/** Whether a value of this type may have a `What` somewhere in it. */
type Holds<T, What> = T extends What
  ? true
  : T extends Plain
    ? false
    : T extends readonly (infer Element)[]
      ? Holds<Element, What>
      : { [Name in keyof T]-?: Holds<T[Name], What> }[keyof T];

/** The fields that may have a `What` somewhere in them. */
export type FieldsHolding<T, What> = {
  [Name in keyof T]-?: true extends Holds<T[Name], What> ? Name : never;
}[keyof T];
