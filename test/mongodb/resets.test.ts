import assert from 'node:assert/strict';
import { TEXTS } from '../../cards/texts/texts.ts';
import { askAndAccept } from '../support/fixtures/sandbox-cases.ts';
import { eventually, pressOf, sandboxAt } from '../support/processes/sandbox.ts';
import { type Behind, behindProxy } from './support/behind-proxy.ts';
import { isEncrypted, TEST_URI } from './support/test-database.ts';
import { untilSettled } from './support/two-processes.ts';

/** What happens to a word on its way, and what the command for it holds. */
const STEPS = [
  ['the word itself', ['update', 'cases', 'turns']],
  ['handing it over, claimed', ['insert', 'deliveries']],
  ['striking the debt', ['update', 'cases', '$pull']],
  ['showing it', ['insert', 'sandboxMessages']],
  ['marking it as sent', ['update', 'deliveries', 'sentAt']],
] as const;

const QUESTION = 'Hvad er vigtigst for dem, der skater?';

/** Breaks the connection at one step of one word, and sees that the word came once. */
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
  await eventually('the press to come through', async () => {
    const { status, text } = await first.call('POST', '/sandbox/actions', pressing);
    assert.ok([200, 503].includes(status), text);
    return status === 200 ? true : null;
  });
  await reset;
  await allSent();
  const turns = (await cases()).find(({ _id }) => _id === id)?.turns ?? [];
  assert.equal(turns.filter(({ text }) => text === QUESTION).length, 1, 'once in its case');
  const heard = (await first.messages(asker)).filter(({ text }) => text.includes(QUESTION));
  assert.equal(heard.length, 1, 'once in the chat');
};

/** The same for an answer that is owed by no document: it is added free, and claimed then. */
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
  describe('a connection to MongoDB that is reset in the middle', () => {
    let behind: Behind;
    let over: () => void = () => undefined;
    let running: Promise<void> = Promise.resolve();
    before(async function () {
      // Commands cannot be told apart under TLS.
      if (isEncrypted(TEST_URI)) this.skip();
      await new Promise<void>((ready, failed) => {
        running = behindProxy((opened) => {
          behind = opened;
          ready();
          return new Promise((done) => {
            over = done;
          });
        });
        running.catch(failed);
      });
      const { addPerson } = sandboxAt(() => behind.running[0]?.url ?? '');
      await addPerson({ name: 'Altid Ledig', unit: 'Skole', agent: { capacity: 1000 } });
    });
    after(async () => {
      over();
      await running;
    });

    for (const when of ['before', 'after'] as const) {
      for (const [step, words] of STEPS) {
        it(`says a word once: ${when} ${step}`, () => resetOnce(behind, words, when));
      }
      it(`answers once: ${when} claiming`, () => resetAtClaim(behind, when));
    }
  });
}
