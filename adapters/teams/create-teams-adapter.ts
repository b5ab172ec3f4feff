import type { Activity as BotActivity } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Channel } from '../chat/channel.ts';
import { BadRequest, json, type Route, type WebRequest } from '../web/route.ts';
import type { Activity } from './activity.ts';
import { TeamsAuthentication } from './authentication.ts';
import { NotAuthenticated, TeamsCloudAdapter } from './cloud-adapter.ts';
import { createConnector } from './connector.ts';
import type { TurnDeps } from './deps.ts';
import { isCalledFromHere, isServedFromHere } from './loopback.ts';
import { readActivity } from './read-activity.ts';
import { createTeamsChannel } from './teams-channel.ts';
import { takeTurn } from './turn.ts';

export type TeamsAdapterDeps = Omit<TurnDeps, 'connector' | 'toldAway'> & {
  credentials: ServiceClientCredentialsFactory;
  /** Where the keys are published that sign Teams' requests. */
  openIdMetadata: string;
  /** Whether the people of this tenant are ours. */
  isOurTenant(tenant: string): Promise<boolean>;
  /** Milliseconds until a call to Teams that is not answered counts as lost. */
  timeout: number;
};

export type TeamsAdapter = { route: Route; channel: Channel };

/** Teams, both ways: what arrives at `/api/messages`, and what is delivered to people there. */
export const createTeamsAdapter = (deps: TeamsAdapterDeps): TeamsAdapter => {
  const authentication = new TeamsAuthentication(deps.credentials, deps.openIdMetadata, deps.timeout);
  const adapter = new TeamsCloudAdapter(authentication);
  const turnNeeds: TurnDeps = {
    ...deps,
    connector: createConnector(authentication, deps.appId),
    toldAway: new Set(),
  };
  const handle = async (request: WebRequest) => {
    if (deps.local && !isCalledFromHere(request)) throw new BadRequest(403, 'TEAMS_LOCAL answers this machine only');
    const body = await request.json();
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw new BadRequest(400, 'the body is no activity');
    try {
      const answer = await adapter.turn(request.headers.authorization ?? '', body as BotActivity, async () =>
        takeTurn(await admitted(body, deps), turnNeeds),
      );
      return json(answer?.status ?? 200, answer?.body ?? {});
    } catch (error) {
      if (!(error instanceof NotAuthenticated)) throw error;
      deps.onFault(error);
      return json(401, { error: { code: 'not-authenticated', message: 'the request was not authenticated' } });
    }
  };
  return { route: { method: 'post', path: '/api/messages', handle }, channel: createTeamsChannel(turnNeeds) };
};

/** The activity, when it is one for us. It has been authenticated; now its content is checked. @throws BadRequest */
const admitted = async (body: object, { local, isOurTenant, onFault }: TeamsAdapterDeps): Promise<Activity> => {
  const activity = readActivity(body);
  if (activity === null) throw new BadRequest(400, 'the body is no activity');
  if (local) {
    if (!isServedFromHere(activity.serviceUrl)) throw new BadRequest(403, 'TEAMS_LOCAL answers to this machine only');
    return activity;
  }
  const { tenant } = activity;
  if (activity.channelId !== 'msteams' || tenant === null || !(await isOurTenant(tenant))) {
    const elsewhere = new BadRequest(403, 'the activity comes from another tenant or another channel');
    onFault(elsewhere);
    throw elsewhere;
  }
  return activity;
};
