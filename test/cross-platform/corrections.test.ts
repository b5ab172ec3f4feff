import assert from 'node:assert/strict';
import { useAnnaAndBo, WAYS } from './support/anna-and-bo.ts';

describe('an answer that its agent corrects', () => {
  const { meetOnCase, theCase } = useAnnaAndBo();

  for (const [name, way] of Object.entries(WAYS))
    it(`reaches the asker ${name}, masked, and the first version stays with the two of them`, async () => {
      const { asker, agent } = await meetOnCase(way);
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
      const { state, rating, turns } = await theCase();
      assert.deepEqual([state, rating, turns.length], ['closed', 'yes', 3]);
    });
});
