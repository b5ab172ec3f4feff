import assert from 'node:assert/strict';
import { runJob } from '../../jobs/jobs.ts';
import { tracesOf } from '../support/assertions/traces-of.ts';
import { anna, useAnnaAndBo, WAYS } from './support/anna-and-bo.ts';

/** docs/rules.md, "On behalf of others" */

const DILEMMA = 'En borger vil lave en fælles have bag skolen. Hvem kan sige ja til det?';

describe('a citizen’s dilemma on two platforms', () => {
  const { both, meet } = useAnnaAndBo();

  for (const [name, way] of Object.entries(WAYS)) {
    it(`goes ${name}: the answer comes in words to pass on, and the asker is reminded that morning`, async () => {
      const { asker, agent } = await meet(way);
      await asker.say(DILEMMA);
      await asker.press('change-draft');
      await asker.press('submit-dilemma', { text: DILEMMA, for: 'citizen' }, { anonymous: 'yes' });
      const offer = agent.chat().at(-1) ?? '';
      assert.match(offer, /Din kollega spørger for en borger med en idé/);
      await agent.press('accept-case', { text: 'Hvor stor er haven?' });
      await agent.press('answer-case', {
        text: 'Hej Anna. Skolen kan sige ja. Mvh Bo',
        outcome: 'advice',
        nextStepDate: '2026-12-03',
      });
      const answered = asker.chat().at(-1) ?? '';
      const [, passOn = ''] = answered.split('Til borgeren, når du ringer eller skriver');
      assert.match(passOn, /Hej\. Tak, fordi du kom med din idé\.\s+Skolen kan sige ja\./);
      assert.match(passOn, /Du hører fra os senest torsdag d\. 3\. december\./);
      const words = passOn.slice(0, passOn.indexOf('Du hører fra os'));
      for (const known of ['Anna', 'Bo', 'Prøve']) assert.ok(!words.includes(known), `${known} in ${words}`);

      const { setup, flush } = both();
      setup.now = new Date('2026-12-03T06:59:00Z');
      assert.deepEqual(await runJob('follow-up', setup.deps), {});
      setup.now = new Date('2026-12-03T07:01:00Z');
      assert.deepEqual(await runJob('follow-up', setup.deps), { 'citizen-reminded': 1 });
      await flush();
      const reminder = asker.chat().at(-1) ?? '';
      assert.match(reminder, /Borgeren hører fra dig senest torsdag d\. 3\. december/);
      assert.match(reminder, /Skolen kan sige ja\./, 'the words are at hand');
      assert.doesNotMatch(reminder, /i dag|i morgen/i);
      assert.deepEqual(await runJob('follow-up', setup.deps), {}, 'once');

      const received = agent.received();
      assert.ok(received.includes('borger'), 'what reached the agent is looked at');
      const secrets = [anna._id, anna.name, 'anna@kommune.dk', 'Park og Vej', ...asker.marks];
      assert.deepEqual(tracesOf(secrets, received), []);
    });
  }
});
