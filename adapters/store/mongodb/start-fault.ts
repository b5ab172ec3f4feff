import { MongoError } from 'mongodb';
import { MendableError } from '../../../bot/mendable-error.ts';
import { placeOf, userPartOf } from './uri.ts';
import { codeOf } from './work-fault.ts';

/** The store in MONGODB_URI cannot be used. The message says what to fix and never contains a password. */
export class StoreNotOpened extends MendableError {
  override readonly name = 'StoreNotOpened';
  readonly reason: Reason;
  constructor(reason: Reason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export type Reason = 'uri' | 'credentials' | 'rights' | 'too-old' | 'unreachable';

/** MongoDB 7. DocumentDB reports the same version or a higher one. */
export const MIN_WIRE_VERSION = 21;

// For a wrong password DocumentDB answers 13, MongoDB 18 and Atlas 8000; 11 is an unknown user.
const LOGIN_FAILED = new Set([11, 13, 18, 8000]);
const UNAUTHORIZED = 13;

/** Turns an error at start into a `StoreNotOpened` that tells the operator what to fix; other errors pass unchanged. */
export const startFault = (error: unknown, uri: string, wireVersion: number | null): unknown => {
  if (!(error instanceof Error) || error instanceof StoreNotOpened) return error;
  const place = placeOf(uri);
  const version = wireVersion ?? versionRefused(error);
  if (version !== null && version < MIN_WIRE_VERSION) return tooOld(place, version);
  const code = codeOf(error);
  if (code !== null && LOGIN_FAILED.has(code)) return loginFailed(place);
  // The connection string parser throws its own class with this name, so `instanceof` would miss it.
  if (['MongoParseError', 'MongoInvalidArgumentError', 'MongoAPIError'].includes(error.name))
    return uriFault(error, uri);
  return error instanceof MongoError || isResolverFault(error) ? unreachable(error, uri) : error;
};

/** The driver itself rejects servers before MongoDB 4.4, and gives their version only in the message. */
const versionRefused = (error: Error): number | null => {
  const found = /maximum wire version (\d+), but this version/.exec(error.message)?.[1];
  return found === undefined ? null : Number(found);
};

/** A `mongodb+srv` name that does not exist surfaces as the DNS resolver's own error. */
const isResolverFault = (error: Error): boolean => 'syscall' in error && 'code' in error;

export const tooOld = (place: string, wireVersion: number): StoreNotOpened =>
  new StoreNotOpened(
    'too-old',
    `The server at ${place} is too old (wire version ${wireVersion}). Sammen needs MongoDB 7 or newer, or DocumentDB.`,
  );

const loginFailed = (place: string): StoreNotOpened =>
  new StoreNotOpened(
    'credentials',
    `The server at ${place} does not accept the user or password in MONGODB_URI. Check both, write / : @ % in them as %2F %3A %40 %25, and check authSource.`,
  );

/** The connection works, but the first command is not authorised. */
export const rightsFault = (error: unknown, uri: string, database: string): unknown => {
  if (codeOf(error) !== UNAUTHORIZED) return startFault(error, uri, null);
  return new StoreNotOpened(
    'rights',
    `The server at ${placeOf(uri)} does not let us use the database ${database}. Put a user and password into MONGODB_URI, and give the user the role readWrite and dbAdmin on it.`,
  );
};

const unreachable = (error: Error, uri: string): StoreNotOpened => {
  const why = withoutSecrets(error.message, uri);
  return new StoreNotOpened(
    'unreachable',
    `No MongoDB answers at ${placeOf(uri)} (${why}). Check the address in MONGODB_URI, that the server runs and has a primary, its TLS settings, and any firewall in between.`,
  );
};

/**
 * Refuses a user or password with a raw @. The driver would take what follows it for the host, look that part of the
 * password up in the network, and name it in its fault. @throws StoreNotOpened
 */
export const refuseRawAt = (uri: string): void => {
  if (userPartOf(uri)?.includes('@')) throw uriFault(new Error('its user or password holds an @ as it is'), uri);
};

/** The driver cannot parse the address. */
export const uriFault = (error: unknown, uri: string): StoreNotOpened => {
  const why = withoutSecrets(error instanceof Error ? error.message : '', uri);
  return new StoreNotOpened(
    'uri',
    `MONGODB_URI cannot be read (${why}). It looks like mongodb://USER:PASSWORD@HOST:27017/sammen; write / : @ % in a password as %2F %3A %40 %25.`,
  );
};

/** The driver's message, with every trace of the user name and password removed. */
const withoutSecrets = (message: string, uri: string): string => {
  const userPart = userPartOf(uri) ?? '';
  const secrets = [uri, userPart, ...userPart.split(':')].flatMap((secret) => [secret, decoded(secret)]);
  return secrets
    .filter((secret) => secret.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, '…'), message)
    .slice(0, 300);
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
