import assert from 'node:assert/strict';
import { useAnnaAndBo, WAYS } from './support/anna-and-bo.ts';

describe('a talk between two colleagues', () => {
  const { meetOnCase, theCase } = useAnnaAndBo();

  for (const [name, way] of Object.entries(WAYS))
    it(`is agreed on, moved and called off ${name}, over signed HTTP`, async () => {
      const { asker, agent } = await meetOnCase(way);
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
      const { state, turns } = await theCase();
      assert.deepEqual([state, turns.at(-1)?.kind], ['active', 'talk-cancelled']);
      const buttons = [asker, agent].flatMap((side) => side.shown().flatMap((message) => message.buttons));
      assert.deepEqual(
        buttons.filter(({ verb }) => verb === 'accept-talk' || verb === 'cancel-talk'),
        [],
      );
    });
});
