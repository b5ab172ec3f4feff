/** The last press that carried a wish: the receipt it was handled under, and its machine time. */
export type LastPress = { receipt: string; at: Date };

/** Receipts of handled presses that do not belong to a case or draft, and which press carried a wish last. */
export interface Receipts {
  has(id: string): Promise<boolean>;
  add(id: string, at: Date): Promise<void>;
  /** Forgets one, so that it can happen again. */
  drop(id: string): Promise<void>;
  /** The last press of a wish; null when there is none. */
  lastPress(wish: string): Promise<LastPress | null>;
  /** Stores the last press of a wish in place of `before`. Returns false when another one came first. */
  setLastPress(wish: string, before: LastPress | null, press: LastPress): Promise<boolean>;
  /** Deletes receipts and last presses older than `before` and returns how many. */
  forget(before: Date): Promise<number>;
}
