/** Presses that belong to no case or draft and were dealt with: the same again does nothing. */
export interface Receipts {
  has(id: string): Promise<boolean>;
  add(id: string, at: Date): Promise<void>;
  /** Answers how many were forgotten. */
  forget(before: Date): Promise<number>;
}
