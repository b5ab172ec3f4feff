import type { CaseChange } from './case.ts';
import type { CaseDeps } from './deps.ts';
import type { Offer } from './offer.ts';

type Offers = Pick<CaseChange, 'set'>;

/**
 * Whether the agent who would be asked next turns out to have no account any more, so that the step must be thought
 * over. Their platform is asked at most once a day.
 * @param before how many offers there are already
 */
export const isAskedInVain = async (
  before: number,
  { set }: Offers,
  { accounts }: Pick<CaseDeps, 'accounts'>,
): Promise<boolean> => {
  const asked: Offer | undefined = (set.offers ?? []).slice(before).findLast(({ state }) => state === 'open');
  return asked !== undefined && accounts.lookAgain(asked.agent);
};
