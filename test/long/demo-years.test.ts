import assert from 'node:assert/strict';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { openCopy } from '../../adapters/store/embedded/read-copy.ts';
import type { Headcount } from '../../bot/adoption/fact.ts';
import { MARGINS, type Period } from '../../bot/adoption/periods.ts';
import type { Cells, Figures, Publication } from '../../bot/adoption/publication.ts';
import { publicationOf } from '../../bot/adoption/publish.ts';
import type { PublishedWeek } from '../../bot/adoption/published-week.ts';
import type { Counts, Rollup } from '../../bot/adoption/rollup.ts';
import { weekAfter } from '../../bot/time/iso-week.ts';
import { mainFigures } from '../../cards/report/main-figures.ts';
import { createSpeech } from '../../cards/speech.ts';
import { content } from '../support/fixtures/content.ts';
import { startSammen } from '../support/processes/running-sammen.ts';
import { beginOnTuesday, eventually, type Sandbox, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const YEARS = process.env.LONG === 'short' ? 1 : 2;

describe('a sandbox with demo years', function () {
  this.timeout(400_000);

  it('has a workplace whose report is worth looking at, made once', () =>
    inTempFolder(async (folder) => {
      await beginOnTuesday(await openEmbedded(folder));
      const inDemo = async (test: (sandbox: Sandbox, report: Told) => Promise<void>) => {
        const running = await startSammen(folder, {}, ['--demo-years', String(YEARS)]);
        try {
          const sandbox = sandboxAt(() => running.url);
          const hr = (await sandbox.people()).find(({ roles }) => roles.includes('hr'))?.id ?? '';
          const links = async () => (await sandbox.read(hr)).match(/\S+\/report\?token=\S+/g) ?? [];
          const spent = (await links()).length;
          await sandbox.say(hr, 'rapport');
          const link = await eventually('the link', async () => (await links())[spent] ?? null);
          await test(sandbox, await reportAt(link, running.url));
        } finally {
          await running.stop();
        }
      };

      let before: { people: number; report: Told } | null = null;
      await inDemo(async (sandbox, report) => {
        before = { people: (await sandbox.people()).length, report };
        assert.ok(before.people > 1_900, `${before.people} people`);
        const year = report.periods.find(({ weeks }) => weeks === 52);
        assert.ok(
          (year?.before === null) === (YEARS === 1) && typeof year?.now.asked === 'number' && year.now.asked > 500,
        );
        assert.ok(year.now.units.length > 15 && year.now.principles.length === 6);
        assert.equal(report.weeks.length, 52);
      });
      await inDemo(async (sandbox, report) => {
        assert.deepEqual({ people: (await sandbox.people()).length, report }, before);
        // The next week to close continues from the made-up weeks.
        await sandbox.advance('P7D');
        await sandbox.job('rollups');
      });
      const store = await openCopy(folder);
      const heads = await (await store?.collection<Headcount>('headcounts', []))?.find({}, { sort: { _id: 1 } });
      const sums = await (await store?.collection<Rollup>('rollups', []))?.find({}, { sort: { _id: 1 } });
      const drawn = await (await store?.collection<PublishedWeek>('publishedWeeks', []))?.find(
        {},
        { sort: { _id: 1 } },
      );
      assertUseful(sums ?? [], drawn ?? []);
      await store?.close();
      const [madeUp, now] = heads?.slice(-2) ?? [];
      assert.ok(madeUp?.standing && now?.standing);
      assert.equal(now._id, weekAfter(madeUp._id));
      for (const stands of ['stopped', 'paused'] as const)
        assert.ok(Math.abs(now.standing[stands] / madeUp.standing[stands] - 1) < 0.3, stands);
    }));
});

type Told = Pick<Publication, 'periods'> & { weeks: Publication['series'] };

const reportAt = async (link: string, url: string): Promise<Told> => {
  const token = new URL(link).searchParams.get('token') ?? '';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ token }).toString();
  const entered = await fetch(`${url}/report`, { method: 'POST', headers, body, redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { periods, weeks } = (await (await fetch(`${url}/report.json`, { headers: { cookie } })).json()) as Told;
  return { periods, weeks };
};

type Truth = { cells: [string, Counts][]; asked: number };
type ShareName = keyof Figures['shares'];

/** The true counts of these weeks, summed here once more. */
const truthOf = (weeks: readonly Rollup[]): Truth => {
  const add = (table: (week: Rollup) => Counts): Counts => {
    const sums: Record<string, number> = {};
    for (const { name, count } of weeks.flatMap(table)) sums[name] = (sums[name] ?? 0) + count;
    return Object.entries(sums).map(([name, count]) => ({ name, count }));
  };
  const sum = (count: (week: Rollup) => number) => weeks.reduce((all, week) => all + count(week), 0);
  return {
    cells: [
      ['units', add(({ units }) => units)],
      ['principles', add(({ principles }) => principles)],
      ['topics', add(({ topics }) => topics)],
      ['promises', add(({ promises }) => promises)],
      ['outcomes', add(({ outcomes }) => outcomes)],
      ['askedBack', add(({ askedBack }) => askedBack)],
      ['helpful', add(({ helpful }) => helpful)],
      ['steps', add(({ steps }) => steps)],
      ['stepsKept', add(({ stepsKept }) => stepsKept)],
      ['quarterly', add(({ quarterly }) => quarterly)],
      [
        'names',
        add(({ asked, anonymous }) => [
          { name: 'anonymous', count: anonymous },
          { name: 'named', count: asked - anonymous },
        ]),
      ],
      [
        'behalf',
        add(({ asked, onBehalf = 0 }) => [
          { name: 'onBehalf', count: onBehalf },
          { name: 'forSelf', count: asked - onBehalf },
        ]),
      ],
    ],
    asked: sum(({ asked }) => asked),
  };
};

const SHARES: [ShareName, string, string][] = [
  ['anonymous', 'names', 'anonymous'],
  ['onBehalf', 'behalf', 'onBehalf'],
  ['kept', 'promises', 'kept'],
  ['helpful', 'helpful', 'yes'],
];
/** From how many true counts on a number is shown. */
const LARGE: Record<Period, number> = { 4: 10, 12: 12, 52: 20 };

/** What readers lose by the noise, in every report that these years had. */
const assertUseful = (rollups: readonly Rollup[], drawn: readonly PublishedWeek[]): void => {
  const speech = createSpeech({ timeZone: content.organisation.timeZone, principles: content.principles }, 'da');
  const tally = { large: 0, numbers: 0, near: 0, shares: 0, nearShares: 0, cells: 0 };
  for (const [at, { block }] of drawn.entries()) {
    if (block === null) continue;
    const { periods } = publicationOf(drawn.slice(0, at + 1));
    for (const { weeks, now } of periods) {
      const truth = truthOf(rollups.filter(({ _id }) => _id >= now.first && _id <= now.last));
      // The first block is one week, and its times and ratings may be too few.
      const said = mainFigures(now, speech);
      assert.ok(at === 0 || (said.length === 6 && said.every(({ few }) => !few)), `${weeks} weeks to ${now.last}`);
      assert.equal(now.asked, truth.asked >= 20 ? truth.asked : now.asked);
      for (const [table, counts] of truth.cells) {
        const shown = now[table as 'topics'] as Cells;
        for (const { name, count } of counts) {
          const told = shown.find((cell) => cell.name === name)?.count;
          if (told === undefined) continue;
          tally.cells += 1;
          if (count === 0) assert.equal(told, 0, `${table} ${name}`);
          else assert.ok(told !== 0 && (typeof told === 'number' ? told >= 5 : told.under === 5), `${table} ${name}`);
          if (typeof told === 'number' && Math.abs(told - count) <= MARGINS[weeks]) tally.near += 1;
          if (typeof told !== 'number' && count <= 4 + MARGINS[weeks]) tally.near += 1;
          if (count < LARGE[weeks]) continue;
          tally.large += 1;
          if (typeof told === 'number') tally.numbers += 1;
        }
      }
      if (weeks === 4) continue;
      for (const [share, table, cell] of SHARES) {
        const counts = truth.cells.find(([name]) => name === table)?.[1] ?? [];
        const base = counts.reduce((sum, { count }) => sum + count, 0);
        const own = counts.find(({ name }) => name === cell)?.count ?? 0;
        const told = now.shares[share];
        if (told === null) continue;
        tally.shares += 1;
        if (Math.abs(told - own / base) <= 0.03) tally.nearShares += 1;
      }
    }
  }
  assert.ok(tally.large > 1_000 && tally.numbers / tally.large >= 0.99, JSON.stringify(tally));
  assert.ok(tally.near / tally.cells > 0.95, JSON.stringify(tally));
  assert.ok(tally.shares > 50 && tally.nearShares / tally.shares >= 0.9, JSON.stringify(tally));
};
