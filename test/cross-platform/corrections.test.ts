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

describe('an answer that its agent corrects', () => {
  let both: BothHouse;
  beforeEach(async () => {
    both = await openBothHouse([anna, bo]);
  });
  afterEach(async () => {
    assert.deepEqual(both.faults, []);
    await both.close();
  });

  for (const [way, [ask, help]] of Object.entries(WAYS))
    it(`reaches the asker ${way}, masked, and the first version stays with the two of them`, async () => {
      const asker = ask(both, 'anna', 'anna@kommune.dk');
      const agent = help(both, 'bo', 'bo@kommune.dk');
      await agent.say('hej');
      await asker.say('Hvordan får jeg naboerne med fra starten?');
      await asker.press('submit-dilemma', {}, { anonymous: 'no' });
      await agent.press('accept-case');
      await agent.press('answer-case', { text: 'Ring til Bente.', outcome: 'advice' });
      const pings = asker.chat().length;
      await agent.press('correct-answer', { text: 'Ring til Lis, ikke til 010190-1234.' });
      assert.equal(asker.chat().length, pings + 1, 'a message of its own');
      const newest = asker.chat().at(-1) ?? '';
      assert.match(
        newest,
        /Bo Prøve har rettet sit svar[\s\S]*Ring til Lis[\s\S]*Det første svar[\s\S]*Ring til Bente\./u,
      );
      assert.ok(!(asker.received() + agent.received()).includes('010190-1234'), 'masked everywhere');
      assert.match(agent.chat().join('\n'), /Du rettede dit svar[\s\S]*Det første svar[\s\S]*Ring til Bente\./u);
      await asker.press('rate-answer', {}, { helpful: 'yes' });
      await asker.press('close-case');
      await agent.press('correct-answer', { text: 'Ring til Lis om onsdagen.' });
      assert.match(asker.chat().at(-1) ?? '', /Ring til Lis om onsdagen\.[\s\S]*De tidligere svar/u);
      const [c] = await both.setup.store.cases.of(bo._id, 9);
      assert.deepEqual([c?.state, c?.rating, c?.turns.length], ['closed', 'yes', 3]);
    });
});
