import { isOneLetterOff } from '../../bot/talk/one-letter-off.ts';
import type { Environment } from './config.ts';

/** Shorter names are a letter away from too many others. */
const MIN_LENGTH = 6;

const plain = (name: string): string => name.replaceAll('_', '').toUpperCase();

/**
 * What was set under a name that Sammen does not read, but is spelt almost like one that it does: MICROSOFT_APP_ID,
 * SECRETT. A sentence each. @param known the names that Sammen reads
 */
export const misspeltSettings = (env: Environment, known: ReadonlySet<string>): string[] =>
  Object.keys(env).flatMap((name) => {
    if (known.has(name) || name.length < MIN_LENGTH || !env[name]?.trim()) return [];
    const meant = [...known].find((one) => plain(one) === plain(name) || isOneLetterOff(plain(one), plain(name)));
    return meant === undefined
      ? []
      : [`${name} is set, but Sammen reads ${meant}. Rename it, if that is what you mean.`];
  });
