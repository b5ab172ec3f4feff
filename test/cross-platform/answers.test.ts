import assert from 'node:assert/strict';
import { runJob } from '../../jobs/jobs.ts';
import { useAnnaAndBo, WAYS } from './support/anna-and-bo.ts';
import type { Party } from './support/party.ts';

describe('an answer by its outcome', () => {
  const { both, meetOnCase, theCase } = useAnnaAndBo();

  const newest = (party: Party) => party.chat().at(-1) ?? '';

  for (const [name, way] of Object.entries(WAYS)) {
    it(`is a small trial ${name}, from what is tried to what becomes of it`, async () => {
      const { asker, agent } = await meetOnCase(way);
      const text = 'Prøv det med én opgang først.';
      await agent.press('answer-case', { text, outcome: 'small-trial', owner: 'both' });
      assert.equal((await theCase()).state, 'active', 'refused: nothing says what is tried');
      const trial = { trial: 'Kaffe i opgang 3', trialUntil: '1. december', trialSign: 'Nogen kommer igen' };
      await agent.press('answer-case', { text, outcome: 'small-trial', owner: 'both', ...trial });
      assert.match(newest(asker), /Prøv det med én opgang først\.[\s\S]*Kaffe i opgang 3[\s\S]*Nogen kommer igen/u);
      assert.match(newest(asker), /Du og borgerne har bolden sammen\./u);
      const { setup, flush } = both();
      setup.now = new Date('2026-12-02T07:01:00.000Z');
      await runJob('follow-up', setup.deps);
      await flush();
      assert.match(newest(asker), /Hvad lærte I af forsøget\?[\s\S]*Kaffe i opgang 3/u);
      await asker.press('follow-up', { text: 'De kom for kagen.' }, { kept: 'yes' });
      assert.match(newest(agent), /De kom for kagen\./u);
      await asker.press('follow-up', {}, { next: 'adjust' });
      assert.match(newest(agent), /Efter forsøget: Anna justerer\./u);
      await asker.press('close-case');
      assert.match(asker.chat().join('\n'), /Du og borgerne har bolden sammen\./u);
    });

    it(`is a meeting ${name}, proposed in the same form`, async () => {
      const { asker, agent } = await meetOnCase(way);
      const text = 'Lad os tage den over en kaffe.';
      const when = { day: '3. december', time: '10.30', place: 'Hallen' };
      await agent.press('answer-case', { text, outcome: 'meeting', ...when });
      assert.match(newest(asker), /Lad os tage den[\s\S]*Foreslår en snak torsdag d\. 3\. december kl\. 10\.30/u);
      await asker.press('accept-talk');
      assert.match(newest(agent), /Anna Prøve siger ja til en snak torsdag/u);
      assert.match(agent.received(), /\.ics/u);
      assert.match(asker.received(), /\.ics/u);
    });

    it(`is a clear no ${name}, with its ground and something else to do`, async () => {
      const { asker, agent } = await meetOnCase(way);
      const no = { text: 'Det bliver ikke i år.', outcome: 'clear-no', ground: 'chooses-not' };
      await agent.press('answer-case', { ...no, alternative: 'Spørg boligforeningen' });
      assert.match(newest(asker), /Det vælger kommunen fra[\s\S]*Spørg boligforeningen/u);
    });
  }
});
