import assert from 'node:assert/strict';
import { privacyRoute } from '../../adapters/web/privacy.ts';
import type { WebRequest } from '../../adapters/web/route.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { content } from '../support/fixtures/content.ts';

const { organisation } = content;

const request = (query = ''): WebRequest => ({
  params: {},
  query: new URLSearchParams(query),
  headers: {},
  remoteAddress: '127.0.0.1',
  json: async () => ({}),
  form: async () => new URLSearchParams(),
});

const pageOf = async (embeddingsHost: string | null, query = '', name = organisation.name): Promise<string> => {
  const { handle } = privacyRoute({ organisation: { ...organisation, name }, embeddingsHost });
  const answer = await handle(request(query));
  assert.ok(answer.kind === 'file' && answer.status === 200);
  return String(answer.body);
};

describe('/privacy', () => {
  it('says what is kept, who can read it, for how long, and whom to ask', async () => {
    const body = await pageOf(null);
    const { sections, yours } = TEXTS.da.privacyPage;
    for (const { title, text } of [...sections, yours])
      for (const words of [title, ...text]) assert.ok(body.includes(words.replaceAll('"', '&quot;')), words);
    assert.ok(body.includes(organisation.contacts.switchboard.phone ?? ''), 'whom to ring');
    assert.match(body, /<html lang="da">/);
    assert.match(await pageOf(null, 'lang=en'), /<html lang="en">[\s\S]*What is kept\?/);
  });

  it('says for how many months a case is kept', async () => {
    assert.match(await pageOf(null), /En sag bliver gemt i 12 måneder/);
    const { handle } = privacyRoute({
      organisation: { ...organisation, retention: { caseTextMonths: 1 } },
      embeddingsHost: null,
    });
    const answer = await handle(request());
    assert.ok(answer.kind === 'file');
    assert.match(String(answer.body), /En sag bliver gemt i en måned/);
  });

  it('names the server of embeddings while there is one, and only then', async () => {
    assert.match(await pageOf('ord.kommune.dk'), /program på kommunens eget netværk \(ord\.kommune\.dk\)/);
    assert.doesNotMatch(await pageOf(null), /eget netværk/);
  });

  it('escapes what a file names', async () => {
    assert.doesNotMatch(await pageOf(null, '', '<b>By</b>'), /<b>/);
  });
});
