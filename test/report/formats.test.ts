import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Publication } from '../../bot/adoption/publication.ts';
import { daysOf } from '../../bot/adoption/week.ts';
import { assertOwnStyles } from '../support/assertions/assert-own-styles.ts';
import { enter, openReport, type ReportHouse } from './support.ts';

describe('the report', () => {
  let reports: ReportHouse;
  let cookie: string;
  before(async () => {
    reports = await openReport();
    cookie = await enter(reports);
  });
  after(() => reports.close());
  const get = (path: string) => fetch(`${reports.url}${path}`, { headers: { Cookie: cookie } });
  const periods = async () => ((await (await get('/report.json')).json()) as Pick<Publication, 'periods'>).periods;
  const units = async () =>
    (await periods()).flatMap(({ weeks, now }) => now.units.map(({ name, count }) => ({ weeks, name, count })));

  it('has three periods, each with the period before it if there was one', async () => {
    const all = await periods();
    assert.deepEqual(
      all.map(({ weeks, before }) => [weeks, before !== null]),
      [
        [4, true],
        [12, false],
        [52, false],
      ],
    );
    assert.ok(all.every(({ now }) => typeof now.asked === 'number' && now.asked > 0));
  });

  it('shows the same numbers on the page as in the JSON, for each period in both languages', async () => {
    for (const { weeks, now } of await periods()) {
      for (const lang of ['da', 'en']) {
        const page = await (await get(`/report?weeks=${weeks}&lang=${lang}`)).text();
        assert.match(page, new RegExp(`<html lang="${lang}">`));
        const cells = [...page.matchAll(/<tr><th scope="row">([^<]*)<\/th><td class="\w+">([^<]*)</g)];
        for (const { name, count } of now.units.filter((unit) => unit.name === 'Åskolen')) {
          const shown = cells.find(([, label]) => label === name)?.[2];
          assert.equal(shown, typeof count === 'number' ? String(count) : 'under 5');
        }
      }
    }
  });

  it('reports whether next steps were taken, the same in every format, with a definition', async () => {
    const [first] = await periods();
    const cells = first?.now.stepsKept ?? [];
    assert.deepEqual(
      cells.map(({ name }) => name),
      ['yes', 'partly', 'no'],
    );
    assert.ok(cells.some(({ count }) => typeof count === 'number' && count > 0));
    const page = await (await get('/report?weeks=4&lang=da')).text();
    const rows = parse(await (await get('/report.csv')).text(), { bom: true, delimiter: ';', columns: true }) as Record<
      string,
      string
    >[];
    const labels = { yes: 'Ja, det blev til noget', partly: 'Delvist', no: 'Nej, ikke endnu' };
    for (const { name, count } of cells) {
      const row = rows.find(
        ({ Tal, Gruppe, Uger }) =>
          Tal === 'Blev skridtet til noget?' && Gruppe === labels[name as keyof typeof labels] && Uger === '4',
      );
      assert.equal(row?.Værdi, typeof count === 'number' ? String(count) : '', name);
    }
    assert.match(
      page,
      /<h2 id="stepsKept">Blev skridtet til noget\?<\/h2>\s*<p class="definition">Spørgerens eget svar/,
    );
    const { definitions } = (await (await get('/report.json')).json()) as { definitions: Record<string, unknown> };
    assert.ok('stepsKept' in definitions);
  });

  it('reports what was asked for others, the same in every format, with a definition', async () => {
    const longest = (await periods()).at(-1) ?? assert.fail('no period');
    const cells = longest.now.behalf;
    assert.deepEqual(
      cells.map(({ name }) => name),
      ['onBehalf', 'forSelf'],
    );
    const page = await (await get(`/report?weeks=${longest.weeks}&lang=da`)).text();
    const labels = { onBehalf: 'Spurgt for andre', forSelf: 'Spurgt for sig selv' };
    for (const { name, count } of cells) {
      const said = typeof count === 'number' ? String(count) : 'under 5';
      assert.match(page, new RegExp(`>${labels[name as keyof typeof labels]}</th><td class="\\w+">${said}<`));
    }
    assert.match(page, />Andel spurgt for andre</);
    assert.match(page, /En kollega kan spørge for en borger/);
    const rows = parse(await (await get('/report.csv')).text(), { bom: true, delimiter: ';', columns: true }) as Record<
      string,
      string
    >[];
    const row = rows.find(({ Gruppe, Uger }) => Gruppe === 'Spurgt for andre' && Uger === String(longest.weeks));
    const others = cells[0]?.count;
    assert.equal(row?.Værdi, typeof others === 'number' ? String(others) : '');
    const sheets = unzipSync(new Uint8Array(await (await get('/report.xlsx')).arrayBuffer()));
    assert.ok(Object.values(sheets).some((file) => strFromU8(file).includes('Andel spurgt for andre')));
  });

  it('has no script, and escapes what people wrote', async () => {
    const answer = await get('/report');
    const page = await answer.text();
    assertOwnStyles(page, answer.headers.get('content-security-policy') ?? '', '/report');
    assert.doesNotMatch(page, /<script|onerror|javascript:/i);
    assert.ok(page.includes('HR &amp; Løn') && !page.includes('HR & Løn'));
  });

  it('is a CSV that opens without conversion and contains no formulas', async () => {
    const bytes = Buffer.from(await (await get('/report.csv')).arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const rows = parse(bytes, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
    assert.ok(!rows.some((row) => Object.values(row).some((cell) => /^[=+\-@\t\r]/.test(cell))));
    // Every row names the weeks it covers, and a number of a group how far it may be from the true one.
    const margins: Record<number, string> = { 4: '± 3', 12: '± 5', 52: '± 10' };
    for (const { weeks, now } of await periods()) {
      const row = (group: string) => rows.find(({ Gruppe, Uger }) => Gruppe === group && Uger === String(weeks));
      const [all, unit] = [row('Sager i alt'), row('Åskolen')];
      assert.deepEqual([all?.Til, unit?.Til], [daysOf(now.last).last, daysOf(now.toldTo).last]);
      assert.deepEqual([all?.Note, unit?.Note], ['', unit?.Værdi === '' ? 'under 5' : margins[weeks]]);
    }
    const running = rows.filter((row) => row.Gruppe === '2026-W48');
    assert.deepEqual(
      running.map((row) => [row.Fra, row.Til, row.Note?.includes('ikke slut')]),
      [['2026-11-23', '2026-11-29', true]],
    );
    for (const { weeks, name, count } of await units()) {
      const label = name === '*others' ? 'Øvrige' : name;
      const row = rows.find(({ Gruppe, Uger }) => Gruppe?.replace(/^'/, '') === label && Uger === String(weeks));
      assert.equal(row?.Værdi, typeof count === 'number' ? String(count) : '', `${name} ${weeks}`);
    }
  });

  it('reports each unit’s cases per 100 people, calculated only from numbers it shows anyway', async () => {
    const rows = parse(await (await get('/report.csv')).text(), {
      bom: true,
      delimiter: ';',
      columns: true,
    }) as Record<string, string>[];
    const rates = rows.filter((row) => row.Tal === 'Hvor spørger man mest?');
    let compared = 0;
    for (const { weeks, now } of await periods())
      for (const { name, people, count } of now.units) {
        const label = name === '*others' ? 'Øvrige' : name;
        const row = rates.find(({ Gruppe, Uger }) => Gruppe?.replace(/^'/, '') === label && Uger === String(weeks));
        assert.ok(row, `${name} ${weeks}`);
        if (typeof count !== 'number') assert.deepEqual([row.Værdi, row.Note !== ''], ['', true]);
        else {
          const weeksCovered =
            (Date.parse(daysOf(now.toldTo).last) + 86_400_000 - Date.parse(daysOf(now.toldFrom).first)) / 604_800_000;
          assert.equal(
            Number(row.Værdi?.replace(',', '.')),
            Math.round((count / people / weeksCovered) * 10_000) / 100,
          );
          compared += 1;
        }
      }
    assert.ok(compared > 0);
  });

  it('is an Excel file with real dates and numbers, a sheet for each figure, and one for definitions', async () => {
    const files = unzipSync(new Uint8Array(await (await get('/report.xlsx')).arrayBuffer()));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const sheets = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(sheets.slice(0, 3), ['Definitioner', 'Perioder', 'Sager uge for uge']);
    assert.equal(sheets.length, 19);
    assert.ok(sheets.includes('Blev skridtet til noget'));
    assert.ok(sheets.every((name) => (name ?? '').length <= 31));
    const dates = [...text('xl/worksheets/sheet2.xml').matchAll(/<c r="B\d+" s="\d+"><v>(\d+)<\/v>/g)];
    assert.ok(dates.length >= 4 && dates.every(([, day]) => Number(day) > 46_000));
    assert.doesNotMatch(Object.keys(files).map(text).join(''), /<f>/);
  });

  it('says when there are no numbers yet', async () => {
    const empty = await openReport({ cases: 0 });
    try {
      const ownCookie = await enter(empty);
      for (const path of ['/report', '/report.json', '/report.csv', '/report.xlsx']) {
        assert.equal((await fetch(`${empty.url}${path}`, { headers: { Cookie: ownCookie } })).status, 200, path);
      }
      const page = await (await fetch(`${empty.url}/report`, { headers: { Cookie: ownCookie } })).text();
      assert.match(page, /Der er ingen tal endnu/);
      assert.deepEqual(empty.faults, []);
    } finally {
      await empty.close();
    }
  });
});
