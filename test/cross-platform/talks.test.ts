import assert from 'node:assert/strict';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams } from './support/party.ts';

const anna = aPerson('anna-in-the-list', {
  name: 'Anna Prøve',
  email: 'anna@kommune.dk',
  addresses: [],
  imported: true,
});
const bo = anAgent('bo-in-the-list', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [], imported: true });

const WAYS = {
  'in Teams': [inTeams, inTeams],
  'in Slack': [inSlack, inSlack],
  'from Slack to Teams': [inSlack, inTeams],
  'from Teams to Slack': [inTeams, inSlack],
} as const;

describe('a talk between two colleagues', () => {
  let both: BothHouse;
  beforeEach(async () => {
    both = await openBothHouse([anna, bo]);
  });
  afterEach(async () => {
    assert.deepEqual(both.faults, []);
    await both.close();
  });

  for (const [way, [ask, help]] of Object.entries(WAYS))
    it(`is agreed on, moved and called off ${way}, over signed HTTP`, async () => {
      const asker = ask(both, 'anna', 'anna@kommune.dk');
      const agent = help(both, 'bo', 'bo@kommune.dk');
      await agent.say('hej');
      await asker.say('Hvordan får jeg naboerne med fra starten?');
      await asker.press('submit-dilemma', {}, { anonymous: 'no' });
      await agent.press('accept-case');
      await agent.press('talk', { day: '3. december', time: 'kl. 10.30', place: 'Kantinen' });
      assert.match(asker.chat().at(-1) ?? '', /Bo Prøve foreslår en snak torsdag d\. 3\. december kl\. 10\.30/u);
      await asker.press('accept-talk');
      assert.match(agent.chat().at(-1) ?? '', /Anna Prøve siger ja til en snak torsdag/u);
      await asker.press('talk', { day: '4. december', time: '13' });
      assert.match(agent.chat().at(-1) ?? '', /vil gerne flytte jeres snak til fredag d\. 4\. december kl\. 13/u);
      await agent.press('accept-talk');
      await agent.press('cancel-talk');
      assert.match(asker.chat().at(-1) ?? '', /Snakken med Bo Prøve er aflyst[\s\S]*Det er helt i orden/u);
      assert.match(asker.received() + agent.received(), /\.ics/u);
      const [c] = await both.setup.store.cases.of(bo._id, 9);
      assert.deepEqual([c?.state, c?.turns.at(-1)?.kind], ['active', 'talk-cancelled']);
      const buttons = [asker, agent].flatMap((side) => side.shown().flatMap((message) => message.buttons));
      assert.deepEqual(
        buttons.filter(({ verb }) => verb === 'accept-talk' || verb === 'cancel-talk'),
        [],
      );
    });
});
