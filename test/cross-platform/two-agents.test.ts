import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { tracesOf } from '../support/assertions/traces-of.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

const DILEMMA = 'En gruppe naboer vil have en bænk på hjørnet, og vejafdelingen siger nej. Hvad gør jeg?';
const listed = { addresses: [], imported: true };
const anna = aPerson('anna-in-the-list', {
  name: 'Anna Ørsted',
  email: 'anna@kommune.dk',
  unit: 'Fyrtårnet',
  profession: 'Fyrmester',
  ...listed,
});
const agent = (id: string, name: string) => anAgent(id, { name, email: `${id}@kommune.dk`, ...listed });
const AGENTS = [agent('bo', 'Bo Prøve'), agent('eva', 'Eva Prøve')];
const WAYS = {
  'asked in Slack, helped in Teams': { ask: inSlack, help: inTeams, join: inSlack },
  'asked in Teams, helped in Slack': { ask: inTeams, help: inSlack, join: inTeams },
  'all in Teams': { ask: inTeams, help: inTeams, join: inTeams },
  'all in Slack': { ask: inSlack, help: inSlack, join: inSlack },
} as const;

/** Each message and press comes in as signed HTTP. */
for (const [way, { ask, help, join }] of Object.entries(WAYS))
  describe(`a case with two agents, ${way}`, function () {
    this.timeout(60_000);
    let both: BothHouse;
    let asker: Party;
    let parties: Record<string, Party>;
    beforeEach(async () => {
      both = await openBothHouse([anna, ...AGENTS]);
      asker = ask(both, 'anna', 'anna@kommune.dk');
      parties = { bo: help(both, 'bo', 'bo@kommune.dk') };
      await parties.bo?.say('hej');
    });
    afterEach(async () => {
      assert.deepEqual(both.faults, []);
      await both.close();
    });
    const theCase = async (): Promise<Case> =>
      (await both.setup.store.cases.of(anna._id, 9))[0] ?? assert.fail('no case');
    /** Only Bo can be reached when Anna asks; Eva comes afterwards. */
    const begin = async (anonymous: 'yes' | 'no') => {
      await asker.say(DILEMMA);
      await asker.press('submit-dilemma', {}, { anonymous });
      const bo = parties.bo ?? assert.fail('no Bo');
      await bo.press('accept-case', { text: 'Hvem er det, der gerne vil?' });
      await asker.press('reply', { text: 'Dem fra nummer tolv.' });
      const eva = join(both, 'eva', 'eva@kommune.dk');
      await eva.say('hej');
      await bo.press('ask-back', { text: 'Har de spurgt vejafdelingen?' });
      return { bo, eva };
    };
    const last = (party: Party) => party.chat().join('\n');

    it('goes from one to the other, who reads what the asker allows', async () => {
      const { bo, eva } = await begin('no');
      await bo.press('hand-over', { agent: 'eva', reason: 'Eva kender vejloven.' });
      assert.match(last(asker), /Må Eva også læse, hvad du og Bo har skrevet/u);
      await asker.press('answer-hand-over', {}, { show: 'dilemma' });
      assert.match(last(eva), /Bo Prøve spørger, om du vil tage en sag[\s\S]*Eva kender vejloven/u);
      assert.doesNotMatch(last(eva), /nummer tolv/u);
      await eva.press('accept-case', { text: 'Jeg ringer til vejafdelingen.' });
      assert.equal((await theCase()).agent, 'eva');
      assert.match(last(asker), /Jeg ringer til vejafdelingen/u);
      assert.match(last(bo), /Eva Prøve har taget sagen/u);
    });

    it('is answered by both, and nothing of an anonymous asker reaches either', async () => {
      const { bo, eva } = await begin('yes');
      await bo.press('invite-co-agent', { agent: 'eva' });
      await asker.press('answer-invitation', {}, { show: 'all' });
      assert.match(last(eva), /nummer tolv/u);
      await eva.press('accept-co-agent');
      await eva.press('note-to-agent', { text: 'Husk, at bænke kræver en tilladelse.' });
      assert.match(last(bo), /Eva Prøve har skrevet til dig alene[\s\S]*tilladelse/u);
      await bo.press('note-to-agent', { text: 'Tak, det skriver jeg.' });
      assert.match(last(eva), /Tak, det skriver jeg/u);
      await bo.press('answer-case', { text: 'Søg om en tilladelse sammen med dem.', outcome: 'advice' });
      assert.match(last(asker), /Svar fra Bo Prøve og Eva Prøve/u);
      assert.doesNotMatch(asker.received(), /kræver en tilladelse|det skriver jeg/u, 'notes are the agents’ own');
      for (const other of [bo, eva]) {
        const secrets = ['Anna', 'Ørsted', anna.name, 'anna@kommune.dk', 'Fyrtårnet', 'Fyrmester', ...asker.marks];
        assert.deepEqual(tracesOf([...secrets, anna._id], other.received()), []);
      }
    });
  });
