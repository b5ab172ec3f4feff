import type { CaseId } from '../ids.ts';
import { type CalledOff, talksCalledOff } from './calendar-talk.ts';
import type { Case } from './case.ts';

/** What is left of a case that is kept no longer: nothing leads to a person, or to what was said. */
export type GoneCase = {
  _id: CaseId;
  number: number;
  /** When it went, by the domain's clock. */
  at: Date;
  /** Talks that calendars may not know to be off yet; `retention` takes them when the last link to them has ended. */
  calledOff?: CalledOff[];
};

export const goneCaseOf = (c: Case, now: Date): GoneCase => {
  const calledOff = talksCalledOff(c, now);
  return { _id: c._id, number: c.number, at: now, ...(calledOff.length > 0 ? { calledOff } : {}) };
};

export interface GoneCases {
  /** Null when the case is still kept, or never was. */
  goneCase(id: CaseId): Promise<GoneCase | null>;
  goneByNumber(number: number): Promise<GoneCase | null>;
}
