import type { PersonId } from '../ids.ts';
import type { People } from '../people/port.ts';
import type { Case } from './case.ts';
import { introductionPutTo, openIntroduction } from './introduction.ts';
import type { IntroductionLine } from './notice.ts';

/** The question that waits for this colleague's answer in a case that goes on; null when none does. */
export const introductionLine = async (
  c: Case,
  colleague: PersonId,
  people: Pick<People, 'get'>,
): Promise<IntroductionLine | null> => {
  const open = openIntroduction(c);
  if (open?.state !== 'colleague' || introductionPutTo(c, colleague) !== open) return null;
  const asker = c.anonymous ? null : await people.get(c.asker);
  return { id: c._id, asker: asker?.name ?? null, until: open.until };
};
