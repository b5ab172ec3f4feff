import { FromOutside } from '../web/from-outside.ts';
import type { Connector } from './connector.ts';

/** What the Teams adapter needs of a bot SDK: to authenticate requests and to make calls. */
export type TeamsNetwork = { authenticate: Authenticate; connector: Connector };

/**
 * Verifies, from the `Authorization` header, that Microsoft sent this activity to this app from the service it names.
 * @throws NotAuthenticated when it did not; any other error when the check itself failed
 */
export type Authenticate = (header: string, activity: object) => Promise<void>;

/** The request does not prove who sent it. */
export class NotAuthenticated extends FromOutside {
  override readonly name = 'NotAuthenticated';
}
