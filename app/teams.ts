import { present } from '../adapters/delivery/present.ts';
import { keptValue } from '../adapters/store/mark-store.ts';
import { noCredentials, OPEN_ID_METADATA, teamsCredentials } from '../adapters/teams/botbuilder/credentials.ts';
import { openNetwork } from '../adapters/teams/botbuilder/open-network.ts';
import { createTeamsAdapter, type TeamsAdapter } from '../adapters/teams/create-teams-adapter.ts';
import { openReferences } from '../adapters/teams/references.ts';
import type { Bot } from '../bot/bot.ts';
import { meetColleague } from '../bot/people/meet-colleague.ts';
import { createCards } from '../cards/create-cards.ts';
import type { House } from './house.ts';

/** Less than the 15 s of a delivery's lease. */
const TIMEOUT = 10_000;

/** Teams as it is configured; without settings it stands open to local clients. */
export const openTeams = async (
  { config, content, database, store, needs, log }: House,
  bot: Bot,
  flush: () => Promise<void>,
): Promise<TeamsAdapter> => {
  const { teams: settings, admins } = config;
  const { organisation, principles } = content;
  const appId = settings?.appId ?? 'local';
  return createTeamsAdapter({
    bot,
    people: store.people,
    meet: (met) => meetColleague(met, { people: store.people, admins }),
    cards: createCards({ timeZone: organisation.timeZone, principles }),
    references: await openReferences(database),
    now: () => new Date(),
    language: organisation.language,
    appId,
    local: settings === null,
    network: openNetwork({
      credentials: settings === null ? noCredentials() : teamsCredentials(settings),
      openIdMetadata: OPEN_ID_METADATA,
      appId,
      timeout: TIMEOUT,
    }),
    // Without a configured tenant the first one that writes, and is vouched for by Microsoft, is ours for good.
    isOurTenant: async (tenant) =>
      tenant === (settings?.tenant ?? (await keptValue(database, 'teams-tenant', () => tenant))),
    present: (about, to, message) => present(about, to, { platform: 'teams', message }, { needs, posts: store.posts }),
    send: () => void flush(),
    onFault: (error) => log.warn({ err: error }, 'a turn in Teams had a fault'),
  });
};
