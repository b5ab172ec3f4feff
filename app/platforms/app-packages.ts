import type { SetUpDeps } from '../../adapters/web/setup/set-up-routes.ts';
import type { Organisation } from '../../bot/organisation.ts';
import type { Config } from '../settings/config.ts';

type PackageDeps = {
  platforms: Pick<Config['platforms'], 'teams' | 'slack'>;
  organisation: Pick<Organisation, 'name'>;
  publicUrl(): string;
};

/**
 * The files that `npm run manifest` makes, for this Sammen's own address. Slack's comes before its settings, because
 * Slack gives those to an app that was made with it; Teams' names the bot, so it comes after.
 */
export const appPackages = ({ platforms, organisation, publicUrl }: PackageDeps): SetUpDeps['packages'] => {
  const { teams, slack } = platforms;
  return {
    ...(teams === null || teams === 'local'
      ? {}
      : {
          teams: async () => {
            const { packTeamsApp } = await import('../../manifest/teams/package.ts');
            const identity = { appId: teams.appId, publicUrl: publicUrl(), organisation: organisation.name };
            return { type: 'application/zip', body: Buffer.from(packTeamsApp(identity)) };
          },
        }),
    slack: async () => {
      const { fillSlackManifest } = await import('../../manifest/slack/fill.ts');
      const reached = slack?.receiver.kind === 'socket' ? 'socket' : { publicUrl: publicUrl() };
      return { type: 'application/json', body: `${JSON.stringify(fillSlackManifest(reached), null, 2)}\n` };
    },
  };
};
