import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { lookFrom } from '../../adapters/web/report/look.ts';
import { storiesSection } from '../../adapters/web/report/stories-section.ts';
import { storiesShown } from '../../bot/adoption/stories-shown.ts';
import { storyId } from '../../bot/ids.ts';
import type { PublishedStory } from '../../bot/stories/story.ts';
import type { Week } from '../../bot/time/iso-week.ts';
import type { Principle } from '../../bot/words.ts';
import { createSpeech } from '../../cards/speech.ts';
import { rollups } from '../../jobs/rollups.ts';
import { aStory, masked, TUESDAY, workingTime } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';
import { enter, openReport, type ReportHouse } from './support.ts';

let count = 0;
const story = (principle: Principle, week: Week, text = `${principle} ${week}`): PublishedStory => ({
  _id: storyId(`s${count++}`),
  principle,
  topic: 'borgerdialog',
  language: 'da',
  text: masked(text),
  week,
});

describe('the stories that head a report', () => {
  /** Of the fourth week before TUESDAY's, the running one. */
  const shown = (told: readonly PublishedStory[]) =>
    storiesShown({
      stories: {
        newestUnder: async (principle, limit) =>
          told
            .filter((one) => one.principle === principle)
            .toSorted((a, b) => (a.week < b.week ? 1 : a.week > b.week ? -1 : a._id < b._id ? -1 : 1))
            .slice(0, limit),
      },
      clock: () => TUESDAY,
      time: workingTime,
    });

  it('are three of three principles, the newest weeks first, in the order of the principles', async () => {
    const told = [
      story('tydelig-ramme', '2026-W48', 'a'),
      story('bygger-bro', '2026-W48', 'b'),
      story('bygger-bro', '2026-W48', 'c'),
      story('lytter-foerst', '2026-W47', 'd'),
      story('goer-det-nemt', '2026-W46', 'e'),
    ];
    const { 4: four } = await shown(told);
    assert.deepEqual(
      four.map(({ text }) => text),
      ['d', 'b', 'a'],
    );
    assert.deepEqual(Object.keys(four[0] ?? {}).sort(), ['language', 'principle', 'text']);
  });

  it('take a principle twice before they are fewer than three', async () => {
    const told = (['2026-W47', '2026-W46', '2026-W45', '2026-W48'] as const).map((week) =>
      story('bygger-bro', week, week),
    );
    const { 4: four } = await shown([...told, story('lytter-foerst', '2026-W45', 'other')]);
    assert.deepEqual(four.map(({ text }) => text).sort(), ['2026-W47', '2026-W48', 'other']);
  });

  it('were told in the weeks of the period, the running one included', async () => {
    const told = [
      story('bygger-bro', '2026-W45'),
      story('lytter-foerst', '2026-W44'),
      story('tydelig-ramme', '2025-W48'),
    ];
    const { 4: four, 12: twelve, 52: all } = await shown(told);
    assert.deepEqual([four.length, twelve.length, all.length], [1, 2, 2]);
    assert.deepEqual(await shown([]), { 4: [], 12: [], 52: [] });
  });

  it('say their language where it is not the page’s, and are escaped', () => {
    const speech = createSpeech({ timeZone: 'Europe/Copenhagen', principles: content.principles }, 'da');
    const look = lookFrom(new URLSearchParams(), speech);
    const stories = [
      { ...story('bygger-bro', '2026-W48', '<script>alert(1)</script>\nAnd "then"'), language: 'en' as const },
      story('lytter-foerst', '2026-W48', 'Vi ringede.'),
    ];
    const { markup } = storiesSection({ stories: { 4: [], 12: stories, 52: [] } }, look);
    assert.match(markup, /<h2 id="stories">To fortællinger<\/h2>/);
    assert.match(
      markup,
      /<blockquote lang="en"><p>&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/p><p>And &quot;then&quot;<\/p>/,
    );
    assert.match(markup, /<blockquote><p>Vi ringede\.<\/p><\/blockquote><figcaption>Lytter først</);
  });
});

describe('a report with stories', () => {
  let reports: ReportHouse;
  let cookie: string;
  const words = '=HYPERLINK("http://x") er en formel, og <b>fed</b> er det ikke.';
  before(async () => {
    reports = await openReport({ cases: 4 });
    cookie = await enter(reports);
    const out = { state: 'published', publishedIn: '2026-W48', text: masked(words) } as const;
    await reports.setup.store.stories.add(aStory({ ...out, told: { week: '2026-W48', unit: 'Havnen' } }));
  });
  after(() => reports.close());
  const get = (path: string) => fetch(`${reports.url}${path}`, { headers: { Cookie: cookie } });

  it('shows their words and principle on the page and in the files, and nothing of their case', async () => {
    const page = await (await get('/report')).text();
    assert.ok(page.indexOf('En fortælling') < page.indexOf('main-figures"'));
    assert.match(page, /&lt;b&gt;fed&lt;\/b&gt;/);
    const csv = await (await get('/report.csv')).text();
    const rows = parse(csv, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
    assert.deepEqual([rows[0]?.Tal, rows[0]?.Gruppe, rows[0]?.Note], ['Fortællinger', 'Lytter først', `'${words}`]);
    const files = unzipSync(new Uint8Array(await (await get('/report.xlsx')).arrayBuffer()));
    const xlsx = Object.values(files)
      .map((file) => strFromU8(file))
      .join('\n');
    assert.ok(xlsx.includes('&lt;b&gt;fed&lt;/b&gt;'));
    assert.doesNotMatch(xlsx, /<f>/);
    for (const told of [page, csv, xlsx]) assert.doesNotMatch(told, /story-1|case-1/);
    // Other programs read the JSON; it holds figures, as before.
    const json = await (await get('/report.json')).text();
    assert.deepEqual(Object.keys(JSON.parse(json)), ['at', 'week', 'periods', 'weeks', 'running', 'definitions']);
    assert.doesNotMatch(json, /HYPERLINK\("http:\/\/x"\) er/);
  });

  it('counts them with the noise of a group', async () => {
    const { setup } = reports;
    for (let n = 0; n < 60; n++) {
      const one = aStory({ _id: storyId(`s${n}`), state: 'published', publishedIn: '2026-W48' });
      await setup.store.stories.add({ ...one, case: `c${n}` as typeof one.case });
    }
    setup.now = new Date('2026-12-22T09:00:00.000Z');
    await rollups(setup.deps);
    const publication = await setup.store.rollups.lastPublished();
    const shown = publication?.periods[0]?.now.stories;
    assert.ok(typeof shown === 'number' && Math.abs(shown - 60) < 15, JSON.stringify(shown));
    const after = await (await get('/report?weeks=4')).text();
    assert.match(after, new RegExp(`<th scope="row">Fortællinger</th><td class="\\w+">${shown}<`));
  });
});
