import assert from 'node:assert/strict';
import { anna, bo } from './support/anna-and-bo.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

describe('what a colleague in Slack reads about words to Teams', () => {
  let both: BothHouse;
  let agent: Party;
  beforeEach(async () => {
    both = await openBothHouse([anna, bo]);
    const asker = inTeams(both, 'anna', 'anna@kommune.dk');
    agent = inSlack(both, 'bo', 'bo@kommune.dk');
    await agent.say('hej');
    await asker.say('Hvordan får jeg naboerne med fra starten?');
    await asker.press('submit-dilemma', {}, { anonymous: 'no' });
    await agent.press('accept-case');
  });
  afterEach(() => both.close());

  const answer = () => agent.press('answer-case', { text: 'Gå en tur med dem.', outcome: 'advice' });

  it('is that they arrived, after Teams said so', async () => {
    await answer();
    assert.match(agent.chat().at(-1) ?? '', /Anna Prøve har fået dit svar/u);
  });

  it('is that Teams takes nothing, while it shuts Sammen out', async () => {
    both.connector.trouble = () => ({ status: 401 });
    await answer();
    assert.match(agent.chat().at(-1) ?? '', /Teams tager ikke imod lige nu\. Jeg prøver igen af mig selv\./u);
    assert.doesNotMatch(agent.chat().join('\n'), /har fået dit svar/u);
  });

  it('is that the colleague could not get them, when they have blocked Sammen', async () => {
    const error = { code: 'MessageWritesBlocked', message: 'blocked' };
    both.connector.trouble = () => ({ status: 403, body: { error } });
    await answer();
    assert.match(agent.chat().at(-1) ?? '', /Anna har ikke kunnet få dit svar/u);
  });
});
