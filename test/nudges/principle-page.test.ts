import assert from 'node:assert/strict';
import { principleRoute, type SheetDeps } from '../../adapters/web/principle-page.ts';
import { BadRequest, type WebAnswer } from '../../adapters/web/route.ts';
import { assertOwnStyles } from '../support/assertions/assert-own-styles.ts';
import { content } from '../support/fixtures/content.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

const { principles, nudges, teamQuestions } = content;
const nudge = nudges.find(({ principle }) => principle === 'bygger-bro') ?? null;

const question = teamQuestions.find(({ principle }) => principle === 'bygger-bro') ?? null;

const sheet: SheetDeps = {
  ofWeek: async () => ({ week: '2026-W50', principle: 'bygger-bro', nudge, question }),
  principles,
  municipality: 'Lillekøbing Kommune',
  switchboard: '70 00 00 01',
  language: 'da',
};

const asked = async (query: string, deps: SheetDeps = sheet): Promise<WebAnswer> =>
  principleRoute(deps).handle({
    params: {},
    query: new URLSearchParams(query),
    headers: {},
    remoteAddress: '127.0.0.1',
    json: async () => null,
  } as unknown as Parameters<ReturnType<typeof principleRoute>['handle']>[0]);
const html = async (query: string, deps?: SheetDeps): Promise<string> => {
  const answer = await asked(query, deps);
  assert.ok(answer.kind === 'file');
  return String(answer.body);
};

describe('the printable page of the week’s principle', () => {
  it('shows the principle, something to try, a question for the team, and a contact for people without chat', async () => {
    const danish = await html('');
    for (const words of [
      '<html lang="da">',
      'Uge 50',
      'Ugens princip: Bygger bro',
      'Hvem burde kende hinanden',
      '70 00 00 01',
      '@page',
    ])
      assert.ok(danish.includes(words), words);
    const english = await html('lang=en');
    for (const words of ['<html lang="en">', 'Week 50', 'Builds bridges', 'Who ought to know each other'])
      assert.ok(english.includes(words), words);
    const without = await html('', { ...sheet, switchboard: null });
    assert.ok(!without.includes('så ring'));
  });

  it('uses only its own style, and is shown in no frame', async () => {
    const answer = await asked('');
    assert.ok(answer.kind === 'file');
    const policy = answer.headers?.['Content-Security-Policy'] ?? '';
    assertOwnStyles(String(answer.body), policy, '/principle');
    assert.match(policy, /frame-ancestors 'none'/);
  });

  it('escapes words from a file', async () => {
    const hostile = '<script>alert("1")</script> & \'mere\'';
    const page = await html('', { ...sheet, municipality: hostile });
    assert.ok(!page.includes('<script'));
    assert.ok(page.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;mere&#39;'));
  });

  it('refuses a language it does not speak', async () => {
    await assert.rejects(asked('lang=sv'), BadRequest);
  });

  it('is served by a running Sammen, with the principle of its current week', () =>
    inSandbox(async (sandbox, running) => {
      const read = async () => {
        const response = await fetch(new URL('/principle', running.url));
        assert.equal(response.status, 200);
        assert.match(response.headers.get('content-type') ?? '', /text\/html/);
        return response.text();
      };
      await sandbox.setClock('2026-12-07T08:05:00.000Z');
      const first = await read();
      assert.match(first, /Uge 50/);
      await sandbox.setClock('2026-12-14T08:05:00.000Z');
      const second = await read();
      assert.match(second, /Uge 51/);
      assert.notEqual(/<h1>(.*)<\/h1>/.exec(first)?.[1], /<h1>(.*)<\/h1>/.exec(second)?.[1]);
    })).timeout(60_000);
});
