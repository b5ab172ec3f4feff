import { bringsToken } from './bearer-token.ts';
import { json, type Route } from './route.ts';

/** The figures in the text format of Prometheus, and the media type that names it. */
export type Scrape = { type: string; body: string };

/** `/metrics`, for whoever has the token. */
export const metricsRoute = (token: string, scrape: () => Promise<Scrape>): Route => ({
  method: 'get',
  path: '/metrics',
  handle: async (request) => {
    if (!bringsToken(request, token))
      return json(401, { error: { code: 'not-authenticated', message: 'send METRICS_TOKEN as a bearer token' } });
    return { kind: 'file', status: 200, ...(await scrape()) };
  },
});
