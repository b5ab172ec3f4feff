import assert from 'node:assert/strict';
import { DAY } from '../../bot/time/units.ts';
import { runJob } from '../../jobs/jobs.ts';
import { aPerson } from '../support/fixtures/builders.ts';
import { ACROSS, anna, bo, useAnnaAndBo } from './support/anna-and-bo.ts';
import { inSlack, inTeams } from './support/party.ts';

const WORDS = 'Vi gik en tur på hjørnet med naboerne, før nogen tegnede en bænk. Det lærte os at spørge først.';
const LIKE_IT = 'Naboerne på et andet hjørne vil også have en bænk. Hvordan spørger vi dem, før nogen tegner noget?';

describe('a story on two platforms', () => {
  const { both, meet, theCase } = useAnnaAndBo();

  for (const [name, way] of Object.entries(ACROSS)) {
    it(`is told ${name}, found, of help, and taken down, and nobody learns who asked or which case it was`, async () => {
      const { asker, agent } = await meet(way);
      const { setup } = both();
      await asker.say('Hvordan får jeg naboerne med, før vi tegner en bænk?');
      await asker.press('submit-dilemma', {}, { anonymous: 'yes' });
      await agent.press('accept-case', { text: 'Hvem af dem kender du?' });
      await agent.press('answer-case', { text: 'Gå en tur med dem, før der er en plan.', outcome: 'advice' });
      await asker.press('close-case');
      setup.now = new Date(setup.now.getTime() + 14 * DAY);
      await runJob('follow-up', setup.deps);
      await both().flush();
      await asker.press('follow-up', { text: 'At det hjælper at spørge først.' }, { kept: 'yes' });
      await asker.press('follow-up', {}, { story: 'yes' });
      assert.match(asker.chat().at(-1) ?? '', /Må andre lære af din sag\?/);
      await asker.press('edit-story', { text: WORDS });
      await asker.press('approve-story', {}, { approve: 'yes' });
      assert.match(agent.chat().at(-1) ?? '', /spørge først/);
      await agent.press('approve-story', {}, { approve: 'yes' });
      assert.match(asker.chat().join('\n'), /Alle kolleger kan læse din fortælling/);

      // Two who had no part in it, one on each platform: a colleague with something like it, and HR.
      for (const [who, roles] of [
        ['per', []],
        ['lone', ['hr']],
      ] as const)
        await setup.store.people.add(
          aPerson(`${who}-in-the-list`, {
            name: `${who} Holm`,
            email: `${who}@kommune.dk`,
            addresses: [],
            imported: true,
            roles: [...roles],
          }),
        );
      const reader = inTeams(both(), 'per', 'per@kommune.dk');
      const hr = inSlack(both(), 'lone', 'lone@kommune.dk');
      await reader.say('søg bænk');
      assert.match(reader.chat().at(-1) ?? '', /en tur på hjørnet/);
      await reader.say(LIKE_IT);
      assert.match(reader.chat().at(-1) ?? '', /En kollega har prøvet noget, der ligner/);
      await reader.press('story-helped');
      assert.match(asker.chat().at(-1) ?? '', /Din fortælling hjalp en kollega/);
      await hr.say('fortællinger');
      assert.match(hr.chat().at(-1) ?? '', /en tur på hjørnet/);
      await hr.press('show-story');
      await hr.press('withdraw-story', { reason: 'Hjørnet kan kendes.' });
      for (const one of [asker, agent]) assert.match(one.chat().at(-1) ?? '', /Hjørnet kan kendes\./);
      await reader.say('søg bænk');
      assert.doesNotMatch(reader.chat().at(-1) ?? '', /en tur på hjørnet/);

      const { _id: id, number } = await theCase();
      const ofAsker = [anna._id, anna.name, 'anna@kommune.dk', 'Park og Vej', ...asker.marks];
      const ofCase = [id, bo._id, bo.name, ...agent.marks, `Sag ${number}`];
      for (const [one, secrets] of [
        [agent, ofAsker],
        [reader, [...ofAsker, ...ofCase]],
        [hr, [...ofAsker, ...ofCase]],
      ] as const) {
        const received = one.received();
        assert.ok(received.includes('hjørnet'), 'what reached them is looked at');
        for (const secret of secrets) assert.ok(!received.includes(secret), `${one.platform} received ${secret}`);
      }
    });
  }
});
