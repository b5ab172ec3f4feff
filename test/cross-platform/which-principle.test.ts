import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { anAgent, aProfile } from '../support/fixtures/builders.ts';
import { aGuess } from '../support/fixtures/guesses.ts';
import { anna } from './support/anna-and-bo.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

const BENCH = 'En gruppe naboer vil have en bænk på hjørnet, og vejafdelingen siger nej. Hvad gør jeg?';
const UNSURE = aGuess({ 'lytter-foerst': 0.4, 'tydelig-ramme': 0.3, 'bygger-bro': 0.2, 'goer-det-nemt': 0.1 });
const listed = { addresses: [], imported: true };
const bo = anAgent('bo', {
  name: 'Bo Prøve',
  email: 'bo@kommune.dk',
  agent: aProfile({ principles: ['tydelig-ramme'] }),
  ...listed,
});
const WAYS = { Teams: { here: inTeams, there: inSlack }, Slack: { here: inSlack, there: inTeams } } as const;

/** Each message and press comes in as signed HTTP. */
for (const [way, { here, there }] of Object.entries(WAYS)) {
  describe(`the question what a dilemma is mostly about, in ${way}`, () => {
    let both: BothHouse;
    let asker: Party;
    let agent: Party;
    beforeEach(async () => {
      both = await openBothHouse([anna, bo]);
      const classified = { ...UNSURE, wordsFor: () => ['naboer'] };
      Object.assign(both.setup.deps, { classify: () => classified, classifyWithHelp: async () => classified });
      asker = here(both, 'anna', 'anna@kommune.dk');
      agent = there(both, 'bo', 'bo@kommune.dk');
      await agent.say('hej');
      await asker.say(BENCH);
    });
    afterEach(async () => {
      assert.deepEqual(both.faults, []);
      await both.close();
    });

    const newest = () => asker.shown().at(-1) ?? assert.fail('no card');
    const choices = () => newest().buttons.filter(({ verb }) => verb === 'name-principle');
    const theCase = async (): Promise<Case> => (await both.setup.store.cases.of(anna._id, 9))[0] ?? assert.fail('none');

    it('is answered on its card, which says so and asks no more', async () => {
      assert.deepEqual(
        choices().map(({ label }) => label),
        ['At forstå, hvad de mener', 'At sige, hvad vi kan og må', 'At bringe folk sammen'],
      );
      const { id } = newest();
      await asker.press('name-principle', {}, { principle: 'tydelig-ramme' });
      assert.equal(newest().id, id);
      assert.deepEqual(choices(), []);
      assert.match(newest().text, /Du har valgt: At sige, hvad vi kan og må \(Tydelig ramme\)/);
      await asker.press('submit-dilemma', {}, { anonymous: 'no' });
      const c = await theCase();
      assert.deepEqual([c.principle, c.labelled, c.offers[0]?.agent], ['tydelig-ramme', { principle: 'asker' }, 'bo']);
      assert.match(agent.received(), /fordi sagen handler om/);
      assert.doesNotMatch(agent.received(), /er et gæt/);
    });

    it('can be left: then the agent reads that it is a guess', async () => {
      await asker.press('submit-dilemma', {}, { anonymous: 'no' });
      assert.deepEqual((await theCase()).labelled, undefined);
      assert.match(agent.received(), /er et gæt/);
      assert.match(newest().text, /er et gæt/);
    });
  });
}
