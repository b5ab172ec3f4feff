import { keptValue } from '../adapters/store/mark-store.ts';
import { createTeamsAdapter, type TeamsAdapter } from '../adapters/teams/create-teams-adapter.ts';
import { noCredentials, OPEN_ID_METADATA, teamsCredentials } from '../adapters/teams/credentials.ts';
import { openReferences } from '../adapters/teams/references.ts';
import type { Bot } from '../bot/conversation/bot.ts';
import { meetColleague } from '../bot/people/meet-colleague.ts';
import { createCards } from '../cards/create-cards.ts';
import type { House } from './context.ts';
import { presentCard } from './delivery/present.ts';

/** Less than the 15 s of a delivery's lease. */
const TIMEOUT = 10_000;

/** Teams as it is configured; without settings it stands open to local clients. */
export const openTeams = async (
  { config, content, database, store, deps, log }: House,
  bot: Bot,
  flush: () => Promise<void>,
): Promise<TeamsAdapter> => {
  const { teams: settings, admins } = config;
  const { organisation, principles } = content;
  const cards = createCards({ timeZone: organisation.timeZone, principles });
  return createTeamsAdapter({
    bot,
    people: store.people,
    meet: (met) => meetColleague(met, { people: store.people, admins }),
    cards,
    references: await openReferences(database),
    now: () => new Date(),
    language: organisation.language,
    appId: settings?.appId ?? 'local',
    local: settings === null,
    credentials: settings === null ? noCredentials() : teamsCredentials(settings),
    timeout: TIMEOUT,
    openIdMetadata: OPEN_ID_METADATA,
    // Without a configured tenant the first one that writes, and is vouched for by Microsoft, is ours for good.
    isOurTenant: async (tenant) =>
      tenant === (settings?.tenant ?? (await keptValue(database, 'teams-tenant', () => tenant))),
    present: (about, to, message) =>
      presentCard(about, to, { platform: 'teams', message }, { deps, posts: store.posts, cards }),
    send: () => void flush(),
    onFault: (error) => log.warn({ err: error }, 'a turn in Teams had a fault'),
  });
};
