import { createChanges } from '../chat/changes.ts';
import type { Channel } from '../chat/channel.ts';
import { createIsFirst } from '../chat/first-time.ts';
import { lookAgain } from '../chat/look-again.ts';
import { createNotAgain } from '../chat/not-again.ts';
import { BadRequest, json, type Route, type WebAnswer, type WebRequest } from '../web/route.ts';
import type { Activity } from './activity.ts';
import { turnFault } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import { isCalledFromHere, isServedFromHere } from './loopback.ts';
import { NotAuthenticated, type TeamsNetwork } from './network.ts';
import { readActivity } from './read-activity.ts';
import { askTeams } from './recognise.ts';
import { createTeamsChannel } from './teams-channel.ts';
import { takeTurn } from './turn.ts';

export type TeamsAdapterDeps = Omit<TurnDeps, 'connector' | 'isFirst' | 'notAgain' | 'changes'> & {
  network: TeamsNetwork;
  /** Whether this is the tenant of our own organisation. */
  isOurTenant(tenant: string): Promise<boolean>;
};

export type TeamsAdapter = {
  route: Route;
  channel: Channel;
  /** Asks Teams about a known account, at most once a day. */
  lookAgain(account: string): Promise<void>;
};

/** The Teams adapter: receives activities at `/api/messages` and delivers messages to people. */
export const createTeamsAdapter = (deps: TeamsAdapterDeps): TeamsAdapter => {
  const { authenticate, connector } = deps.network;
  const turnDeps: TurnDeps = {
    ...deps,
    connector,
    isFirst: createIsFirst(),
    notAgain: createNotAgain(deps.now),
    changes: createChanges(),
    // What Teams refused, or did not answer, is no fault of ours.
    onFault: (error) => deps.onFault(turnFault(error)),
  };
  const handle = async (request: WebRequest) => {
    if (deps.local && !isCalledFromHere(request)) throw new BadRequest(403, 'TEAMS_LOCAL answers this machine only');
    const token = request.headers.authorization ?? '';
    // Without a token the body is not even read.
    if (!deps.local && !TOKEN.test(token)) return notAuthenticated(new NotAuthenticated('there is no token'), deps);
    const body = await request.json();
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw new BadRequest(400, 'the body is no activity');
    try {
      await authenticate(token, body);
    } catch (error) {
      if (!(error instanceof NotAuthenticated)) throw error;
      return notAuthenticated(error, deps);
    }
    const activity = await admitted(body, deps);
    const answer = await takeTurn(activity, turnDeps).catch((error: unknown) => {
      throw turnFault(error);
    });
    return json(answer?.status ?? 200, answer?.body ?? {});
  };
  const look = async (account: string): Promise<void> => {
    const chat = deps.local ? null : await deps.references.get(account);
    if (chat === null || !chat.installed) return;
    await lookAgain({ platform: 'teams', id: account }, askTeams(chat, deps.language, turnDeps), turnDeps);
  };
  return {
    // Its token is its limit: all of Teams comes from a few addresses, and nobody else shall be able to shut it out.
    route: { method: 'post', path: '/api/messages', unlimited: true, handle },
    channel: createTeamsChannel(turnDeps),
    lookAgain: look,
  };
};

const TOKEN = /^Bearer [\w-]+\.[\w-]+\.[\w-]*$/;

const notAuthenticated = (error: NotAuthenticated, { onFault }: Pick<TeamsAdapterDeps, 'onFault'>): WebAnswer => {
  onFault(error);
  return json(401, { error: { code: 'not-authenticated', message: 'the request was not authenticated' } });
};

/** Checks the content of an authenticated activity. @throws BadRequest when it is malformed or not meant for us */
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
