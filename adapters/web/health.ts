import type { Database } from '../store/collection.ts';
import { bringsToken } from './bearer-token.ts';
import { json, type Route } from './route.ts';

/**
 * What does not work although the process does: platforms that shut Sammen out, platforms that cannot be reached, and
 * sending that is paused.
 */
export type Degraded = { held: readonly string[]; away: readonly string[]; paused: boolean };

type HealthDeps = {
  database: Pick<Database, 'ping'>;
  degraded(): Promise<Degraded>;
  /** Opens the details of `/readyz`; null for nobody. */
  token: string | null;
  details(): Promise<object>;
  /** Answers a challenge (`proof.ts`); null for what is none. */
  prove(challenge: string): string | null;
};

/**
 * `/healthz`: the process is up, and proves to `check` which one it is. `/readyz`: it can also reach its store. It stays
 * 200 while a platform is held or away, because taking the process out of service would mend nothing, but names what is
 * degraded. Whoever has the token reads more about it.
 */
export const healthRoutes = ({ database, degraded, token, details, prove }: HealthDeps): Route[] => [
  {
    method: 'get',
    path: '/healthz',
    unlimited: true,
    handle: async ({ query }) => {
      const proof = prove(query.get('challenge') ?? '');
      return json(200, proof === null ? { ok: true } : { ok: true, proof });
    },
  },
  {
    method: 'get',
    path: '/readyz',
    unlimited: true,
    handle: async (request) => {
      await database.ping();
      const { held, away, paused } = await degraded();
      const isDegraded = held.length > 0 || away.length > 0 || paused;
      const state = isDegraded ? { ok: true, degraded: true, held, away, paused } : { ok: true };
      const mayReadMore = token !== null && bringsToken(request, token);
      return json(200, mayReadMore ? { ...state, details: await details() } : state);
    },
  },
];
