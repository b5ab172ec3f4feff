import { createHmac } from 'node:crypto';

const SEAL_LENGTH = 22;

/**
 * Turns a name into one that nobody without the store's key can work out or check a guess against: equal names give equal
 * seals, in every process (docs/rules.md, "Anonymity"). Whatever is made of who somebody is, or of what they did, is
 * sealed before it is stored or leaves the process.
 */
export type Seal = (name: string) => string;

export const createSeal =
  (key: string | Buffer): Seal =>
  (name) =>
    createHmac('sha256', key).update(name).digest('base64url').slice(0, SEAL_LENGTH);

/** For a store that is opened without its key, where nothing new is named. */
export const sealsNothing: Seal = () => {
  throw new Error('the store was opened without the key that its ids are made with');
};

export type SealDeps = { seal: Seal };
