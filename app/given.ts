import type { Environment } from './config.ts';

/** Reads a setting by name; null when it is missing or blank. */
export type Given = (name: string) => string | null;

export const givenIn =
  (env: Environment): Given =>
  (name) =>
    env[name]?.trim() || null;
