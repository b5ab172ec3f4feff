import assert from 'node:assert/strict';
import { runJob } from '../../jobs/jobs.ts';
import { dumpStore } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const anna = aPerson('anna-in-the-list', {
  name: 'Anna Prøve',
  email: 'anna@kommune.dk',
  unit: 'Park og Vej',
  addresses: [],
  imported: true,
});
const bo = anAgent('bo-in-the-list', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [], imported: true });

const WAYS = {
  'from Slack to Teams': { ask: inSlack, help: inTeams },
  'from Teams to Slack': { ask: inTeams, help: inSlack },
} as const;

describe('one case on two platforms', () => {
  let both: BothHouse;
  beforeEach(async () => {
    both = await openBothHouse([anna, bo]);
  });
  afterEach(async () => {
    assert.deepEqual(both.faults, []);
    await both.close();
  });

  /** Goes from question to rating, each person on their own platform; every text must reach the other. */
  const converse = async (asker: Party, agent: Party, anonymous: 'yes' | 'no'): Promise<void> => {
    await agent.say('hej');
    await asker.say(DILEMMA);
    await asker.press('submit-dilemma', {}, { anonymous });
    assert.match(agent.chat().at(-1) ?? '', /naboerne/);
    await agent.press('accept-case', { text: 'Hvem af dem kender du?' });
    assert.match(asker.chat().at(-1) ?? '', /Hvem af dem kender du\?/);
    await asker.press('reply', { text: 'Kun dem på hjørnet.' });
    assert.match(agent.chat().at(-1) ?? '', /Kun dem på hjørnet\./);
    await agent.press('answer-case', { text: 'Gå en tur med dem, før der er en plan.', outcome: 'advice' });
    assert.match(asker.chat().at(-1) ?? '', /Gå en tur med dem/);
    await asker.press('rate-answer', {}, { helpful: 'yes' });
    await asker.press('thank', { text: 'Tusind tak for turen.' });
    assert.match(agent.chat().at(-1) ?? '', /Tusind tak for turen\./);
    const [c] = await both.setup.store.cases.of(bo._id, 9);
    assert.deepEqual([c?.state, c?.rating, c?.anonymous], ['answered', 'yes', anonymous === 'yes']);
  };

  for (const [way, { ask, help }] of Object.entries(WAYS)) {
    it(`goes ${way}, from question to rating, over real HTTP`, async () => {
      const asker = ask(both, 'anna', 'anna@kommune.dk');
      const agent = help(both, 'bo', 'bo@kommune.dk');
      await converse(asker, agent, 'no');
      assert.match(agent.chat().join('\n'), /Anna Prøve[\s\S]*Park og Vej/);
      assert.match(asker.chat().join('\n'), /Bo Prøve/);
      assert.match(agent.received(), /Anna Prøve/, 'the search of what was received can find something');
    });

    it(`erases an asker ${way}, and leaves neither their words nor their name anywhere`, async () => {
      const asker = ask(both, 'anna', 'anna@kommune.dk');
      const agent = help(both, 'bo', 'bo@kommune.dk');
      await converse(asker, agent, 'no');
      await asker.say('Hvem kan låne os et rum om tirsdagen til koret?');
      const secrets = [anna.name, 'anna@kommune.dk', `"${anna._id}"`, 'koret', ...asker.marks];
      const kept = async () =>
        [...(await dumpStore(both.setup.database))].flatMap(([name, text]) =>
          secrets.some((secret) => text.includes(secret)) ? [name] : [],
        );
      assert.ok((await kept()).length > 10, 'the search of the store can find something');
      await asker.say('slet mig');
      await asker.press('forget-me');
      assert.match(asker.chat().at(-1) ?? '', /begynder vi forfra/);
      assert.deepEqual(await runJob('forget', both.setup.deps), { forgotten: 1 });
      await both.flush();
      assert.deepEqual(await kept(), [`readers ${anna._id}`], 'only that she wants no weekly principle');
      await agent.say('mine sager');
      await agent.press('show-case');
      assert.match(agent.chat().at(-1) ?? '', /Kun dem på hjørnet\./);
      assert.doesNotMatch(agent.chat().at(-1) ?? '', /Anna/);
      await asker.say('mine sager');
      assert.match(asker.chat().at(-1) ?? '', /ingen sager/i);
    });

    it(`reveals nothing of an anonymous asker to the agent ${way}`, async () => {
      const asker = ask(both, 'anna', 'anna@kommune.dk');
      const agent = help(both, 'bo', 'bo@kommune.dk');
      await converse(asker, agent, 'yes');
      await agent.say('mine sager');
      await agent.press('show-case');
      const received = agent.received().toLowerCase();
      assert.ok(received.includes('hjørnet'), 'what reached the agent is looked at');
      const secrets = [anna._id, anna.name, 'anna', 'anna@kommune.dk', 'Park og Vej', asker.platform, ...asker.marks];
      for (const secret of secrets) {
        assert.ok(!received.includes(secret.toLowerCase()), `${agent.platform} received ${secret}`);
      }
    });
  }
});
