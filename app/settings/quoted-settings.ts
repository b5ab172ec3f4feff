import type { Given } from './given.ts';

/**
 * Settings whose quotes became a part of the value, as `docker run --env-file` and Kubernetes leave them: whoever reads the
 * same file elsewhere has another secret. A sentence each, without the value. @param known the names that Sammen reads
 */
export const quotedSettings = (given: Given, known: ReadonlySet<string>): string[] =>
  [...known]
    .filter((name) => /^(["'`]).+\1$/s.test(given(name) ?? ''))
    .map((name) => `${name} stands in quotes, and they are a part of it. Take them away where it is set.`);
