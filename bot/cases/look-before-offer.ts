import type { CaseChange } from './case.ts';
import type { CaseDeps } from './deps.ts';
import type { Offer } from './offer.ts';

type Offers = Pick<CaseChange, 'set'>;

/**
 * Whether the agent who would be asked next turns out not to be as they were when they were chosen, or to have no account
 * any more, so that the step must be thought over. Their platform is asked at most once a day.
 * @param before how many offers there are already
 */
export const isAskedInVain = async (
  before: number,
  { set }: Offers,
  { accounts, roster }: Pick<CaseDeps, 'accounts' | 'roster'>,
): Promise<boolean> => {
  const asked: Offer | undefined = (set.offers ?? []).slice(before).findLast(({ state }) => state === 'open');
  if (asked === undefined) return false;
  return !(await roster.confirms(asked.agent)) || accounts.lookAgain(asked.agent);
};
