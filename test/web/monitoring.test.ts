import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import { createFaultLog } from '../../app/fault-log.ts';
import { createLog } from '../../app/log.ts';
import { countDeliveries } from '../../app/metrics/count-deliveries.ts';
import { createMetrics } from '../../app/metrics/create-metrics.ts';
import { timedBot } from '../../app/metrics/timed-bot.ts';
import { createStoreWatch } from '../../app/store-watch.ts';
import { tick } from '../../app/tick.ts';
import type { Bot } from '../../bot/conversation/bot.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivery } from '../../outbox/ports.ts';
import { openTestBot } from '../support/fixtures/bot-on-store.ts';
import { startHere } from '../support/processes/sammen-here.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const METRICS_TOKEN = 'a token that only the monitoring has';
const AUTHORIZATION = `Bearer ${METRICS_TOKEN}`;
const OPERATIONS = ['docs', 'operations.md'].join('/');
const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The metrics that an expression asks for, and with which labels, also those it groups by. */
const asked = (expression: string): { name: string; labels: string[] }[] => {
  const grouped = [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels = '']) => labels.split(/, */));
  return [...expression.matchAll(/\b((?:sammen|nodejs|process)_\w+|up)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', matchers = '']) => ({
      name,
      labels: [...grouped, ...[...matchers.matchAll(/(\w+)[=!]/g)].map(([, label = '']) => label)],
    }),
  );
};

/** The labels that Prometheus gives to every target. */
const FROM_PROMETHEUS = ['job', 'instance'];

/** What an expression asks for and a scrape does not have. */
const missingIn = (scraped: string, expression: string): string[] =>
  asked(expression).flatMap(({ name, labels }) => {
    if (name === 'up') return [];
    const sample = scraped.split('\n').find((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    if (sample === undefined) return [name];
    return labels
      .filter((label) => !FROM_PROMETHEUS.includes(label) && !sample.includes(`${label}="`))
      .map((label) => `${name}{${label}}`);
  });

describe('watching Sammen', () => {
  let scraped: string;
  let ready: Record<string, Record<string, unknown>>;
  before(() =>
    inTempFolder(async (folder) => {
      const sammen = await startHere(folder, { SANDBOX: 'on', METRICS_TOKEN });
      const get = (path: string) => fetch(sammen.url + path, { headers: { authorization: AUTHORIZATION } });
      await fetch(`${sammen.url}/sandbox/people`);
      await fetch(`${sammen.url}/nowhere`);
      scraped = await (await get('/metrics')).text();
      ready = (await (await get('/readyz')).json()) as typeof ready;
      await sammen.stop();
    }),
  );

  it('finds every metric of the alert rules, with its labels', async () => {
    const rules = [...(await read('deploy/monitoring/alerts.yaml')).matchAll(/^ +expr: (.+)$/gm)];
    assert.ok(rules.length >= 12, String(rules.length));
    assert.deepEqual(
      rules.flatMap(([, rule = '']) => missingIn(scraped, rule)),
      [],
    );
  });

  it('finds every metric of the dashboard, with its labels', async () => {
    const dashboard = JSON.parse(await read('deploy/monitoring/dashboard.json')) as {
      panels: { title: string; targets: { expr: string }[] }[];
    };
    assert.ok(dashboard.panels.length >= 12);
    for (const { title, targets } of dashboard.panels) {
      for (const { expr } of targets) {
        assert.ok(asked(expr).length > 0, title);
        assert.deepEqual(missingIn(scraped, expr), [], title);
      }
    }
  });

  it('names each metric and each alert in the operator’s page, and no others', async () => {
    const page = await read(OPERATIONS);
    const names = [...scraped.matchAll(/^# TYPE (sammen_\w+) /gm)].map(([, name = '']) => name);
    const told = [...page.matchAll(/^\| `(sammen_\w+)/gm)].map(([, name = '']) => name);
    assert.deepEqual(told.toSorted(), names.toSorted());
    const alerts = [...(await read('deploy/monitoring/alerts.yaml')).matchAll(/- alert: (\w+)/g)].map(
      ([, a = '']) => a,
    );
    const explained = [...page.matchAll(/^\| `(Sammen\w+)` \|/gm)].map(([, name = '']) => name);
    assert.deepEqual(explained, alerts);
  });

  it('counts requests and job runs, and says more in /readyz to whoever has the token', () => {
    assert.match(scraped, /^sammen_requests_total\{status="200"\} 1$/m);
    assert.match(scraped, /^sammen_requests_total\{status="404"\} 1$/m);
    assert.match(scraped, /^sammen_job_runs_total\{name="offers",result="failed"\} 0$/m);
    assert.deepEqual(Object.keys(ready.details ?? {}), [
      ...['version', 'jobsRan', 'platforms', 'due', 'oldestDueSeconds', 'unsent', 'peopleUndeliverable'],
    ]);
  });
});

const away = async (): Promise<never> => {
  throw new StoreUnavailable('away');
};

describe('the count of deliveries', () => {
  it('tells by platform what came of each, and when a platform asked us to wait', async () => {
    const metrics = createMetrics(['slack']);
    const tries: (() => Promise<string>)[] = [
      async () => 'posted',
      async () => {
        throw new DeliveryError('retry', 'Slack answered 429', { retryAfter: 1000 });
      },
      async () => {
        throw new DeliveryError('unreachable', 'Slack answered user_disabled');
      },
      async () => {
        throw new TypeError('ours');
      },
    ];
    for (const work of tries) {
      const counted = countDeliveries(async (_delivery, request) => {
        await request('slack', work);
        return { kind: 'sent', standsAt: 'slack.1' };
      }, metrics);
      await counted({} as Delivery<unknown>, (_queue, doing) => doing()).catch(() => undefined);
    }
    await countDeliveries(async () => ({ kind: 'obsolete' }), metrics)({} as Delivery<unknown>, (_q, doing) => doing());
    const { body } = await metrics.scrape({ sending: away, ping: away });
    const lines = body.split('\n').filter((line) => /^sammen_(deliveries_total|platform_throttled).* [^0]/.test(line));
    assert.deepEqual(lines, [
      'sammen_deliveries_total{platform="slack",state="sent"} 1',
      'sammen_deliveries_total{platform="slack",state="unreachable"} 1',
      'sammen_deliveries_total{platform="slack",state="retry"} 1',
      'sammen_deliveries_total{platform="slack",state="broken"} 1',
      'sammen_deliveries_total{platform="none",state="obsolete"} 1',
      'sammen_platform_throttled_total{platform="slack"} 1',
    ]);
  });
});

describe('the store in the figures', () => {
  const upWith = async (ping: () => Promise<void>): Promise<string | undefined> => {
    const { body } = await createMetrics(['slack']).scrape({ sending: away, ping });
    assert.match(body, /^sammen_oldest_due_seconds Nan$/im, 'nobody knows');
    return /^sammen_store_up (.*)$/m.exec(body)?.[1];
  };

  it('is away only when it does not answer, and not when one query failed', async () => {
    assert.equal(await upWith(away), '0');
    assert.equal(await upWith(async () => undefined), '1');
  });
});

describe('the count of job runs', () => {
  it('takes a store that is away for no fault of the jobs, and a start for no gap of half a century', async () => {
    const setup = await openTestBot([]);
    const metrics = createMetrics(['slack']);
    const log = createLog({ logLevel: 'silent' });
    const storeWatch = createStoreWatch(setup.database, log);
    const faults = createFaultLog(log, { storeWatch, metrics });
    const began = Date.now() / 1000;
    const { body } = await metrics.scrape({ sending: away, ping: away });
    const ran = Number(/^sammen_jobs_ran_timestamp_seconds (\S+)$/m.exec(body)?.[1]);
    assert.ok(Math.abs(began - ran) < 60, `${ran}`);
    await setup.close();
    await tick({ deps: setup.deps, log, faults, metrics }, { sweep: away });
    const after = (await metrics.scrape({ sending: away, ping: away })).body;
    assert.match(after, /^sammen_job_runs_total\{name="offers",result="store-away"\} 1$/m);
    assert.match(after, /^sammen_job_runs_total\{name="offers",result="failed"\} 0$/m);
    assert.match(after, /^sammen_faults_total\{during="job"\} 0$/m);
  });
});

describe('the count of turns', () => {
  it('counts one for what somebody writes, and none for the look at what waited for them before', async () => {
    const turns: string[] = [];
    const bot = { hear: async () => 'alone', returned: async () => 0 } as unknown as Bot;
    const timed = timedBot(bot, 'slack', { turned: (platform, turn) => void turns.push(`${platform} ${turn}`) });
    await timed.returned({} as Parameters<Bot['returned']>[0]);
    await timed.hear({} as Parameters<Bot['hear']>[0]);
    assert.deepEqual(turns, ['slack hear']);
  });
});
