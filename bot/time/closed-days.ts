/** The days on which the municipality is closed; what an admin said wins over `organisation.json`. */
export interface ClosedDays {
  has(date: string): boolean;
  /** From this day on, in order. */
  from(date: string): string[];
  set(date: string, closed: boolean): Promise<void>;
}
