import type { Connector } from './connector.ts';

/** What Teams needs of a bot SDK: to know who sends, and to call back. One folder implements it. */
export type TeamsNetwork = { authenticate: Authenticate; connector: Connector };

/**
 * Checks by its `Authorization` header that Microsoft sent this activity, to this app and from the service it names.
 * @throws NotAuthenticated, or any other error when the check could not be made
 */
export type Authenticate = (header: string, activity: object) => Promise<void>;

/** What came with a request did not prove who sent it. */
export class NotAuthenticated extends Error {
  override readonly name = 'NotAuthenticated';
}
