import assert from 'node:assert/strict';
import { runJob } from '../../jobs/jobs.ts';
import { dumpStore } from '../support/fixtures/bot-on-store.ts';
import { ACROSS, anna, useAnnaAndBo } from './support/anna-and-bo.ts';
import type { Party } from './support/party.ts';

const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

describe('one case on two platforms', () => {
  const { both, meet, theCase } = useAnnaAndBo();

  /** Goes from question to rating, each person on their own platform; every text must reach the other. */
  const converse = async ({ asker, agent }: { asker: Party; agent: Party }, anonymous: 'yes' | 'no') => {
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
    const c = await theCase();
    assert.deepEqual([c.state, c.rating, c.anonymous], ['answered', 'yes', anonymous === 'yes']);
  };

  for (const [name, way] of Object.entries(ACROSS)) {
    it(`goes ${name}, from question to rating, over real HTTP`, async () => {
      const { asker, agent } = await meet(way);
      await converse({ asker, agent }, 'no');
      assert.match(agent.chat().join('\n'), /Anna Prøve[\s\S]*Park og Vej/);
      assert.match(asker.chat().join('\n'), /Bo Prøve/);
      assert.match(agent.received(), /Anna Prøve/, 'the search of what was received can find something');
    });

    it(`erases an asker ${name}, and leaves neither their words nor their name anywhere`, async () => {
      const { asker, agent } = await meet(way);
      await converse({ asker, agent }, 'no');
      await asker.say('Hvem kan låne os et rum om tirsdagen til koret?');
      const secrets = [anna.name, 'anna@kommune.dk', `"${anna._id}"`, 'koret', ...asker.marks];
      const kept = async () =>
        [...(await dumpStore(both().setup.database))].flatMap(([name, text]) =>
          secrets.some((secret) => text.includes(secret)) ? [name] : [],
        );
      assert.ok((await kept()).length > 10, 'the search of the store can find something');
      await asker.say('slet mig');
      await asker.press('forget-me');
      assert.match(asker.chat().at(-1) ?? '', /begynder vi forfra/);
      assert.deepEqual(await runJob('forget', both().setup.deps), { forgotten: 1 });
      await both().flush();
      assert.deepEqual(await kept(), [`readers ${anna._id}`], 'only that she wants no weekly principle');
      await agent.say('mine sager');
      await agent.press('show-case');
      assert.match(agent.chat().at(-1) ?? '', /Kun dem på hjørnet\./);
      assert.doesNotMatch(agent.chat().at(-1) ?? '', /Anna/);
      await asker.say('mine sager');
      assert.match(asker.chat().at(-1) ?? '', /ingen sager/i);
    });

    it(`reveals nothing of an anonymous asker to the agent ${name}`, async () => {
      const { asker, agent } = await meet(way);
      await converse({ asker, agent }, 'yes');
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
