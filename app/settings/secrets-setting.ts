import type { Complaints, Given } from './given.ts';

const MIN_LENGTH = 32;

/** Null where the sandbox may leave one out: it makes one, and keeps it in the store. */
export type Secrets = {
  secret: string | null;
  secretPrevious: string | null;
  anonymityKey: string | null;
  metricsToken: string | null;
};

const PURPOSES = {
  SECRET: 'signs links',
  SECRET_PREVIOUS: 'still verifies links that were signed before SECRET was changed',
  ANONYMITY_KEY: 'makes pseudonyms in facts and noise in reports',
} as const;

/** Reads the secrets. Neither faults nor warnings hold a value. */
export const secretsSetting = (given: Given, sandbox: boolean, { faults, warnings }: Complaints): Secrets => {
  const read = (name: keyof typeof PURPOSES, isRequired: boolean, complaints = faults): string | null => {
    const value = given(name);
    const mend = `Give ${MIN_LENGTH} characters or more; it ${PURPOSES[name]}.`;
    if (value === null && isRequired) faults.push(`${name} is missing. ${mend}`);
    if (value !== null && value.length < MIN_LENGTH) complaints.push(`${name} is too short. ${mend}`);
    return value;
  };
  const secret = read('SECRET', !sandbox);
  const secretPrevious = read('SECRET_PREVIOUS', false, warnings);
  const anonymityKey = read('ANONYMITY_KEY', !sandbox);
  const metricsToken = given('METRICS_TOKEN');
  const named = {
    SECRET: secret,
    SECRET_PREVIOUS: secretPrevious,
    ANONYMITY_KEY: anonymityKey,
    METRICS_TOKEN: metricsToken,
  };
  const before = new Map<string, string>();
  for (const [name, value] of Object.entries(named)) {
    if (value === null) continue;
    const other = before.get(value);
    if (other !== undefined)
      warnings.push(
        `${name} and ${other} are the same. Give each its own: whoever learns one must not learn the other.`,
      );
    before.set(value, name);
  }
  return { secret, secretPrevious, anonymityKey, metricsToken };
};
