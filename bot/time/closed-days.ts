/** The days on which the municipality is closed; an admin's entry overrides `organisation.json`. */
export interface ClosedDays {
  has(date: string): boolean;
  /** Closed days from `date` on, in order. */
  from(date: string): string[];
  set(date: string, closed: boolean): Promise<void>;
}
