import type { PersonId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Case } from './case.ts';
import type { PeopleInCase } from './port.ts';
import { type Erased, peopleIn, replacePerson, withPersonErased } from './replace-person.ts';

/** A legal hold on a case: as long as it lasts, its words stay, and who wrote them (docs/rules.md, "Legal holds"). */
export type Hold = {
  since: Date;
  /** Why, in the words of whoever put it on; null when they gave none. Only the journal shows it. */
  reason: Masked | null;
  /** Who was erased while it lasted, by the id that took their place, and the name they had. Both go with the hold. */
  erased: { nobody: PersonId; name: string }[];
};

export const isHeld = ({ hold }: Pick<Case, 'hold'>): boolean => hold !== undefined;

/**
 * Puts `nobody` in the place of somebody who is erased while the case is held: nothing leads to them any more, and the
 * words stay, with the name that they had.
 */
export const withPersonErasedLater = (
  c: PeopleInCase & { hold: Hold },
  person: { _id: PersonId; name: string },
  nobody: PersonId,
): PeopleInCase & Pick<Case, 'hold'> & Partial<Pick<Case, 'dueAt'>> => ({
  ...replacePerson(c, person._id, nobody),
  ...(c.asker === person._id ? { dueAt: null } : {}),
  hold: { ...c.hold, erased: [...c.hold.erased, { nobody, name: person.name }] },
});

/** What the end of a hold changes: everybody who asked to be forgotten meanwhile is erased as they would have been. */
export const whenReleased = (c: PeopleInCase & { hold: Hold }): Erased => {
  let parts: Erased = peopleIn(c);
  for (const { nobody } of c.hold.erased) parts = { ...parts, ...withPersonErased(parts, nobody, nobody) };
  return parts;
};
