import assert from 'node:assert/strict';
import { ANSWER, askAndOffer, findOffer } from '../support/fixtures/sandbox-cases.ts';
import { inSandbox, type Sandbox } from '../support/processes/sandbox.ts';

/** How many messages a case costs each side: an update in place is none (docs/rules.md, "What pings"). */

/** The messages of Sammen's in a chat, without the welcome and what comes anyway. */
const countIn = async (sandbox: Sandbox, person: string, known: ReadonlySet<string>): Promise<number> =>
  (await sandbox.messages(person)).filter(({ id, from }) => from === 'bot' && !known.has(id)).length;

/** The ids of all messages that people have before a case begins. */
const knownTo = async (sandbox: Sandbox, persons: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await Promise.all(persons.map((person) => sandbox.messages(person)))).flat().map(({ id }) => id));

const MORNING_AFTER_THE_STEP = '2026-12-02T08:00:00.000Z';

describe('the messages of a case', () => {
  it('are at most four for the asker and four for the agent when all goes well', () =>
    inSandbox(async (sandbox) => {
      const known = await knownTo(sandbox, await sandbox.agents());
      const { asker, agent } = await askAndOffer(sandbox);
      await sandbox.pressNewest(agent, 'accept-case');
      await sandbox.pressNewest(agent, 'ask-back', { text: 'Hvad er vigtigst for dem, der skater?' });
      await sandbox.pressNewest(asker, 'reply', { text: 'At de selv må bygge den.' });
      await sandbox.pressNewest(agent, 'answer-case', ANSWER);
      await sandbox.pressNewest(asker, 'accept-step');
      await sandbox.pressNewest(asker, 'rate-answer', { helpful: 'yes' });
      await sandbox.pressNewest(asker, 'thank', { text: 'Tusind tak.' });
      await sandbox.setClock(MORNING_AFTER_THE_STEP);
      await sandbox.job('follow-up');
      await sandbox.pressNewest(asker, 'follow-up', { kept: 'yes', text: 'De er i gang.' });
      await sandbox.pressNewest(asker, 'close-case');
      const counted = { asker: await countIn(sandbox, asker, known), agent: await countIn(sandbox, agent, known) };
      assert.ok(counted.asker <= 4 && counted.agent <= 4, JSON.stringify(counted));
    }));

  it('are at most seven for each side when nobody can at first and much is said', () =>
    inSandbox(async (sandbox) => {
      const agents = await sandbox.agents();
      const known = await knownTo(sandbox, agents);
      const { asker, id, agent: first } = await askAndOffer(sandbox, {}, { anonymous: 'yes' });
      await sandbox.pressNewest(first, 'decline-case', { reason: 'not-today' });
      for (let lapsed = 0; lapsed < 2; lapsed++) {
        await findOffer(sandbox, id, agents);
        await sandbox.advance('PT2H20M');
        await sandbox.job('offers');
      }
      await sandbox.pressNewest(asker, 'share-with-all', { share: 'yes' });
      const agent = (await findOffer(sandbox, id, agents)).person;
      await sandbox.pressNewest(agent, 'accept-case');
      await sandbox.pressNewest(agent, 'ask-back', { text: 'Hvad er vigtigst for dem?' });
      await sandbox.say(asker, 'at de selv må bygge den');
      await sandbox.pressNewest(asker, 'send-to-case');
      await sandbox.pressNewest(asker, 'reveal-me');
      await sandbox.pressNewest(agent, 'talk', { start: '2026-11-25T10:00:00+01:00' });
      await sandbox.pressNewest(asker, 'accept-talk');
      await sandbox.pressNewest(agent, 'answer-case', ANSWER);
      await sandbox.pressNewest(asker, 'accept-step');
      await sandbox.pressNewest(asker, 'thank', { text: 'Tusind tak.' });
      await sandbox.setClock(MORNING_AFTER_THE_STEP);
      await sandbox.job('follow-up');
      await sandbox.pressNewest(asker, 'follow-up', { kept: 'yes', text: 'De er i gang.' });
      const counted = { asker: await countIn(sandbox, asker, known), agent: await countIn(sandbox, agent, known) };
      assert.ok(counted.asker <= 7 && counted.agent <= 7, JSON.stringify(counted));
    }));
});
