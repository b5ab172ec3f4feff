import type { Database } from '../store/collection.ts';
import { json, type Route } from './route.ts';

/** What does not work although the process does: platforms that shut Sammen out, and sending that is paused. */
export type Degraded = { held: readonly string[]; paused: boolean };

/**
 * `/healthz`: the process is up. `/readyz`: it can also reach its store. It stays 200 while a platform is held, because
 * taking the process out of service would mend nothing, but names what is degraded.
 */
export const healthRoutes = (database: Pick<Database, 'ping'>, degraded: () => Promise<Degraded>): Route[] => [
  { method: 'get', path: '/healthz', handle: async () => json(200, { ok: true }) },
  {
    method: 'get',
    path: '/readyz',
    handle: async () => {
      await database.ping();
      const { held, paused } = await degraded();
      return json(200, held.length > 0 || paused ? { ok: true, degraded: true, held, paused } : { ok: true });
    },
  },
];
