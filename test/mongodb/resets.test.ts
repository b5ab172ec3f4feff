import assert from 'node:assert/strict';
import { TEXTS } from '../../cards/texts/texts.ts';
import { askAndAccept } from '../support/fixtures/sandbox-cases.ts';
import { eventually, pressOf, sandboxAt } from '../support/processes/sandbox.ts';
import { type Behind, behindProxy } from './support/behind-proxy.ts';
import { isEncrypted, TEST_URI } from './support/test-database.ts';
import { untilSettled } from './support/two-processes.ts';

/** The steps a message takes, and the words that identify the MongoDB command for each step. */
const STEPS = [
  ['storing the message', ['update', 'cases', 'turns']],
  ['adding its delivery, already claimed', ['insert', 'deliveries']],
  ['settling the debt', ['update', 'cases', '$pull']],
  ['showing it', ['insert', 'sandboxMessages']],
  ['marking it as sent', ['update', 'deliveries', 'sentAt']],
] as const;

const QUESTION = 'Hvad er vigtigst for dem, der skater?';

/** Resets the connection at one step of one message, and asserts that the message arrives exactly once. */
const resetOnce = async (
  { proxy, running, raw, cases, allSent }: Behind,
  words: readonly string[],
  when: 'before' | 'after',
) => {
  const first = sandboxAt(() => running[0]?.url ?? '');
  const { id, agent, asker } = await askAndAccept(first);
  await untilSettled(raw);
  const pressing = pressOf(await first.button(agent, 'ask-back', { case: id }), { text: QUESTION });
  const reset = proxy.resetAt(words, when);
  await eventually('the press to be acknowledged', async () => {
    const { status, text } = await first.call('POST', '/sandbox/actions', pressing);
    assert.ok([200, 503].includes(status), text);
    return status === 200 ? true : null;
  });
  await reset;
  await allSent();
  const turns = (await cases()).find(({ _id }) => _id === id)?.turns ?? [];
  assert.equal(turns.filter(({ text }) => text === QUESTION).length, 1, 'once in its case');
  const received = (await first.messages(asker)).filter(({ text }) => text.includes(QUESTION));
  assert.equal(received.length, 1, 'once in the chat');
};

/** The same for a reply that no document owes: its delivery is added unclaimed and then claimed. */
const resetAtClaim = async ({ proxy, running, raw, allSent }: Behind, when: 'before' | 'after') => {
  const first = sandboxAt(() => running[0]?.url ?? '');
  const person = await first.addPerson({ name: 'Spørg Kort', unit: 'Skole' });
  await untilSettled(raw);
  const reset = proxy.resetAt(['findAndModify', 'deliveries'], when);
  await first.say(person, 'principper');
  await reset;
  await allSent();
  const answers = (await first.messages(person)).filter(({ text }) =>
    text.startsWith(TEXTS.da.replies.principles.title),
  );
  assert.equal(answers.length, 1, 'once in the chat');
};

if (TEST_URI !== null) {
  describe('a connection to MongoDB that is reset halfway', () => {
    let behind: Behind;
    let finish: () => void = () => undefined;
    let running: Promise<void> = Promise.resolve();
    before(async function () {
      // Under TLS the proxy cannot tell commands apart.
      if (isEncrypted(TEST_URI)) this.skip();
      await new Promise<void>((ready, failed) => {
        running = behindProxy((opened) => {
          behind = opened;
          ready();
          return new Promise((done) => {
            finish = done;
          });
        });
        running.catch(failed);
      });
      const { addPerson } = sandboxAt(() => behind.running[0]?.url ?? '');
      await addPerson({ name: 'Altid Ledig', unit: 'Skole', agent: { capacity: 1000 } });
    });
    after(async () => {
      finish();
      await running;
    });

    for (const when of ['before', 'after'] as const) {
      for (const [step, words] of STEPS) {
        it(`delivers a message once: ${when} ${step}`, () => resetOnce(behind, words, when));
      }
      it(`replies once: ${when} claiming`, () => resetAtClaim(behind, when));
    }
  });
}
