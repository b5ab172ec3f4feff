import type { PersonId } from '../ids.ts';
import type { Case } from './case.ts';
import { introductionPutTo, openIntroduction, whoKnowTheName } from './introduction.ts';
import type { Invitation } from './invitations.ts';
import { saidNo } from './offer.ts';

/** Nobody of these may read the case: its asker, the strangers to it, and whoever knows an anonymous asker's name. */
export const neverReaders = (
  c: Pick<Case, 'asker' | 'anonymous' | 'introductions'>,
  strangers: ReadonlySet<PersonId>,
): Set<PersonId> => new Set([c.asker, ...strangers, ...whoKnowTheName(c)]);

/** A colleague who knows, or may learn, who asks never gets to read the dilemma. */
export const isKeptOut = (c: Pick<Case, 'anonymous' | 'introductions'>, id: PersonId): boolean => {
  const introduced = introductionPutTo(c, id);
  return introduced !== null && (introduced === openIntroduction(c) || whoKnowTheName(c).includes(id));
};

/**
 * Whether a colleague may not take part in this case: they ask themselves, are a stranger to it, or have said no to it.
 */
export const isShutOut = (
  c: Pick<Case, 'asker' | 'offers' | 'invitations' | 'anonymous' | 'introductions'>,
  { for: what, to }: Pick<Invitation, 'for' | 'to'>,
  strangers: ReadonlySet<PersonId>,
): boolean =>
  neverReaders(c, strangers).has(to) ||
  saidNo(c.offers, to) ||
  isKeptOut(c, to) ||
  (what === 'co-agent' && (c.invitations ?? []).some((one) => one.to === to && one.state === 'declined'));
