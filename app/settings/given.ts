import type { Environment } from './config.ts';

/** Reads a setting by name; null when it is missing or blank. */
export type Given = (name: string) => string | null;

/** What is wrong with settings, each with its mend: faults stop the start, warnings do not. Never a value. */
export type Complaints = { faults: string[]; warnings: string[] };

/** @param asked takes down every name that is asked for */
export const givenIn =
  (env: Environment, asked?: Set<string>): Given =>
  (name) => {
    asked?.add(name);
    return env[name]?.trim() || null;
  };
