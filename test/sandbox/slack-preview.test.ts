import assert from 'node:assert/strict';
import { faultsOfMessage, faultsOfView } from '../support/assertions/check-blocks.ts';
import { askAndAccept, DILEMMA } from '../support/fixtures/sandbox-cases.ts';
import type { Sandbox } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

type SlackForm = {
  text: string;
  blocks: { type: string }[];
  windows: Record<string, { callback_id: string }>;
  redrawn: Record<string, { field: string; windows: Record<string, { blocks: { block_id?: string }[] }> }>;
};

const HOSTILE = '<script>alert(1)</script> <!channel> *fed* & "citat"';

const previewOf = (person: string, message: string): string =>
  `/sandbox/slack?person=${encodeURIComponent(person)}&message=${encodeURIComponent(message)}`;

const newest = async (sandbox: Sandbox, person: string) => {
  const message = (await sandbox.messages(person)).findLast(({ card }) => card !== null);
  assert.ok(message);
  return message;
};

describe('the Slack form of a message in the sandbox', () => {
  const { inSandbox, inConversation } = useSharedSandbox();

  it('is valid for Slack, with the modal of every form behind a button', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAccept(sandbox);
      for (const person of [asker, agent]) {
        const message = await newest(sandbox, person);
        const form = await sandbox.expect<SlackForm>(200, 'GET', previewOf(person, message.id));
        assert.deepEqual(faultsOfMessage({ text: form.text, blocks: form.blocks }), []);
        for (const view of Object.values(form.windows)) assert.deepEqual(faultsOfView(view), []);
        assert.ok(JSON.stringify(form.blocks).includes(DILEMMA));
      }
      const mine = await sandbox.expect<SlackForm>(200, 'GET', previewOf(agent, (await newest(sandbox, agent)).id));
      for (const [name, view] of Object.entries(mine.windows)) assert.equal(name.split(' ')[0], view.callback_id);
      const opened = new Set(Object.values(mine.windows).map(({ callback_id }) => callback_id));
      const forms = [
        'answer-case',
        'reply',
        'talk',
        'give-back',
        'hand-over',
        'request-introduction',
        'correct-labels',
      ];
      assert.deepEqual(
        forms.filter((verb) => !opened.has(verb)),
        [],
        'also of a second menu',
      );
      const [answer] = Object.entries(mine.redrawn).filter(([name]) => name.startsWith('answer-case'));
      const fieldsFor = (outcome: string) => answer?.[1].windows[outcome]?.blocks.map(({ block_id }) => block_id) ?? [];
      assert.equal(answer?.[1].field, 'answer-case.outcome');
      assert.ok(
        fieldsFor('small-trial').includes('answer-case.trial'),
        'the window of each outcome has its own fields',
      );
      assert.ok(!fieldsFor('advice').includes('answer-case.trial'));
      assert.ok(
        mine.blocks.some(({ type }) => type === 'input'),
        'the open form stands in the message',
      );
    }));

  it('changes with the message', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      await sandbox.say(asker, DILEMMA);
      const { id } = await newest(sandbox, asker);
      const before = await sandbox.expect<SlackForm>(200, 'GET', previewOf(asker, id));
      await sandbox.pressNewest(asker, 'change-draft');
      const after = await sandbox.expect<SlackForm>(200, 'GET', previewOf(asker, id));
      assert.ok(!before.blocks.some(({ type }) => type === 'input'));
      assert.ok(after.blocks.some(({ type }) => type === 'input'));
    }));

  it('shows what people wrote as text, with `text` escaped', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      await sandbox.say(asker, `${DILEMMA} ${HOSTILE}`);
      const form = await sandbox.expect<SlackForm>(200, 'GET', previewOf(asker, (await newest(sandbox, asker)).id));
      assert.ok(JSON.stringify(form.blocks).includes(JSON.stringify(HOSTILE).slice(1, -1)));
      assert.ok(!form.text.includes('<'));
      assert.deepEqual(faultsOfMessage({ text: form.text, blocks: form.blocks }), []);
    }));

  it('is shown only to the owner of the message, and only for the bot’s messages', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      const other = await sandbox.addPerson({ name: 'Bo Anden', unit: 'Skole' });
      await sandbox.say(asker, 'hjælp');
      const messages = await sandbox.messages(asker);
      const own = messages.find(({ from }) => from === 'me');
      const said = messages.find(({ from }) => from === 'bot');
      assert.ok(own && said);
      await sandbox.expect(200, 'GET', previewOf(asker, said.id));
      await sandbox.expect(404, 'GET', previewOf(other, said.id));
      await sandbox.expect(404, 'GET', previewOf('nobody', said.id));
      await sandbox.expect(404, 'GET', previewOf(asker, own.id));
      await sandbox.expect(404, 'GET', previewOf(asker, 'nothing'));
      await sandbox.expect(400, 'GET', previewOf(asker, ''));
      await sandbox.expect(400, 'GET', previewOf('', said.id));
      await sandbox.expect(400, 'GET', '/sandbox/slack');
      assert.ok(!('neutral' in said), 'the messages themselves are as they were');
    }));

  it('has a page with the same content security policy as the others, which echoes nothing of the request', () =>
    inConversation(async (_sandbox, _offered, url) => {
      const answer = await fetch(`${url}/slack-preview?person=<script>&message="><b>x</b>`);
      const text = await answer.text();
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'self'/u);
      assert.doesNotMatch(answer.headers.get('content-security-policy') ?? '', /script-src/u);
      assert.match(answer.headers.get('content-type') ?? '', /^text\/html/u);
      assert.match(text, /<h1 data-text="samePlaces">Samme besked i Teams og i Slack<\/h1>/u);
      assert.ok(!text.includes('<b>x</b>') && !text.includes('<script>'));
      assert.doesNotMatch(text, /<script(?![^>]* src=)| on\w+=|style=/u);
    }));
});
