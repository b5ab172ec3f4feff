import assert from 'node:assert/strict';
import { askAndAccept, DILEMMA } from '../support/fixtures/sandbox-cases.ts';
import type { Sandbox } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

/** Drawn as nothing, or as half of something. */
const UNSEEN = [
  '\u200b',
  '\u200b\u200d\ufeff',
  '\u202e',
  '\u2800',
  '\u3164',
  '\u00ad',
  '\ud800',
  '\udc00\ud800',
  '\u0000 \u200b',
];
const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '$where', '{"$gt":""}', '../../etc/passwd'];
const LONG = ['x'.repeat(101), 'x'.repeat(100_000), 'x'.repeat(50_000).concat(', y')];

type Answer = { status: number; code: string | undefined; field: string | undefined };

describe('a hostile colleague', function () {
  this.timeout(120_000);
  const { inSandbox } = useSharedSandbox();

  const press = async (sandbox: Sandbox, from: Draft, verb: string, data: unknown): Promise<Answer> => {
    const pressed = { person: from.person, message: from.message, verb, data };
    const { status, json, text } = await sandbox.call('POST', '/sandbox/actions', pressed);
    assert.ok(status < 500, `${verb} ${JSON.stringify(data).slice(0, 200)} → ${text.slice(0, 200)}`);
    const error = (json as { error?: { code?: string; field?: string } } | null)?.error;
    return { status, code: error?.code, field: error?.field };
  };
  type Draft = { person: string; message: string; draft: string };
  const draftIn = async (sandbox: Sandbox): Promise<Draft> => {
    const person = await sandbox.addPerson({ name: 'Hans Hård', unit: 'IT' });
    await sandbox.say(person, DILEMMA);
    const { message, action } = await sandbox.button(person, 'submit-dilemma');
    return { person, message: message.id, draft: String(action.data.draft) };
  };
  const send = (sandbox: Sandbox, from: Draft, more: object) =>
    press(sandbox, from, 'submit-dilemma', { draft: from.draft, anonymous: 'no', ...more });
  const isIntact = async (sandbox: Sandbox, { person, draft }: Draft): Promise<void> => {
    const found = await sandbox.button(person, 'submit-dilemma', { draft });
    assert.ok(found.message.text.includes(DILEMMA));
  };

  it('names nobody but agents among those who are not to be asked, and is told so on the field', () =>
    inSandbox(async (sandbox) => {
      const mine = await draftIn(sandbox);
      const agents = await sandbox.agents();
      for (const notTo of [
        ...KEYS,
        ...UNSEEN.slice(0, 5),
        ...LONG,
        [...KEYS.slice(0, 2)],
        [`${agents[0]}\u200b`],
        [mine.person],
      ])
        assert.deepEqual(await send(sandbox, mine, { notTo }), { status: 409, code: 'no-such-agent', field: 'notTo' });
      for (const notTo of [agents.slice(0, 4), Array.from({ length: 30_000 }, (_, n) => `p${n}`)])
        assert.deepEqual(await send(sandbox, mine, { notTo }), {
          status: 409,
          code: 'too-many-agents',
          field: 'notTo',
        });
      await isIntact(sandbox, mine);
    }));

  it('sends no text in which nothing can be seen, and none that is too long', () =>
    inSandbox(async (sandbox) => {
      const mine = await draftIn(sandbox);
      for (const text of UNSEEN)
        assert.deepEqual(await send(sandbox, mine, { text }), { status: 409, code: 'empty-text', field: 'text' });
      for (const text of ['x'.repeat(100_000), '🧑‍🤝‍🧑'.repeat(1000)])
        assert.deepEqual(await send(sandbox, mine, { text }), { status: 409, code: 'too-long', field: 'text' });
      await isIntact(sandbox, mine);
    }));

  it('begins nothing with a line in which nothing can be seen, and adds none to a draft', () =>
    inSandbox(async (sandbox) => {
      const mine = await draftIn(sandbox);
      const before = (await sandbox.messages(mine.person)).length;
      for (const text of UNSEEN.filter((line) => !line.includes('\u0000'))) await sandbox.say(mine.person, text);
      assert.ok((await sandbox.messages(mine.person)).length > before, 'they are answered');
      await isIntact(sandbox, mine);
    }));

  it('learns nothing from the answers about what is not theirs', () =>
    inSandbox(async (sandbox) => {
      const mine = await draftIn(sandbox);
      const theirs = await draftIn(sandbox);
      const { id } = await askAndAccept(sandbox);
      for (const verb of ['new-dilemma', 'change-draft', 'discard-draft', 'submit-dilemma', 'send-to-case']) {
        const about = (draft: string) => press(sandbox, mine, verb, { draft, anonymous: 'no', case: id });
        const unknown = await about('d-none');
        assert.equal(unknown.code, 'not-found', verb);
        for (const draft of [theirs.draft, id, ...KEYS])
          assert.deepEqual(await about(draft), unknown, `${verb} ${draft}`);
      }
      for (const verb of ['accept-talk', 'accept-case', 'decline-case', 'reply', 'show-case']) {
        const about = (of: string) => press(sandbox, mine, verb, { case: of, text: 'x', reason: 'not-today' });
        const unknown = await about('d-none');
        assert.equal(unknown.code, 'not-found', verb);
        for (const of of [id, theirs.draft, ...KEYS]) assert.deepEqual(await about(of), unknown, `${verb} ${of}`);
      }
      for (const to of [id, 'd-none', theirs.draft, ...KEYS]) {
        const answer = await press(sandbox, mine, 'send-to-case', { draft: mine.draft, case: to });
        assert.deepEqual([answer.status, answer.code], [409, 'not-found'], to);
      }
      await isIntact(sandbox, mine);
      await isIntact(sandbox, theirs);
    }));

  it('changes nothing with keys that a prototype has, or in another part of the card', () =>
    inSandbox(async (sandbox) => {
      const mine = await draftIn(sandbox);
      const theirs = await draftIn(sandbox);
      for (const key of KEYS) assert.equal((await press(sandbox, mine, key, { draft: mine.draft })).status, 400, key);
      const nested = JSON.parse(`{"__proto__":{"draft":${JSON.stringify(mine.draft)}}}`);
      assert.equal((await press(sandbox, mine, 'discard-draft', nested)).status, 400);
      const other = await press(sandbox, mine, 'discard-draft', {
        draft: mine.draft,
        'discard-draft.a.draft': theirs.draft,
      });
      assert.equal(other.code, 'not-found');
      for (const word of [...KEYS, ...UNSEEN, 'stop', 'forget me', 7, {}, [], null])
        assert.equal((await press(sandbox, mine, 'say-word', { word })).status, 400, String(word));
      await isIntact(sandbox, mine);
      await isIntact(sandbox, theirs);
    }));

  it('is told that it is too late when they leave an agent out after Send', () =>
    inSandbox(async (sandbox) => {
      const mine = await draftIn(sandbox);
      const [agent, another] = await sandbox.agents();
      assert.equal((await send(sandbox, mine, { notTo: [agent] })).status, 200);
      assert.equal((await send(sandbox, mine, { notTo: [another] })).code, 'draft-used');
      assert.equal((await send(sandbox, mine, { today: 'yes' })).code, 'draft-used');
      assert.equal((await send(sandbox, mine, { notTo: [agent] })).status, 200);
    }));
});
