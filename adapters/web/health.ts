import type { Database } from '../store/collection.ts';
import { json, type Route } from './route.ts';

/**
 * What does not work although the process does: platforms that shut Sammen out, platforms that cannot be reached, and
 * sending that is paused.
 */
export type Degraded = { held: readonly string[]; away: readonly string[]; paused: boolean };

/**
 * `/healthz`: the process is up. `/readyz`: it can also reach its store. It stays 200 while a platform is held or away, because
 * taking the process out of service would mend nothing, but names what is degraded.
 */
export const healthRoutes = (database: Pick<Database, 'ping'>, degraded: () => Promise<Degraded>): Route[] => [
  { method: 'get', path: '/healthz', unlimited: true, handle: async () => json(200, { ok: true }) },
  {
    method: 'get',
    path: '/readyz',
    unlimited: true,
    handle: async () => {
      await database.ping();
      const { held, away, paused } = await degraded();
      const isDegraded = held.length > 0 || away.length > 0 || paused;
      return json(200, isDegraded ? { ok: true, degraded: true, held, away, paused } : { ok: true });
    },
  },
];
