import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { freePort } from '../../test/support/processes/free-port.ts';
import { METRICS_TOKEN, type Processes } from './stack.ts';

const MONITORING = fileURLToPath(new URL('../../deploy/monitoring/', import.meta.url));
export const STEP_S = 15;
const START_MS = 30_000;

/** One line of a graph: its labels, and its values with their moments in Unix seconds. */
export type Series = { labels: Readonly<Record<string, string>>; values: readonly (readonly [number, number])[] };

export type Prometheus = {
  /** An expression at every step between two moments, in ms. */
  range(expr: string, from: number, until: number): Promise<Series[]>;
  close(): Promise<void>;
};

/** A line of the dashboard: the panel's title and the expression behind it. */
type PanelLine = { title: string; legend: string; expr: string };

/** Every line of every panel of our dashboard. */
export const panelLines = (): PanelLine[] => {
  type Panel = { title: string; targets?: { expr: string; legendFormat?: string }[] };
  const { panels } = JSON.parse(readFileSync(join(MONITORING, 'dashboard.json'), 'utf8')) as { panels: Panel[] };
  return panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr, legendFormat = '' }) => ({ title, legend: legendFormat, expr })),
  );
};

/** The names of our alerts. */
export const alertNames = (): string[] => {
  type Rules = { groups: { rules: { alert: string }[] }[] };
  const { groups } = parse(readFileSync(join(MONITORING, 'alerts.yaml'), 'utf8')) as Rules;
  return groups.flatMap(({ rules }) => rules.map(({ alert }) => alert));
};

/** Starts Prometheus on our own configuration and rules, for these two processes. Null where it is not installed. */
export const startPrometheus = async (folder: string, { ports }: Processes): Promise<Prometheus | null> => {
  const [token, config, data] = ['token', 'prometheus.yaml', 'prometheus'].map((name) => join(folder, name));
  if (token === undefined || config === undefined || data === undefined) return null;
  await writeFile(token, METRICS_TOKEN);
  await mkdir(data, { recursive: true });
  const shipped = parse(readFileSync(join(MONITORING, 'prometheus.yaml'), 'utf8'));
  const [scrape] = shipped.scrape_configs;
  const own = {
    ...scrape,
    scrape_interval: `${STEP_S}s`,
    authorization: { credentials_file: token },
    static_configs: [{ targets: Object.values(ports).map((port) => `127.0.0.1:${port}`) }],
  };
  await writeFile(
    config,
    stringify({
      global: { evaluation_interval: `${STEP_S}s` },
      rule_files: [join(MONITORING, 'alerts.yaml')],
      scrape_configs: [own],
    }),
  );
  const port = await freePort();
  const args = [`--config.file=${config}`, `--storage.tsdb.path=${data}`, `--web.listen-address=127.0.0.1:${port}`];
  const child = spawn('prometheus', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    printed += part;
  });
  const isThere = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
  if (!isThere) return null;
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + START_MS; ; await sleep(100)) {
    if ((await fetch(`${url}/-/ready`).catch(() => null))?.status === 200) break;
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`Prometheus did not start:\n${printed}`);
  }
  return {
    range: async (query, from, until) => {
      const asked = new URLSearchParams({
        query,
        start: String(from / 1000),
        end: String(until / 1000),
        step: String(STEP_S),
      });
      const answer = await (await fetch(`${url}/api/v1/query_range`, { method: 'POST', body: asked })).json();
      type Result = { metric: Record<string, string>; values: [number, string][] };
      const { data: found, error } = answer as { data?: { result: Result[] }; error?: string };
      if (found === undefined) throw new Error(`${query}: ${error}`);
      return found.result.map(({ metric, values }) => ({
        labels: metric,
        values: values.map(([at, value]) => [at, Number(value)] as const),
      }));
    },
    close: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
};
