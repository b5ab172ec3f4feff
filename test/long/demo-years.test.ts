import assert from 'node:assert/strict';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { openCopy } from '../../adapters/store/embedded/read-copy.ts';
import type { Headcount } from '../../bot/adoption/fact.ts';
import type { Publication } from '../../bot/adoption/publication.ts';
import { weekAfter } from '../../bot/time/iso-week.ts';
import { startSammen } from '../support/processes/running-sammen.ts';
import { beginOnTuesday, eventually, type Sandbox, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

describe('a sandbox with demo years', function () {
  this.timeout(180_000);

  it('has a workplace whose report is worth looking at, made once', () =>
    inTempFolder(async (folder) => {
      await beginOnTuesday(await openEmbedded(folder));
      const inDemo = async (test: (sandbox: Sandbox, report: Told) => Promise<void>) => {
        const running = await startSammen(folder, {}, ['--demo-years', '1']);
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
        assert.ok(year?.before === null && typeof year.now.asked === 'number' && year.now.asked > 500);
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
