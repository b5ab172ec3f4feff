import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Scrape } from '../../adapters/web/metrics.ts';
import type { Fault } from '../../bot/messages/fault.ts';
import type { Platform } from '../../bot/platform.ts';
import { JOB_NAMES, type JobName } from '../../jobs/names.ts';
import type { Delivered } from '../../outbox/ports.ts';
import type { During } from '../fault-log.ts';
import { VERSION } from '../version.ts';
import { type ReadStore, storeGauges } from './store-gauges.ts';

/** How people reach the bot: they write, they press, or they arrive. */
export type Turn = 'hear' | 'press' | 'other';

/** Counts what this process does, in memory; Prometheus adds the processes up (docs/operations.md, "Watching it"). */
export type Metrics = {
  answered(status: number): void;
  turned(platform: Platform, turn: Turn, seconds: number): void;
  /** What came of a try to deliver a message, and which platform was asked. */
  tried(platform: Platform | 'none', came: Delivered['kind'] | Fault): void;
  /** A platform asked us to wait, as with a 429. */
  throttled(platform: Platform): void;
  /** `store-away`: it could not do its work, which is no fault of the job. */
  ranJob(job: JobName, result: (typeof JOB_RESULTS)[number]): void;
  /** All jobs have run. */
  ticked(at: Date): void;
  /** A fault of ours, by what was being done. */
  fault(during: During): void;
  /** When the jobs last ran, in machine time; null before. */
  lastTick(): Date | null;
  scrape(read: ReadStore): Promise<Scrape>;
};

/** Seconds; most turns take some milliseconds, and a platform waits for three seconds at the most. */
const TURN_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const JOB_RESULTS = ['done', 'failed', 'store-away'] as const;
const DURING: readonly During[] = ['request', 'turn', 'job', 'sending'];

/** `platforms`: those that are on. Their counters begin at 0, so that the first increase is seen. */
export const createMetrics = (platforms: readonly Platform[], { ofProcess = false } = {}): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const requests = counter(
    'sammen_requests_total',
    'Answered requests of this process by status. A fault of ours counts as 500, also where the answer was 503.',
    'status',
  );
  const turns = new Histogram({
    name: 'sammen_turn_seconds',
    help: 'Seconds that the bot took for what somebody wrote or pressed.',
    labelNames: ['platform', 'turn'],
    buckets: TURN_BUCKETS,
    registers,
  });
  const deliveries = counter(
    'sammen_deliveries_total',
    'Tries of this process to deliver a message, by platform and what came of it.',
    'platform',
    'state',
  );
  const throttled = counter(
    'sammen_platform_throttled_total',
    'How often a platform asked this process to wait with a message (429).',
    'platform',
  );
  const jobs = counter('sammen_job_runs_total', 'Runs of each job in this process, by result.', 'name', 'result');
  const faults = counter('sammen_faults_total', 'Faults of Sammen itself in this process.', 'during');
  const ticked = new Gauge({
    name: 'sammen_jobs_ran_timestamp_seconds',
    help: 'When all jobs had last run in this process, in Unix time. Before that, when it started.',
    registers,
  });
  // At 0, the time since then would be half a century after every start.
  ticked.set(Date.now() / 1000);
  new Gauge({ name: 'sammen_info', help: '1, with the version.', labelNames: ['version'], registers }).set(
    { version: VERSION },
    1,
  );
  if (ofProcess) collectDefaultMetrics({ register: registry });
  for (const platform of platforms) {
    throttled.inc({ platform }, 0);
    for (const state of ['sent', 'unreachable', 'failed', 'retry']) deliveries.inc({ platform, state }, 0);
    for (const turn of ['hear', 'press']) turns.zero({ platform, turn });
  }
  for (const job of JOB_NAMES) for (const result of JOB_RESULTS) jobs.inc({ name: job, result }, 0);
  for (const during of DURING) faults.inc({ during }, 0);
  requests.inc({ status: 500 }, 0);
  const inStore = storeGauges(registers);
  let lastTick: Date | null = null;
  return {
    answered: (status) => requests.inc({ status }),
    turned: (platform, turn, seconds) => turns.observe({ platform, turn }, seconds),
    tried: (platform, state) => deliveries.inc({ platform, state }),
    throttled: (platform) => throttled.inc({ platform }),
    ranJob: (name, result) => jobs.inc({ name, result }),
    ticked: (at) => {
      lastTick = at;
      ticked.set(at.getTime() / 1000);
    },
    fault: (during) => faults.inc({ during }),
    lastTick: () => lastTick,
    scrape: async (read) => {
      await inStore.refresh(read);
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
};
