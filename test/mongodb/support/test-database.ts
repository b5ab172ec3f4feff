import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';

/** The server the tests may use; without one these tests are skipped. */
export const TEST_URI = process.env.MONGODB_TEST_URI?.trim() || null;

export type TestDatabase = {
  uri: string;
  name: string;
  drop(): Promise<void>;
};

/** The address of another database on the same server, with extra options. */
export const uriOf = (server: string, database: string, options: Readonly<Record<string, string>> = {}): string => {
  const [, scheme, hosts, givenQuery = ''] =
    /^(mongodb(?:\+srv)?:\/\/)([^?]*?)(?:\/[^/?@]*)?(?:\?(.*))?$/s.exec(server) ?? [];
  if (scheme === undefined || hosts === undefined) throw new TypeError('MONGODB_TEST_URI is not a MongoDB address');
  const all = new URLSearchParams(givenQuery);
  // Otherwise the driver would look the user up in the database named in the path.
  if (hosts.includes('@') && !all.has('authSource')) all.set('authSource', 'admin');
  for (const [name, value] of Object.entries(options)) all.set(name, value);
  const query = all.toString();
  return `${scheme}${hosts}/${database}${query === '' ? '' : `?${query}`}`;
};

/** A database with a random name, which `drop` removes. */
export const testDatabase = (options: Readonly<Record<string, string>> = {}, server = TEST_URI): TestDatabase => {
  if (server === null) throw new Error('MONGODB_TEST_URI is not set');
  const name = `sammen-test-${randomBytes(6).toString('hex')}`;
  return {
    uri: uriOf(server, name, options),
    name,
    drop: async () => {
      const client = new MongoClient(uriOf(TEST_URI ?? server, name));
      try {
        await client.db(name).dropDatabase();
      } finally {
        await client.close();
      }
    },
  };
};

/** Host and port of the first server in an address. */
export const serverAt = (uri: string): { host: string; port: number } => {
  const [host = '', port = '27017'] = (/^mongodb:\/\/(?:.*@)?([^/?,]+)/s.exec(uri)?.[1] ?? '').split(':');
  return { host, port: Number(port) };
};

/**
 * The same database through a proxy on this machine. The connection is direct, so that a replica set cannot lead the
 * driver around the proxy.
 */
export const throughProxy = (uri: string, port: number, options: Readonly<Record<string, string>>): string => {
  const moved = uri.replace(/^(mongodb:\/\/(?:.*@)?)[^/?]+/s, `$1127.0.0.1:${port}`);
  const name = /\/([^/?]+)(?:\?|$)/.exec(moved)?.[1] ?? '';
  return uriOf(moved, name, { ...options, directConnection: 'true' });
};

export const isEncrypted = (uri: string | null): boolean => /[?&](tls|ssl)=true/i.test(uri ?? '');
