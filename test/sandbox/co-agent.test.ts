import assert from 'node:assert/strict';
import { addIdleAgent, askAndAccept, newest, pressTwice } from '../support/fixtures/sandbox-cases.ts';
import { pressOf, type Sandbox } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

const NOTE = 'Husk, at pladsen skal høres efter planloven.';

/** Two agents on one case, through the API that scripts use (docs/rules.md, "Two agents"). */
describe('a co-agent in the sandbox', function () {
  this.timeout(120_000);
  const { inSandbox } = useSharedSandbox();

  const begin = async (sandbox: Sandbox, filledIn = {}) => {
    const karen = await addIdleAgent(sandbox, 'Karen Kyst');
    const person = { name: 'Ursula Ørsted', unit: 'Fyrtårnet', profession: 'Fyrmester' };
    return { karen, ...(await askAndAccept(sandbox, person, filledIn)) };
  };

  it('helps the agent in notes that the asker never sees, and signs the answer', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, id, karen } = await begin(sandbox);
      await sandbox.pressNewest(agent, 'ask-back', { text: 'Hvem ejer pladsen på papiret?' });
      await sandbox.press(pressOf(await sandbox.button(agent, 'invite-co-agent', { case: id }), { agent: karen }));
      assert.match((await newest(sandbox, asker)).text, /vil gerne have hjælp af Karen Kyst/u);
      assert.equal((await sandbox.messages(karen)).length, 0);
      await pressTwice(sandbox, await sandbox.button(asker, 'answer-invitation', { case: id }), { show: 'dilemma' });
      assert.doesNotMatch((await newest(sandbox, karen)).text, /Hvem ejer/u);
      await pressTwice(sandbox, await sandbox.button(karen, 'accept-co-agent', { case: id }));
      assert.match((await newest(sandbox, agent)).text, /Karen Kyst hjælper dig med sagen/u);
      const write = await sandbox.button(karen, 'note-to-agent', { case: id });
      await pressTwice(sandbox, write, { text: NOTE });
      const seen = (await newest(sandbox, agent)).text;
      assert.match(seen, /Karen Kyst har skrevet til dig alene[\s\S]*Kun I to ser det/u);
      assert.equal(seen.split(NOTE).length, 2, 'once');
      const back = await sandbox.button(agent, 'note-to-agent', { case: id });
      await sandbox.press(pressOf(back, { text: 'Tak, det tager jeg med.' }));
      assert.ok((await newest(sandbox, karen)).text.includes('Tak, det tager jeg med.'));
      const empty = (await sandbox.press(pressOf(back, { text: ' ' }), 409)) as { error: { code: string } };
      assert.equal(empty.error.code, 'empty-text');
      await sandbox.press(
        pressOf(await sandbox.button(agent, 'answer-case', { case: id }), { text: 'Hør naboerne.', outcome: 'advice' }),
      );
      assert.match((await newest(sandbox, asker)).text, /Svar fra .+ og Karen Kyst/u);
      assert.match((await newest(sandbox, karen)).text, /Hør naboerne/u);
      assert.doesNotMatch(JSON.stringify(await sandbox.messages(asker)), /planloven|tager jeg med/u);
      await pressTwice(sandbox, await sandbox.button(karen, 'decline-co-agent', { case: id }));
      assert.match((await newest(sandbox, agent)).text, /Karen er ikke med i sagen/u);
      const gone = await sandbox.call('POST', '/sandbox/actions', pressOf(write, { text: 'Mere.' }));
      assert.equal(gone.status, 409);
    }));

  it('is not asked when the asker does not answer in four working hours', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, id, karen } = await begin(sandbox);
      await sandbox.press(pressOf(await sandbox.button(agent, 'invite-co-agent', { case: id }), { agent: karen }));
      await sandbox.advance('P1D');
      await sandbox.job('offers');
      assert.equal((await sandbox.messages(karen)).length, 0);
      assert.match((await newest(sandbox, agent)).text, /Karen er ikke med i sagen/u);
      assert.equal(await sandbox.find(asker, 'answer-invitation', { case: id }), null);
    }));

  it('learns nothing of an anonymous asker', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, id, karen } = await begin(sandbox, { anonymous: 'yes' });
      await sandbox.press(pressOf(await sandbox.button(agent, 'invite-co-agent', { case: id }), { agent: karen }));
      await sandbox.press(pressOf(await sandbox.button(asker, 'answer-invitation', { case: id }), { show: 'all' }));
      await sandbox.press(pressOf(await sandbox.button(karen, 'accept-co-agent', { case: id })));
      await sandbox.press(pressOf(await sandbox.button(asker, 'reply', { case: id }), { text: 'De bygger den selv.' }));
      await sandbox.press(pressOf(await sandbox.button(karen, 'note-to-agent', { case: id }), { text: NOTE }));
      assert.ok((await newest(sandbox, karen)).text.includes('De bygger den selv.'));
      const others = JSON.stringify([
        ...(await sandbox.messages(karen)),
        ...(await sandbox.messages(agent)).filter(({ card }) => JSON.stringify(card).includes(id)),
      ]);
      assert.doesNotMatch(others, /Ursula|Ørsted|Fyrtårnet|Fyrmester/u);
      assert.ok(!others.includes(asker), 'nor an id');
    }));
});
