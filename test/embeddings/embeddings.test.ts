import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { createEmbeddings } from '../../adapters/embeddings/create-embeddings.ts';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';
import { type EmbeddingsServer, embeddingsServer, vectorsFor } from '../support/fakes/embeddings-server.ts';

const masked = (text: string) => maskPersonalNumbers(text, { phones: [] }).text;
const TEXTS = [masked('Vi mangler penge til taget.'), masked('Ingen hører efter.')];
const LONG_ENOUGH = 5_000;

describe('embeddings from a server', () => {
  let server: EmbeddingsServer;
  let lines: string[];
  let now: number;
  const create = (url = server.url) => {
    const log = { info: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
    return createEmbeddings(url, log, () => now);
  };

  beforeEach(async () => {
    server = await embeddingsServer();
    lines = [];
    now = 0;
  });
  afterEach(() => server.close());

  it('gives one vector of length 1 for each text, in their order, whatever the order of the answer', async () => {
    const straight = await create().vectorsOf(TEXTS, LONG_ENOUGH);
    server.answerWith((texts) => ({ object: 'list', data: vectorsFor(texts).data.toReversed() }));
    const reversed = await create().vectorsOf(TEXTS, LONG_ENOUGH);
    assert.equal(straight?.length, 2);
    for (const vector of straight ?? []) assert.ok(Math.abs(Math.hypot(...vector) - 1) < 1e-5);
    assert.deepEqual(reversed, straight);
    assert.deepEqual(
      server.asked[0],
      TEXTS.map((text) => `query: ${text}`),
    );
    assert.deepEqual(lines, []);
  });

  const whole = () => vectorsFor(TEXTS).data;
  const answers: Record<string, () => unknown> = {
    nothing: () => '',
    'no JSON': () => '<html>',
    'half of it': () => JSON.stringify({ data: whole() }).slice(0, 60),
    'another form': () => ({ embeddings: [[1, 2]] }),
    'too few vectors': () => ({ data: whole().slice(1) }),
    'too many vectors': () => ({ data: [...whole(), ...whole()] }),
    'one vector twice': () => ({ data: whole().map((row) => ({ ...row, index: 0 })) }),
    'an index that no text has': () => ({ data: whole().map((row) => ({ ...row, index: row.index - 1 })) }),
    'vectors of unequal length': () => ({ data: [{ embedding: [1, 2] }, { embedding: [1, 2, 3] }] }),
    'empty vectors': () => ({ data: [{ embedding: [] }, { embedding: [] }] }),
    'vectors without end': () => ({ data: TEXTS.map(() => ({ embedding: Array(8_193).fill(0.5) })) }),
    'a vector without direction': () => ({ data: [{ embedding: [0, 0] }, { embedding: [0, 1] }] }),
    'NaN, as JSON has it': () => '{"data":[{"embedding":[NaN,1]},{"embedding":[1,1]}]}',
    'null among the numbers': () => ({ data: [{ embedding: [Number.NaN, 1] }, { embedding: [1, 1] }] }),
    'a number beyond all numbers': () => '{"data":[{"embedding":[1e999,1]},{"embedding":[1,1]}]}',
    'numbers whose length is beyond all numbers': () =>
      '{"data":[{"embedding":[1.7e308,1.7e308]},{"embedding":[1,1]}]}',
    'texts for numbers': () => ({ data: TEXTS.map(() => ({ embedding: ['1', '2'] })) }),
    'more than an honest answer holds': () => JSON.stringify({ data: whole(), pad: 'x'.repeat(300_000) }),
  };
  for (const [what, answer] of Object.entries(answers))
    it(`does without when the answer is ${what}`, async () => {
      server.answerWith(() => answer());
      assert.equal(await create().vectorsOf(TEXTS, LONG_ENOUGH), null);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.ok(!lines.join().includes('penge'), 'the log holds no text');
    });

  const replies: Record<string, (response: ServerResponse) => unknown> = {
    // Two statements each: where restify is loaded, its writeHead returns nothing to go on with.
    'a redirect': (response) => {
      response.writeHead(307, { location: server.url.href });
      response.end();
    },
    'a fault': (response) => {
      response.writeHead(500);
      response.end('no');
    },
    'nothing but a closed line': (response) => response.destroy(),
    'half a body': (response) => {
      response.writeHead(200, { 'content-length': 1_000 });
      response.write('{"data":', () => response.destroy());
    },
  };
  for (const [what, reply] of Object.entries(replies))
    it(`does without when the server gives ${what}`, async () => {
      server.replyWith((_request, response) => void reply(response));
      assert.equal(await create().vectorsOf(TEXTS, LONG_ENOUGH), null);
      assert.equal(server.asked.length, 1);
    });

  it('does not wait longer than it was given, neither for the answer nor for its end', async () => {
    server.replyWith((_request, _response) => undefined);
    assert.equal(await create().vectorsOf(TEXTS, 20), null);
    server.replyWith((_request, response) => void response.writeHead(200).write('{"data":'));
    assert.equal(await create().vectorsOf(TEXTS, 20), null);
    assert.match(lines.join('\n'), /within 20 ms.*\n.*within 20 ms/);
  });

  it('does without a server that is not there', async () => {
    const { url } = server;
    await server.close();
    assert.equal(await create(url).vectorsOf(TEXTS, LONG_ENOUGH), null);
    assert.match(lines.join(), /ECONNREFUSED/);
  });

  it('connects to nothing outside the organisation', async () => {
    for (const host of ['93.184.216.34', '[2606:2800:220:1::1]', '0.0.0.0']) {
      assert.equal(await create(new URL(`http://${host}:${server.url.port}/`)).vectorsOf(TEXTS, LONG_ENOUGH), null);
      assert.match(lines.pop() ?? '', /outside the organisation/);
    }
    const byName = new URL(server.url);
    byName.hostname = 'localhost';
    assert.equal((await create(byName).vectorsOf(TEXTS, LONG_ENOUGH))?.length, 2);
    assert.equal(server.asked.length, 1);
  });

  it('leaves a failing server alone for a while, and says so once, not for each text', async () => {
    const embeddings = create();
    server.answerWith(() => 'no');
    for (let text = 0; text < 5; text++) assert.equal(await embeddings.vectorsOf(TEXTS, LONG_ENOUGH), null);
    assert.equal(server.asked.length, 1);
    for (let minute = 1; minute <= 20; minute++) {
      now = minute * 60_000;
      assert.equal(await embeddings.vectorsOf(TEXTS, LONG_ENOUGH), null);
    }
    assert.equal(server.asked.length, 21);
    assert.equal(lines.length, 1);
    server.answerWith(null);
    now += 60_000;
    assert.equal((await embeddings.vectorsOf(TEXTS, LONG_ENOUGH))?.length, 2);
    assert.match(lines[1] ?? '', /helps again/);
  });
});
