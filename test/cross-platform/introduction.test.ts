import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { offers } from '../../jobs/offers.ts';
import { tracesOf } from '../support/assertions/traces-of.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

const BENCH = 'En gruppe naboer vil have en bænk på hjørnet, og vejafdelingen siger nej. Hvad gør jeg?';
const LINE = 'Hun har prøvet det samme ved søen.';
const listed = { addresses: [], imported: true };
const boss = aPerson('chef-in-the-list', { name: 'Chefine Berg', email: 'chef@kommune.dk', unit: 'Staben', ...listed });
const anna = aPerson('anna-in-the-list', {
  name: 'Anna Prøve',
  email: 'anna@kommune.dk',
  unit: 'Havnekontoret',
  phone: '51 62 73 84',
  manager: boss._id,
  ...listed,
});
const bo = anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', unit: 'Byg', ...listed });
const bente = aPerson('bente', {
  name: 'Bente Lund',
  email: 'bente@kommune.dk',
  unit: 'Kultur og Fritid',
  phone: '70 00 01 02',
  ...listed,
});

const WAYS = {
  'in Teams alone': [inTeams, inTeams, inTeams],
  'in Slack alone': [inSlack, inSlack, inSlack],
  'from Teams by Slack to Teams': [inTeams, inSlack, inTeams],
  'from Slack by Teams to Slack': [inSlack, inTeams, inSlack],
  'from Teams by Slack to Slack': [inTeams, inSlack, inSlack],
} as const;

/** Each message, search and press comes in as signed HTTP. */
for (const [way, [asking, helping, third]] of Object.entries(WAYS)) {
  describe(`an introduction ${way}`, () => {
    let both: BothHouse;
    let asker: Party;
    let agent: Party;
    let colleague: Party;
    beforeEach(async () => {
      both = await openBothHouse([boss, anna, bo, bente]);
      asker = asking(both, 'anna', 'anna@kommune.dk');
      agent = helping(both, 'bo', 'bo@kommune.dk');
      colleague = third(both, 'bente', 'bente@kommune.dk');
      await third(both, 'chef', 'chef@kommune.dk').say('hej');
      for (const party of [agent, colleague]) await party.say('hej');
    });
    afterEach(async () => {
      assert.deepEqual(both.faults, []);
      await both.close();
    });

    const theCase = async (): Promise<Case> =>
      (await both.setup.store.cases.of(anna._id, 9))[0] ?? assert.fail('there is no case');
    const stands = async () => (await theCase()).introductions?.map(({ who, state }) => [who, state]);
    const newest = (party: Party): string => party.chat().at(-1) ?? '';
    const ask = async (anonymous: 'yes' | 'no') => {
      await asker.say(BENCH);
      await asker.press('submit-dilemma', {}, { anonymous });
      await agent.press('accept-case', { text: 'Hvem ejer hjørnet?' });
    };
    const propose = async (typed: string) => {
      const [found] = await agent.search((await theCase())._id, typed);
      await agent.press('request-introduction', {
        person: found?.value ?? assert.fail(`nobody: ${typed}`),
        text: LINE,
      });
    };

    it('is found by name or unit, asked of both, and leads them to each other', async () => {
      await ask('no');
      const found = [{ value: bente._id, title: 'Bente Lund, Kultur og Fritid' }];
      assert.deepEqual(await agent.search((await theCase())._id, 'ben'), found);
      assert.deepEqual(await agent.search((await theCase())._id, 'kultur'), found);
      assert.deepEqual(await agent.search((await theCase())._id, 'nobody'), []);
      await propose('kult bente');
      assert.match(newest(asker), /Må jeg spørge Bente Lund, Kultur og Fritid/);
      assert.doesNotMatch(colleague.received(), /Anna|naboer/);

      await asker.press('accept-introduction');
      assert.match(newest(colleague), /Vil du tale med Anna Prøve\?[\s\S]*ved søen/);
      assert.doesNotMatch(colleague.received(), /naboer|bænk|Hvem ejer hjørnet|Sag 1/);

      await colleague.press('accept-introduction');
      assert.deepEqual(await stands(), [['bente', 'made']]);
      assert.match(newest(asker), /Du og Bente Lund kan nu tale sammen[\s\S]*70 00 01 02/);
      assert.match(newest(colleague), /Du og Anna Prøve kan nu tale sammen[\s\S]*Havnekontoret[\s\S]*51 62 73 84/);
      assert.match(newest(agent), /har begge sagt ja/);
      const link = colleague.platform === 'teams' ? /teams\.microsoft\.com\/l\/chat/ : /slack\.com\/app_redirect/;
      assert.match(asker.received(), link);
      assert.equal((await theCase()).state, 'active', 'the case stays as it is');
      assert.doesNotMatch(colleague.received(), /naboer|bænk/);
    });

    it('shows an anonymous asker to the colleague alone, after both said yes', async () => {
      await ask('yes');
      const secrets = ['Anna', 'Havnekontoret', '51 62 73 84', 'anna', ...asker.marks];
      const told = (party: Party) => tracesOf(secrets, party.received());
      await propose('Bente');
      assert.match(newest(asker), /hverken dit dilemma eller dit navn/);
      await asker.press('accept-introduction');
      assert.match(newest(colleague), /Vil du tale med en kollega\?/);
      assert.deepEqual([told(agent), told(colleague)], [[], []], 'nobody knows before both said yes');
      await colleague.press('accept-introduction');
      assert.match(newest(colleague), /Du og Anna Prøve kan nu tale sammen/);
      assert.deepEqual(told(agent), [], 'the agent never learns it');
      assert.doesNotMatch(colleague.received(), /naboer|bænk|hjørnet/);
    });

    it('is no oracle: the anonymous asker’s manager is never asked, and the agent hears the usual words', async () => {
      await ask('yes');
      await propose('Chefine');
      assert.match(newest(asker), /er en af dine ledere, så jeg spørger ikke/);
      await assert.rejects(asker.press('accept-introduction'), 'there is no such button');
      await asker.press('decline-introduction');
      const usual = newest(agent);
      assert.match(usual, /Det blev ikke til noget med Chefine Berg denne gang/);
      await propose('Bente');
      await asker.press('accept-introduction');
      await colleague.press('decline-introduction');
      assert.match(newest(colleague), /Tak, fordi du svarede/);
      const words = (text: string, name: string) =>
        text.slice(text.indexOf('Det blev ikke til noget')).replaceAll(name, 'X');
      assert.equal(words(newest(agent), 'Bente Lund'), words(usual, 'Chefine Berg'));
    });

    it('lapses in silence after four working hours', async () => {
      await ask('no');
      await propose('Bente');
      await asker.press('accept-introduction');
      both.setup.now = (await theCase()).introductions?.[0]?.until ?? assert.fail('it has no end');
      await offers(both.setup.deps);
      await both.flush();
      assert.deepEqual(await stands(), [['bente', 'lapsed']]);
      assert.match(newest(agent), /Det blev ikke til noget med Bente Lund/);
      assert.match(newest(colleague), /Spørgsmålet gælder ikke længere/);
      assert.match(newest(asker), /Introduktionen blev ikke til noget denne gang/);
    });

    it('lets nobody search but the agent of a case that goes on', async () => {
      await ask('no');
      const id = (await theCase())._id;
      for (const party of [asker, colleague]) assert.deepEqual(await party.search(id, 'bente'), []);
      assert.deepEqual(await agent.search('c-none', 'bente'), []);
      await asker.press('close-case');
      assert.deepEqual(await agent.search(id, 'bente'), []);
    });
  });
}
