import type { CaseId } from '../ids.ts';

/** What is left of a case that is kept no longer: nothing leads to a person, or to what was said. */
export type GoneCase = {
  _id: CaseId;
  number: number;
  /** When it went, by the domain's clock. */
  at: Date;
};

export interface GoneCases {
  /** Null when the case is still kept, or never was. */
  goneCase(id: CaseId): Promise<GoneCase | null>;
  goneByNumber(number: number): Promise<GoneCase | null>;
}
