import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { agentsRoutes } from '../../adapters/web/agents.ts';
import { privacyRoute } from '../../adapters/web/privacy.ts';
import { homeRoute, publicRoutes } from '../../adapters/web/public-pages.ts';
import { createWebServer, type WebServer } from '../../adapters/web/server.ts';
import type { People } from '../../bot/people/port.ts';
import { assertOwnStyles } from '../support/assertions/assert-own-styles.ts';
import { anAgent, aPerson, aProfile, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';

/** docs/rules.md, "The citizens' page" */

const organisation = { ...content.organisation, name: 'Prøve <b>By</b>' };
const shown = (id: string, name: string, more: object, profile: object = {}) =>
  anAgent(id, {
    name,
    email: `${id}@kommune.dk`,
    agent: aProfile({ shown: true, principles: [], topics: [], ...profile }),
    ...more,
  });
const AGENTS = [
  shown(
    'p-aase',
    'Åse Ærø',
    { unit: 'Park og Vej', phone: '70 12 34 56' },
    { topics: ['oekonomi'], place: masked('Biblioteket, 1. sal') },
  ),
  shown('p-bo', 'Bo <i>Holm</i>', { unit: null }, { principles: ['tydelig-ramme'], place: null }),
  shown('p-gone', 'Gone Away', { left: TUESDAY }),
  anAgent('p-hidden', { name: 'Hidden Agent', phone: '70 99 99 99', agent: aProfile({ shown: false }) }),
  aPerson('p-plain', { name: 'Plain Person' }),
];
const PAGES = ['/', '/agents', '/privacy', '/accessibility', '/terms'];
const HOSTILE = [
  '"><script>alert(1)</script>',
  "' onfocus=alert(1) x='",
  '<svg/onload=alert(1)>&amp;',
  '\u0000\u202e%00',
  'x'.repeat(7000),
];

describe('the public pages', () => {
  let server: WebServer;
  let url: string;
  const people = { agents: async () => AGENTS } as unknown as People;
  before(async () => {
    server = createWebServer({
      routes: [
        ...agentsRoutes({ people, organisation }),
        privacyRoute({ organisation, embeddingsHost: null }),
        ...publicRoutes({ organisation, platforms: ['teams', 'slack'] }),
        homeRoute({ organisation, platforms: ['teams', 'slack'] }),
      ],
      hosts: null,
      onFault: (error) => assert.fail(String(error)),
    });
    url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  });
  after(() => server.close());
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers });
  const read = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text();
  const namesFor = async (q: string): Promise<string[]> => {
    const { agents } = JSON.parse(await read(`/agents.json?q=${encodeURIComponent(q)}`));
    return agents.map(({ name }: { name: string }) => name);
  };

  for (const path of PAGES) {
    it(`${path} is a whole page in the language that is asked for, and links to all the others`, async () => {
      const answer = await get(`${path}?sprog=en`, { 'Accept-Language': 'da' });
      const body = await answer.text();
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type') ?? '', /text\/html; charset=utf-8/);
      assert.match(body, /^<!doctype html>\n<html lang="en">/);
      assert.match(await read(path, { 'Accept-Language': 'fr;q=0.9, en-GB;q=0.8, da;q=0.3' }), /<html lang="en">/);
      assert.match(await read(path, { 'Accept-Language': 'en;q=0, xx' }), /<html lang="da">/);
      assert.match(await read(`${path}?lang=da`, { 'Accept-Language': 'en' }), /<html lang="da">/);
      assert.equal(answer.headers.get('vary'), 'Accept-Language');
      for (const other of PAGES.filter((one) => one !== path))
        assert.ok(body.includes(`href="${other}?lang=en"`), other);
      assert.ok(body.includes('href="https://lillekoebing.example/"'), 'the way back to the municipality');
      assert.ok(body.includes('Prøve &lt;b&gt;By&lt;/b&gt;') && !body.includes('<b>By'), 'escaped');
      assert.doesNotMatch(body, /<script|undefined|\[object/);
    });

    it(`${path} answers HEAD as GET, without a body, and may be framed only if it is /agents`, async () => {
      const [head, whole] = [await fetch(`${url}${path}`, { method: 'HEAD' }), await get(path)];
      assert.equal(head.status, 200);
      for (const name of ['content-type', 'content-security-policy', 'etag', 'vary'])
        assert.equal(head.headers.get(name), whole.headers.get(name), name);
      assert.equal(await head.text(), '');
      const policy = whole.headers.get('content-security-policy') ?? '';
      assert.match(policy, path === '/agents' ? /frame-ancestors \*/ : /frame-ancestors 'none'/);
      assert.equal(whole.headers.get('x-frame-options'), path === '/agents' ? null : 'DENY');
      assertOwnStyles(await whole.text(), policy, path);
      assert.equal(whole.headers.get('access-control-allow-origin'), null);
    });
  }

  it('say how to complain, what was tried, and what Sammen is not for', async () => {
    const statement = await read('/accessibility?lang=da');
    const ring = '<a class="phone" href="tel:70000001">70 00 00 01</a>';
    for (const words of ['WCAG 2.1', 'delvist', 'axe', 'Digitaliseringsstyrelsen', ring, '30. november 2026'])
      assert.ok(statement.includes(words), words);
    assert.match(await read('/terms?lang=da'), /ring 112[\s\S]*ingen underretning/);
  });

  it('are where the manifest of Teams says they are', () => {
    const file = new URL('../../manifest/teams/manifest.json', import.meta.url);
    const { developer } = JSON.parse(readFileSync(file, 'utf8'));
    assert.equal(new URL(developer.privacyUrl).pathname, '/privacy');
    assert.equal(new URL(developer.termsOfUseUrl).pathname, '/terms');
  });

  it('list for other sites, in a documented shape, only who agreed and only what they agreed to', async () => {
    const answer = await get('/agents.json', { Origin: 'https://kommune.dk' });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    const list = JSON.parse(await answer.text()) as { agents: Record<string, unknown>[] };
    const hours = list.agents[0]?.hours;
    assert.deepEqual(list, {
      municipality: 'Prøve <b>By</b>',
      homePage: 'https://lillekoebing.example/',
      language: 'da',
      agents: [
        {
          name: 'Bo <i>Holm</i>',
          unit: null,
          phone: null,
          hours,
          place: null,
          helpsWith: ['at få at vide, hvad der kan lade sig gøre'],
        },
        {
          name: 'Åse Ærø',
          unit: 'Park og Vej',
          phone: '70 12 34 56',
          hours,
          place: 'Biblioteket, 1. sal',
          helpsWith: ['penge og tilskud'],
        },
      ],
    });
    assert.match(String(hours), /08:00–16:00/);
    const page = await read('/agents?lang=da');
    assert.ok(page.includes('href="tel:70123456"') && page.includes('Biblioteket, 1. sal'));
    for (const secret of ['Hidden', '70 99 99 99', 'Gone', 'Plain', '@kommune.dk', 'p-aase', '<i>'])
      assert.ok(!page.includes(secret) && !JSON.stringify(list.agents[1]).includes(secret), secret);
  });

  it('find agents by the beginnings of words of name, unit and what they help with', async () => {
    const found: readonly (readonly [q: string, names: readonly string[]])[] = [
      ['', ['Bo <i>Holm</i>', 'Åse Ærø']],
      ['  ase ', []],
      ['aase', ['Åse Ærø']],
      ['ÅSE', ['Åse Ærø']],
      ['vej penge', ['Åse Ærø']],
      ['ej', []],
      ['lade sig gøre', ['Bo <i>Holm</i>']],
      ['penge holm', []],
    ];
    for (const [q, names] of found) assert.deepEqual(await namesFor(q), names, q);
    const none = await read('/agents?lang=da&q=bassin');
    assert.ok(none.includes('href="?lang=en&amp;q=bassin"'), 'the other language keeps the search');
    assert.match(
      none,
      /Ingen passer på &quot;bassin&quot;[\s\S]*Prøv med et enkelt ord[\s\S]*tel:70000001">70 00 00 01</,
    );
  });

  it('take nothing hostile from a search', async () => {
    for (const q of HOSTILE) {
      for (const path of ['/agents', '/agents.json']) {
        const answer = await get(`${path}?lang=da&q=${encodeURIComponent(q)}`);
        const body = await answer.text();
        assert.equal(answer.status, 200, q.slice(0, 30));
        if (path === '/agents') assert.ok(!/<script/.test(body) && !body.includes(q), q.slice(0, 30));
        assert.ok(!body.includes('x'.repeat(101)), 'cut');
      }
    }
    assert.equal((await get('/agents?q=%E0%A4%A&sprog=xx&lang=__proto__')).status, 200);
  });

  it('may be kept for five minutes by anybody, and are not sent again when nothing changed', async () => {
    for (const path of ['/agents', '/agents.json']) {
      const first = await get(path);
      assert.equal(first.headers.get('cache-control'), 'public, max-age=300');
      const again = await get(path, { 'If-None-Match': first.headers.get('etag') ?? '' });
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
    }
  });
});
