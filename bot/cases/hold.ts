import type { PersonId } from '../ids.ts';
import type { Case } from './case.ts';

/** A legal hold on a case: as long as it lasts, its words stay, and who wrote them. */
export type Hold = {
  since: Date;
  /** Who was erased while it lasted, by the id that took their place, and the name they had. Both go with the hold. */
  erased: { nobody: PersonId; name: string }[];
};

export const isHeld = ({ hold }: Pick<Case, 'hold'>): boolean => hold !== undefined;
