import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { anAgent } from '../support/fixtures/builders.ts';
import { anna } from './support/anna-and-bo.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

const BENCH = 'En gruppe naboer vil have en bænk på hjørnet, og vejafdelingen siger nej. Hvad gør jeg?';
const listed = { addresses: [], imported: true };
const NAMES = ['bo', 'eva', 'ib', 'kim', 'liv'];
const agents = NAMES.map((id) => anAgent(id, { name: `${id} Prøve`, email: `${id}@kommune.dk`, ...listed }));
const WAYS = { Teams: { here: inTeams, there: inSlack }, Slack: { here: inSlack, there: inTeams } } as const;

/** Each message and press comes in as signed HTTP. */
for (const [way, { here, there }] of Object.entries(WAYS)) {
  describe(`agents who are not to be asked, named in ${way}`, () => {
    let both: BothHouse;
    let asker: Party;
    let parties: Map<string, Party>;
    beforeEach(async () => {
      both = await openBothHouse([anna, ...agents]);
      asker = here(both, 'anna', 'anna@kommune.dk');
      parties = new Map();
      for (const [nth, name] of NAMES.entries()) {
        const party = (nth % 2 === 0 ? here : there)(both, name, `${name}@kommune.dk`);
        await party.say('hej');
        parties.set(name, party);
      }
      await asker.say(BENCH);
      await asker.press('change-draft');
    });
    afterEach(async () => {
      assert.deepEqual(both.faults, []);
      await both.close();
    });

    const send = (notTo: string) => asker.press('submit-dilemma', { text: BENCH, notTo }, { anonymous: 'no' });
    const theCase = async (): Promise<Case | undefined> => (await both.setup.store.cases.of(anna._id, 9))[0];
    const party = (name: string): Party => parties.get(name) ?? assert.fail(name);

    it('are up to three: a fourth is refused with what to do, and the form stays', async () => {
      await send('bo,eva,ib,kim');
      assert.match(asker.received(), /højst tre/);
      assert.equal(await theCase(), undefined);
      await send('bo,eva,ib');
      assert.deepEqual((await theCase())?.notTo, ['bo', 'eva', 'ib']);
    });

    it('are agents: an id that does not exist is refused with what to do', async () => {
      await send('p-nobody');
      assert.match(asker.received(), /Jeg kan ikke finde den sparringsagent\. Skriv navnet/);
      assert.equal(await theCase(), undefined);
      const [draft] = await both.setup.store.drafts.of(anna._id);
      assert.deepEqual([draft?.state, draft?.text], ['changing', BENCH]);
    });

    it('are neither asked nor see it on the list, and whoever else is asked does not learn of them', async () => {
      await send('bo,eva,ib');
      for (let round = 0; round < 2; round++) {
        const open =
          (await theCase())?.offers.find(({ state }) => state === 'open')?.agent ?? assert.fail('nobody is asked');
        assert.ok(['kim', 'liv'].includes(open), open);
        await party(open).press('decline-case', { reason: 'not-today' });
      }
      await asker.press('share-with-all', {}, { share: 'yes' });
      assert.equal((await theCase())?.sharing, 'shared');
      for (const name of ['bo', 'eva', 'ib']) {
        assert.doesNotMatch(party(name).received(), /naboer|bænk/, name);
        await party(name).say('sag 1');
        assert.match(party(name).chat().at(-1) ?? '', /sag 1/i);
        assert.doesNotMatch(party(name).received(), /naboer|bænk/, name);
      }
      for (const name of ['kim', 'liv'])
        assert.doesNotMatch(party(name).received(), /bo Prøve|eva Prøve|ib Prøve/, name);
    });
  });
}
