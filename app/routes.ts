import { agentsRoutes } from '../adapters/web/agents.ts';
import { calendarRoute } from '../adapters/web/calendar.ts';
import { healthRoutes } from '../adapters/web/health.ts';
import { metricsRoute } from '../adapters/web/metrics.ts';
import { ownDataRoutes } from '../adapters/web/own-data/routes.ts';
import { principleRoute } from '../adapters/web/principle-page.ts';
import { privacyRoute } from '../adapters/web/privacy.ts';
import { proofOf } from '../adapters/web/proof.ts';
import { homeRoute, publicRoutes } from '../adapters/web/public-pages.ts';
import { reportRoutes } from '../adapters/web/report/report-routes.ts';
import type { RawRoute, Route } from '../adapters/web/route.ts';
import { setUpRoutes } from '../adapters/web/setup/set-up-routes.ts';
import type { Signer } from '../adapters/web/signed.ts';
import { contentOfThisWeek } from '../bot/nudges/content-of-week.ts';
import type { Platform } from '../bot/platform.ts';
import type { AppContext } from './context.ts';
import { appPackages } from './platforms/app-packages.ts';
import type { PluggedIn } from './platforms/platform-module.ts';
import { degradedIn, detailsOf, type SendingState } from './sending-state.ts';
import { VERSION } from './version.ts';

/** Everything that Sammen answers over HTTP. `url`: its own address, which is known once it listens. */
export const routesOf = (
  context: AppContext,
  platforms: ReadonlyMap<Platform, PluggedIn>,
  {
    signer,
    secret,
    url,
    readSending,
  }: { signer: Signer; secret: string; url(): string; readSending(): Promise<SendingState> },
): (RawRoute | Route)[] => {
  const { config, database, deps, store, metrics } = context;
  const { organisation, principles } = context.content;
  const { spentTokens } = store;
  const door = { signer, spentTokens, isSecure: () => url().startsWith('https:') };
  return [
    ...healthRoutes({
      database,
      degraded: () => degradedIn(store, platforms),
      token: config.metricsToken,
      prove: (challenge) => proofOf(challenge, secret),
      details: async () => ({ version: VERSION, jobsRan: metrics.lastTick(), ...detailsOf(await readSending()) }),
    }),
    ...(config.metricsToken === null
      ? []
      : [metricsRoute(config.metricsToken, () => metrics.scrape({ sending: readSending, ping: database.ping }))]),
    calendarRoute(signer, { ...store, now: deps.clock }),
    sheetRoute(context),
    privacyRoute({ organisation, embeddingsHost: config.embeddingsUrl?.hostname ?? null }),
    ...publicRoutes({ organisation, platforms: deps.platforms }),
    ...(config.sandbox
      ? []
      : [
          homeRoute({ organisation, platforms: deps.platforms }),
          ...setUpRoutes({
            people: store.people,
            organisation,
            principles,
            platforms: deps.platforms,
            packages: appPackages({ ...config, organisation, publicUrl: url }),
            ...door,
          }),
        ]),
    ...agentsRoutes({ people: store.people, organisation }),
    ...reportRoutes({ deps, ...door, principles }),
    ...ownDataRoutes({ deps, spentTokens, signer, principles }),
    ...[...platforms.values()].flatMap((platform) => platform.routes),
  ];
};

const sheetRoute = ({ deps, content: { organisation, principles } }: AppContext): Route =>
  principleRoute({
    ofWeek: () => contentOfThisWeek(deps),
    principles,
    municipality: organisation.name,
    switchboard: organisation.contacts.switchboard.phone,
    language: organisation.language,
  });
