/** Receipts of handled presses that do not belong to a case or draft. A repeated press does nothing. */
export interface Receipts {
  has(id: string): Promise<boolean>;
  add(id: string, at: Date): Promise<void>;
  /** Deletes receipts older than `before` and returns how many. */
  forget(before: Date): Promise<number>;
}
