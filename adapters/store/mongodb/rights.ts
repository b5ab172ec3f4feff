import { connect } from './connect.ts';

/** What Sammen does in its database, in MongoDB's words. Its collections, indexes and validators need the last three. */
const NEEDED = ['find', 'insert', 'update', 'remove', 'createCollection', 'createIndex', 'collMod'] as const;

/** `open`: the server asks nobody for a password. `unknown`: it does not say what users may do. */
export type Rights = { kind: 'open' } | { kind: 'unknown' } | { kind: 'given'; missing: readonly string[] };

/** Asks the server what our user may do; writes nothing. @throws StoreNotOpened when it cannot be reached */
export const askForRights = async (uri: string, startWithin: number): Promise<Rights> => {
  const { client, database } = await connect(uri, false, startWithin);
  try {
    const status: unknown = await client
      .db(database)
      .command({ connectionStatus: 1, showPrivileges: true })
      .catch(() => null);
    return rightsIn(status, database);
  } finally {
    await client.close();
  }
};

type Status = { authInfo?: { authenticatedUsers?: unknown[]; authenticatedUserPrivileges?: Privilege[] } };
type Privilege = {
  resource?: { db?: string; collection?: string; anyResource?: boolean };
  actions?: readonly string[];
};

/** Reads the server's answer. */
export const rightsIn = (status: unknown, database: string): Rights => {
  const { authInfo } = (status ?? {}) as Status;
  if (!Array.isArray(authInfo?.authenticatedUsers)) return { kind: 'unknown' };
  if (authInfo.authenticatedUsers.length === 0) return { kind: 'open' };
  if (!Array.isArray(authInfo.authenticatedUserPrivileges)) return { kind: 'unknown' };
  const allowed = new Set(
    authInfo.authenticatedUserPrivileges
      .filter(({ resource }) => resource !== undefined && covers(resource, database))
      .flatMap(({ actions = [] }) => actions),
  );
  return { kind: 'given', missing: NEEDED.filter((action) => !allowed.has(action) && !allowed.has('anyAction')) };
};

/** Whether a privilege holds for every collection of the database. */
const covers = ({ db, collection, anyResource }: NonNullable<Privilege['resource']>, database: string): boolean =>
  anyResource === true || ((db === database || db === '') && collection === '');
