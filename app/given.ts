import type { Environment } from './config.ts';

/** What the environment gives for a name; null for nothing, which an empty setting is, too. */
export type Given = (name: string) => string | null;

export const givenIn =
  (env: Environment): Given =>
  (name) =>
    env[name]?.trim() || null;
