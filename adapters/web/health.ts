import type { Database } from '../store/collection.ts';
import { json, type Route } from './route.ts';

/** `/healthz`: the process is up. `/readyz`: it can also reach its store. */
export const healthRoutes = (database: Pick<Database, 'ping'>): Route[] => [
  { method: 'get', path: '/healthz', handle: async () => json(200, { ok: true }) },
  {
    method: 'get',
    path: '/readyz',
    handle: async () => {
      await database.ping();
      return json(200, { ok: true });
    },
  },
];
