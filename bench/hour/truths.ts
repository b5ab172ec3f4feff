import type { Run } from './check.ts';
import { isNear, quantile } from './finding.ts';
import { type Series, STEP_S } from './prometheus.ts';

/** Why a line of the dashboard is not true; null when it is. */
type Truth = (series: readonly Series[], run: Run) => string | null;

/** A rate over five minutes lags behind, and what a killed process counted since the last look is gone. */
const SLACK = 0.15;
const FEW = 6;
/** In how many looks an event is counted that a panel adds up over five minutes. */
const LOOKS = 300 / STEP_S;
/** A panel may say this long afterwards what is over, in ms. */
const LATE_MS = 60_000;

const numbers = (series: readonly Series[], labels: Record<string, string> = {}): number[] =>
  series
    .filter((one) => Object.entries(labels).every(([name, value]) => one.labels[name] === value))
    .flatMap(({ values }) => values.map(([, value]) => value))
    .filter((value) => !Number.isNaN(value));
const most = (series: readonly Series[]): number => Math.max(...numbers(series));
const lastOf = (series: readonly Series[], labels: Record<string, string> = {}): number[] =>
  series
    .filter((one) => Object.entries(labels).every(([name, value]) => one.labels[name] === value))
    .map(({ values }) => values.at(-1)?.[1] ?? Number.NaN);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const unless = (holds: boolean, says: string): string | null => (holds ? null : says);
const nought: Truth = (series) => unless(series.length > 0 && most(series) === 0, 'it is not 0 all the time');
/** What a panel counted in all, as against what was seen. */
const near = (says: number, seen: number, what: string): string | null =>
  unless(isNear(says, seen, SLACK, FEW), `${what}: says ${says.toFixed(0)}, seen ${seen}`);
const first = (...faults: readonly (string | null)[]): string | null => faults.find((one) => one !== null) ?? null;

const PLATFORMS = ['teams', 'slack'] as const;
const perLife = ({ processes }: Run, of: (life: string) => number): number =>
  sum(processes.lives.map(({ name }) => of(name)));
const blocked = ({ people }: Run): number => people.filter(({ blocks }) => blocks).length;

/** What is true of each line of `deploy/monitoring/dashboard.json`, by its title and legend. */
export const TRUTHS: Readonly<Record<string, Truth>> = {
  'Processes []': (series) =>
    unless(most(series) === 2 && Math.min(...numbers(series)) >= 1 && lastOf(series)[0] === 2, 'not one or two'),
  'Store answers []': (series, { happened }) => {
    const away = happened.find(({ kind }) => kind === 'store-away');
    const gone = series.flatMap(({ values }) => values.filter(([, value]) => value === 0).map(([at]) => at * 1000));
    const wrong = gone.filter((at) => away === undefined || at < away.from || at > away.until + LATE_MS);
    return first(
      unless(wrong.length === 0, `${wrong.length} looks say that it was away when it was not`),
      unless(away === undefined || gone.length > 0, 'nothing says that it was away'),
    );
  },
  'Platform shuts Sammen out [{{platform}}]': nought,
  'Sending is paused []': nought,
  'Oldest message that people wait for []': (series, { town, entrance, happened }) => {
    const waits = town.written.map(({ word, readAt }) => (readAt ?? 0) - (entrance.acknowledged.get(word) ?? 0));
    const longest = Math.max(...waits, ...happened.map(({ from, until }) => until - from));
    return first(
      unless(lastOf(series)[0] === 0, 'it is not 0 at the end'),
      unless(most(series) * 1000 <= longest + LATE_MS, `nobody waited longer than ${Math.round(longest / 1000)} s`),
    );
  },
  'People who cannot be reached []': (series, run) =>
    unless(lastOf(series)[0] === blocked(run), `${blocked(run)} cannot be reached`),
  'Messages, by what came of them [{{platform}} {{state}}]': (series, run) =>
    first(
      ...PLATFORMS.map((platform) =>
        near(
          sum(numbers(series, { platform, state: 'sent' })) * STEP_S,
          perLife(run, (life) =>
            sum(
              (['post', 'update'] as const).map((what) =>
                run.platforms.asked(life, { on: platform, what, came: 'done' }),
              ),
            ),
          ),
          `sent on ${platform}`,
        ),
      ),
    ),
  'Messages that are due [{{platform}}]': (series, { people }) =>
    unless(sum(lastOf(series)) === 0 && most(series) <= people.length, 'messages are left, or there were too many'),
  'Messages that are due [not out: {{state}}]': (series, run) =>
    first(
      unless(lastOf(series, { state: 'undeliverable' })[0] === blocked(run), `${blocked(run)} are undeliverable`),
      unless(sum([...lastOf(series, { state: 'failed' }), ...lastOf(series, { state: 'waiting' })]) === 0, 'some wait'),
    ),
  'Seconds a turn takes [{{platform}} half]': (series, { entrance }) =>
    unless(quantile(numbers(series), 0.5) * 1000 <= quantile(entrance.took, 0.75), 'three in four requests took less'),
  'Seconds a turn takes [{{platform}} 95 in 100]': (series, { entrance }) =>
    unless(
      quantile(numbers(series), 0.5) * 1000 >= quantile(entrance.took, 0.5) / 4,
      'it is much less than what people saw',
    ),
  'Turns a second [{{platform}} {{turn}}]': (series, run) =>
    first(
      ...PLATFORMS.flatMap((platform) =>
        (['hear', 'press'] as const).map((turn) =>
          near(
            sum(numbers(series, { platform, turn })) * STEP_S,
            perLife(run, (life) => run.entrance.turns(life, platform, turn)),
            `${turn} on ${platform}`,
          ),
        ),
      ),
    ),
  'Answers by status [{{status}}]': (series, run) =>
    first(
      ...[503, 500].map((status) =>
        near(
          sum(numbers(series, { status: String(status) })) * STEP_S,
          perLife(run, (life) => run.entrance.answers(life, status)),
          `answers with ${status}`,
        ),
      ),
    ),
  'Faults of Sammen itself [{{during}}]': nought,
  'Asked to wait (429) [{{platform}}]': (series, run) =>
    first(
      ...PLATFORMS.map((on) =>
        near(
          sum(numbers(series, { platform: on })) / LOOKS,
          perLife(run, (life) =>
            sum(
              (['post', 'update', 'open'] as const).map((what) =>
                run.platforms.asked(life, { on, what, came: 'throttled' }),
              ),
            ),
          ),
          `429 on ${on}`,
        ),
      ),
    ),
  'Asked to wait (429) [{{platform}} is away]': nought,
  'Runs of jobs [{{name}} {{result}}]': (series, { processes, began }) => {
    const runs = ['done', 'store-away'].flatMap((result) => numbers(series, { name: 'offers', result }));
    const lived = processes.lives.map(({ begins, ends }) => (ends ?? Date.now()) - Math.max(begins, began));
    return first(
      unless(sum(numbers(series, { result: 'failed' })) === 0, 'some failed'),
      near(sum(runs) / LOOKS, Math.round(sum(lived) / 60_000), 'runs'),
    );
  },
  'Runs of jobs [seconds since the last]': (series) =>
    unless(Math.min(...numbers(series)) >= 0 && most(series) < 180, 'the jobs ran every minute'),
  'Event loop lag [{{instance}}]': (series) =>
    unless(series.length === 2 && most(series) < 5, 'a process is missing, or stood still'),
  'Memory and processor [{{instance}} memory]': (series, run) => {
    const seen = run.processes.lives.filter(({ ends }) => ends === null);
    return first(
      ...seen.map((life) => {
        const instance = life.url.replace('http://', '');
        const says = lastOf(series, { instance })[0] ?? Number.NaN;
        const rss = run.watch.of(life).samples.at(-1)?.rss ?? Number.NaN;
        return unless(isNear(says, rss, 0.1), `${instance} says ${says}, the system ${rss}`);
      }),
    );
  },
  'Memory and processor [{{instance}} processor (1 G = one core)]': (series) =>
    unless(
      series.length === 2 && most(series) / 1e9 < 3 && Math.min(...numbers(series)) > 0,
      'no share of a processor',
    ),
  'Versions [{{version}}]': (series) => unless(series.length === 1 && lastOf(series)[0] === 2, 'not one version twice'),
};
