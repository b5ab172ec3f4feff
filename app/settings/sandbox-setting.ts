import { isAnyGiven } from '../platforms/platforms.ts';
import type { Given } from './given.ts';

/**
 * Whether Sammen runs as a sandbox. Without `SANDBOX` it does, unless a platform or a MongoDB database is configured.
 */
export const isSandbox = (given: Given): boolean => {
  const setting = given('SANDBOX');
  if (setting === 'on' || setting === 'off') return setting === 'on';
  return !isAnyGiven(given) && given('MONGODB_URI') === null;
};
