import { keepConnected } from '../../../adapters/chat/connection.ts';
import { keptValue } from '../../../adapters/store/kept-values.ts';
import { noCredentials, OPEN_ID_METADATA, teamsCredentials } from '../../../adapters/teams/botbuilder/credentials.ts';
import { openNetwork } from '../../../adapters/teams/botbuilder/open-network.ts';
import { createTeamsAdapter } from '../../../adapters/teams/create-teams-adapter.ts';
import { reachMetadata } from '../../../adapters/teams/reach-metadata.ts';
import { openReferences } from '../../../adapters/teams/references.ts';
import type { TeamsSettings } from '../../../adapters/teams/settings.ts';
import type { AppContext } from '../../context.ts';
import { presentCard } from '../../delivery/present.ts';
import { awayLog } from '../away-log.ts';
import { chatDeps, TIMEOUT_MS } from '../chat-deps.ts';
import type { PluggedIn, Wires } from '../platform-module.ts';

export const plugInTeams = async (
  settings: TeamsSettings | 'local',
  context: AppContext,
  wires: Wires,
): Promise<PluggedIn> => {
  const { database, store, deps } = context;
  const chat = chatDeps(context, wires);
  const isLocal = settings === 'local';
  const openIdMetadata = (isLocal ? null : settings.openIdMetadata) ?? OPEN_ID_METADATA;
  const appId = isLocal ? 'local' : settings.appId;
  const { route, channel, lookAgain } = createTeamsAdapter({
    ...chat,
    references: await openReferences(database, store.seal),
    appId,
    local: isLocal,
    network: openNetwork({
      credentials: isLocal ? noCredentials() : teamsCredentials(settings),
      openIdMetadata,
      appId,
      timeout: TIMEOUT_MS,
    }),
    // Without a configured tenant, the first tenant that writes with a valid Microsoft token becomes ours permanently.
    isOurTenant: async (tenant) =>
      tenant === ((isLocal ? null : settings.tenant) ?? (await keptValue(database, 'teams-tenant', () => tenant))),
    present: (about, to, message) =>
      presentCard(about, to, { platform: 'teams', message }, { deps, posts: store.posts, cards: chat.cards }),
  });
  const connection = keepConnected({
    attempt: () => (isLocal ? Promise.resolve() : reachMetadata(openIdMetadata, TIMEOUT_MS)),
    isRefusal: () => false,
    ...awayLog('Teams', context.log),
  });
  return {
    channel,
    lookAgain,
    routes: [route],
    // Nothing waits for it: Microsoft's keys are fetched again with the first request.
    start: async () => void connection.open(),
    away: connection.away,
    stop: async () => connection.close(),
  };
};
