import assert from 'node:assert/strict';
import { stub } from 'sinon';
import { TEXTS } from '../../cards/texts/texts.ts';
import { RECORDED } from '../support/fixtures/recorded.ts';
import { enter, LONE, openReport, post, type ReportHouse } from './support.ts';

const PATHS = ['/report', '/report.json', '/report.csv', '/report.xlsx', '/report.pdf', '/report/x', '/reports'];
const tokenIn = (link: string): string => new URL(link).searchParams.get('token') ?? '';
const form = (token: string): string => new URLSearchParams({ token }).toString();

describe('access to the report', () => {
  let reports: ReportHouse;
  before(async () => {
    reports = await openReport();
  });
  after(() => reports.close());
  const get = (path: string, cookie = '') =>
    fetch(`${reports.url}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' });

  it('is the same page and 403 without a session, whatever the request, and says how to get in', async () => {
    const invalid = await get(`/report?token=${tokenIn(reports.link())}x`);
    const texts = new Set([await invalid.text()]);
    assert.equal(invalid.status, 403);
    for (const path of PATHS) {
      for (const answer of [
        await get(path),
        await get(path, 'sammen-report=made.up'),
        await post(`${reports.url}${path}`, form('x')),
      ]) {
        assert.equal(answer.status, 403, path);
        assert.equal(answer.headers.get('set-cookie'), null);
        texts.add(await answer.text());
      }
      for (const method of ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
        assert.equal((await fetch(`${reports.url}${path}`, { method })).status, 403, `${method} ${path}`);
    }
    assert.equal(texts.size, 1);
    assert.match(invalid.headers.get('content-type') ?? '', /^text\/html/u);
    assert.match([...texts].join(), new RegExp(`<h1>${TEXTS.da.report.closed.title}</h1>`, 'u'));
  });

  it('starts with a page with one button; viewing it does not use up the link', async () => {
    const link = reports.link();
    for (const _look of [1, 2, 3]) {
      const answer = await fetch(link);
      const page = await answer.text();
      assert.equal(answer.status, 200);
      assert.equal(page.match(/<button/g)?.length, 1);
      assert.ok(page.includes('Lone') && !page.includes('<b>Bak'));
      assert.equal(answer.headers.get('set-cookie'), null);
    }
    assert.equal((await post(`${reports.url}/report`, form(tokenIn(link)))).status, 303);
  });

  it('works once per link, and sets a cookie that scripts and other sites cannot use', async () => {
    const token = tokenIn(reports.link());
    const attempts = await Promise.all([1, 2, 3, 4].map(() => post(`${reports.url}/report`, form(token))));
    const [accepted, ...others] = attempts.filter(({ status }) => status === 303);
    assert.ok(accepted !== undefined && others.length === 0);
    assert.equal(attempts.filter(({ status }) => status === 403).length, 3);
    const cookie = accepted.headers.get('set-cookie') ?? '';
    assert.match(cookie, /; HttpOnly/);
    assert.match(cookie, /; SameSite=Lax/);
    assert.match(cookie, /; Max-Age=28800;/);
    assert.doesNotMatch(cookie, /Secure/);
    for (const path of PATHS.slice(0, 4)) assert.equal((await get(path, cookie)).status, 200, path);
    assert.equal((await get('/report.pdf', cookie)).status, 404);
  });

  it('marks the cookie as Secure where the server uses TLS', async () => {
    const secure = await openReport({ isSecure: true, cases: 1 });
    try {
      const answer = await post(`${secure.url}/report`, form(tokenIn(secure.link())));
      assert.match(answer.headers.get('set-cookie') ?? '', /; Secure/);
    } finally {
      await secure.close();
    }
  });

  it('is refused to people outside HR, even with their own link', async () => {
    const link = reports.link('boss');
    assert.equal((await fetch(link)).status, 403);
    assert.equal((await post(`${reports.url}/report`, form(tokenIn(link)))).status, 403);
  });

  it('ends immediately when the role is revoked or the person leaves', async () => {
    const { people } = reports.setup.store;
    const cookie = await enter(reports);
    const token = tokenIn(reports.link());
    for (const [take, giveBack] of [
      [() => people.takeRole(LONE._id, 'hr', RECORDED), () => people.giveRole(LONE._id, 'hr', RECORDED)],
      [() => people.change(LONE._id, { left: new Date() }), () => people.change(LONE._id, { left: null })],
    ] as const) {
      assert.equal((await get('/report', cookie)).status, 200);
      await take();
      for (const path of PATHS) assert.equal((await get(path, cookie)).status, 403, path);
      assert.equal((await post(`${reports.url}/report`, form(token))).status, 403);
      await giveBack();
    }
  });

  it('expires after fifteen minutes for a link and eight hours for a session', async () => {
    const [cookie, link] = [await enter(reports), reports.link()];
    const start = Date.now();
    const now = stub(Date, 'now').returns(start + 14 * 60_000);
    try {
      assert.equal((await fetch(link)).status, 200);
      now.returns(start + 15 * 60_000 + 1_000);
      assert.equal((await fetch(link)).status, 403);
      assert.equal((await get('/report', cookie)).status, 200);
      now.returns(start + 8 * 3_600_000 + 1_000);
      assert.equal((await get('/report', cookie)).status, 403);
    } finally {
      now.restore();
    }
  });

  it('accepts only its own form', async () => {
    const token = tokenIn(reports.link());
    for (const [body, type] of [
      [JSON.stringify({ token }), 'application/json'],
      [form(token), 'text/plain'],
      [`${form(token)}&${form(token)}`, undefined],
      ['', undefined],
      ['token=%', undefined],
      ['x'.repeat(2 * 1024 * 1024), undefined],
    ] as const) {
      assert.equal((await post(`${reports.url}/report`, body, type)).status, 403, `${type} ${body.slice(0, 20)}`);
    }
    const foreign = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://x.example' };
    const from = await fetch(`${reports.url}/report`, { method: 'POST', headers: foreign, body: form(token) });
    assert.equal(from.status, 403, 'the form of another site');
    assert.equal((await post(`${reports.url}/report`, form(token))).status, 303);
  });

  it('is logged when it is opened and for each file, and not for those who are kept out', async () => {
    const { adminLog } = reports.setup.store;
    await adminLog.forget(new Date(8e15));
    const cookie = await enter(reports);
    for (const path of [...PATHS.slice(0, 4), '/report?weeks=52']) await get(path, cookie);
    for (const path of PATHS) await get(path);
    await post(`${reports.url}/report`, form(tokenIn(reports.link('boss'))));
    assert.deepEqual((await adminLog.newest(99)).map(({ by, did, detail }) => `${by} ${did} ${detail}`).toSorted(), [
      'lone export-report csv',
      'lone export-report json',
      'lone export-report xlsx',
      'lone open-report null',
    ]);
  });

  it('never causes a server fault', () => assert.deepEqual(reports.faults, []));
});
