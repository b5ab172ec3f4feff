import type { Given } from './given.ts';
import { isAnyGiven } from './platforms/platforms.ts';

/** `SANDBOX`, or what holds without it: a platform or a database of their own means that it is no trial. */
export const isSandbox = (given: Given): boolean => {
  const setting = given('SANDBOX');
  if (setting === 'on' || setting === 'off') return setting === 'on';
  return !isAnyGiven(given) && given('MONGODB_URI') === null;
};
