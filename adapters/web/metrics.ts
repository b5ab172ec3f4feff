import { createHash, timingSafeEqual } from 'node:crypto';
import { json, type Route } from './route.ts';

/** A number at this moment, by label. A counter only grows while the process lives. */
export type Gauge = {
  kind?: 'counter';
  name: string;
  help: string;
  label: string;
  values: Readonly<Record<string, number>>;
};

/** `/metrics` in Prometheus' text format, for whoever has the token. */
export const metricsRoute = (token: string, gauges: () => Promise<readonly Gauge[]>): Route => ({
  method: 'get',
  path: '/metrics',
  handle: async ({ headers }) => {
    if (!isSame(headers.authorization ?? '', `Bearer ${token}`))
      return json(401, { error: { code: 'not-authenticated', message: 'send METRICS_TOKEN as a bearer token' } });
    const body = (await gauges()).map(textOf).join('');
    return { kind: 'file', status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', body };
  },
});

const textOf = ({ kind, name, help, label, values }: Gauge): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${kind ?? 'gauge'}`,
    ...Object.entries(values).map(([key, value]) => `${name}{${label}="${key}"} ${value}`),
    '',
  ].join('\n');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
