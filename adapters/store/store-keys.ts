import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { createPseudonyms, type Pseudonyms } from '../../bot/adoption/pseudonym.ts';
import { MendableError } from '../../bot/mendable-error.ts';
import { createSeal, type Seal } from '../../bot/seal.ts';
import type { Database } from './collection.ts';
import { keptValue, readKeptValue, replaceKeptValue } from './kept-values.ts';

/** From the environment; null where one was not given. A sandbox makes its own and keeps them in the store. */
export type Secrets = { secret: string | null; secretPrevious: string | null; anonymityKey: string | null };
export const NO_SECRETS: Secrets = { secret: null, secretPrevious: null, anonymityKey: null };

export type StoreKeys = { seal: Seal; pseudonyms: Pseudonyms };

/** The store's ids cannot be read with the secrets that were given. Nothing was changed. */
class SecretsDoNotFit extends MendableError {
  override readonly name = 'SecretsDoNotFit';
}

const DO_NOT_FIT =
  'neither SECRET nor SECRET_PREVIOUS opens the key that this store’s ids are made with. If SECRET was changed, start once ' +
  'with the former one as SECRET_PREVIOUS. If the former one is lost, run "new-id-key --yes" first: --help says what that costs.';
const NOT_GIVEN = (name: string) => `this needs the ${name} that Sammen runs with: ids are made with it.`;

export const ID_KEY = 'id-key';
const SANDBOX_SECRET = 'secret';
const make = (): string => randomBytes(32).toString('base64url');

/**
 * The keys that the store's ids and pseudonyms are made with. The key of ids is random and stays for the life of the store,
 * locked with SECRET; opened with SECRET_PREVIOUS it is locked anew, so that SECRET can be changed without changing an
 * id. Without the secret it was locked with, whatever makes an id throws.
 * @throws SecretsDoNotFit
 */
export const openKeys = async (database: Database, secrets: Secrets): Promise<StoreKeys> => {
  const key = await idKey(database, secrets);
  const anonymityKey = secrets.anonymityKey ?? (await readKeptValue(database, 'anonymity-key'));
  return {
    seal: key === null ? () => refuse('SECRET') : createSeal(key),
    pseudonyms:
      anonymityKey === null
        ? { of: () => refuse('ANONYMITY_KEY'), fact: () => refuse('ANONYMITY_KEY') }
        : createPseudonyms(anonymityKey),
  };
};

const refuse = (name: string): never => {
  throw new SecretsDoNotFit(NOT_GIVEN(name));
};

const idKey = async (database: Database, { secret, secretPrevious }: Secrets): Promise<Buffer | null> => {
  const locked = await readKeptValue(database, ID_KEY);
  const kept = await readKeptValue(database, SANDBOX_SECRET);
  if (locked === null) {
    const lock = secret ?? kept ?? (await keptValue(database, SANDBOX_SECRET, make));
    return open(await keptValue(database, ID_KEY, () => lockWith(lock, randomBytes(32))), lock);
  }
  const now = secret ?? kept;
  if (now === null) return null;
  const opened = openWithOneOf([now, secretPrevious, kept], locked);
  if (opened === null) {
    if (secret === null) return null;
    throw new SecretsDoNotFit(DO_NOT_FIT);
  }
  if (opened.opener !== now) await replaceKeptValue(database, ID_KEY, locked, lockWith(now, opened.key));
  return opened.key;
};

/** The seal of a store that is only read; without its key, or the secret it is locked with, it throws when it is used. */
export const readSeal = async (database: Database, { secret, secretPrevious }: Secrets): Promise<Seal> => {
  const locked = await readKeptValue(database, ID_KEY);
  const kept = await readKeptValue(database, SANDBOX_SECRET);
  const opened = locked === null ? null : openWithOneOf([secret, secretPrevious, kept], locked);
  return opened === null ? () => refuse('SECRET') : createSeal(opened.key);
};

/** Whether the secrets open the store's key of ids, or there is none yet. Changes nothing. @throws SecretsDoNotFit */
export const tryKeys = async (database: Database, { secret, secretPrevious }: Secrets): Promise<void> => {
  const locked = await readKeptValue(database, ID_KEY);
  const kept = await readKeptValue(database, SANDBOX_SECRET);
  if (locked === null || secret === null) return;
  if (openWithOneOf([secret, secretPrevious, kept], locked) === null) throw new SecretsDoNotFit(DO_NOT_FIT);
};

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'sammen: the key of ids', 32));

const lockWith = (secret: string, key: Buffer): string => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), iv);
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** The key, and the first of these secrets that opens it; null when none does. */
const openWithOneOf = (secrets: readonly (string | null)[], locked: string): { key: Buffer; opener: string } | null => {
  for (const opener of secrets) {
    const key = opener === null ? null : open(locked, opener);
    if (opener !== null && key !== null) return { key, opener };
  }
  return null;
};

/** Null when another secret locked it. */
const open = (locked: string, secret: string): Buffer | null => {
  const bytes = Buffer.from(locked, 'base64url');
  const decipher = createDecipheriv(CIPHER, keyOf(secret), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
};
