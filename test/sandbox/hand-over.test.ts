import assert from 'node:assert/strict';
import { addIdleAgent, askAndAccept, newest, pressTwice } from '../support/fixtures/sandbox-cases.ts';
import { pressOf, type Sandbox } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

const REASON = 'Karen har stået med det samme ved fjorden.';

/** Handing a case over, through the API that scripts use (docs/rules.md, "Handing a case over"). */
describe('a case that is handed over in the sandbox', function () {
  this.timeout(120_000);
  const { inSandbox } = useSharedSandbox();

  const begin = async (sandbox: Sandbox, filledIn = {}, person = {}) => {
    const karen = await addIdleAgent(sandbox, 'Karen Kyst');
    const taken = await askAndAccept(sandbox, { name: 'Alma Åkande', unit: 'Spørgehjørnet', ...person }, filledIn);
    await sandbox.pressNewest(taken.agent, 'ask-back', { text: 'Hvem ejer pladsen på papiret?' });
    await sandbox.pressNewest(taken.asker, 'reply', { text: 'Det gør vi selv.' });
    const over = await sandbox.button(taken.agent, 'hand-over', { case: taken.id });
    const hand = (agent: string, status = 200) =>
      sandbox.press(pressOf(over, { agent, reason: REASON }), status) as Promise<{
        error?: { code: string; field?: string };
      }>;
    return { ...taken, karen, hand };
  };

  it('goes to the new agent with all that was written, when the asker says yes', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, id, karen, hand } = await begin(sandbox);
      await hand('karen  KYST');
      const asked = await newest(sandbox, asker);
      assert.ok(asked.text.includes(REASON) && asked.text.includes('Kun mit dilemma'));
      assert.equal((await sandbox.messages(karen)).length, 0, 'the asker answers first');
      await pressTwice(sandbox, await sandbox.button(asker, 'answer-hand-over', { case: id }), { show: 'all' });
      const offered = await newest(sandbox, karen);
      for (const part of [REASON, 'rampe', 'Hvem ejer pladsen', 'Det gør vi selv'])
        assert.ok(offered.text.includes(part), `${part} in ${offered.text}`);
      await pressTwice(sandbox, await sandbox.button(karen, 'accept-case', { case: id }), {
        text: 'Hvad drømmer de om?',
      });
      assert.match((await newest(sandbox, agent)).text, /Karen Kyst har taget sagen/u);
      assert.doesNotMatch((await newest(sandbox, agent)).text, /rampe|drømmer/u);
      assert.match((await newest(sandbox, asker)).text, /drømmer/u);
      await sandbox.pressNewest(asker, 'reply', { text: 'At bygge selv.' });
      assert.ok((await sandbox.read(karen)).includes('At bygge selv.'));
      await sandbox.pressNewest(karen, 'answer-case', { text: 'Inviter dem.', outcome: 'advice' });
      assert.match((await newest(sandbox, asker)).text, /Karen Kyst har svaret/u);
    }));

  it('goes on with the dilemma alone after four working hours, and stays after a no', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, id, karen, hand } = await begin(sandbox);
      await hand(karen);
      await sandbox.advance('PT4H15M');
      await sandbox.job('offers');
      const offered = await newest(sandbox, karen);
      assert.ok(offered.text.includes('rampe'));
      assert.doesNotMatch(offered.text, /Hvem ejer|Det gør vi selv/u);
      assert.equal(await sandbox.find(asker, 'answer-hand-over', { case: id }), null);
      await pressTwice(sandbox, await sandbox.button(karen, 'decline-case', { case: id }), { reason: 'not-today' });
      assert.match((await newest(sandbox, karen)).text, /Sagen bliver hos /u);
      assert.match((await newest(sandbox, agent)).text, /Sagen bliver hos dig[\s\S]*Det blev ikke Karen denne gang/u);
      const again = await sandbox.button(agent, 'hand-over', { case: id });
      const refused = await sandbox.press(pressOf(again, { agent: karen, reason: REASON }), 409);
      assert.deepEqual((refused as { error: { code: string } }).error.code, 'not-for-colleague');
    }));

  it('is refused with what to do: no reason, nobody, oneself, a case that is somebody else’s', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, id, karen, hand } = await begin(sandbox);
      const over = await sandbox.button(agent, 'hand-over', { case: id });
      const refused = async (filledIn: object, status = 409) => {
        const { error } = (await sandbox.press(pressOf(over, { ...filledIn }), status)) as {
          error: { code: string; field?: string };
        };
        return [error.code, error.field];
      };
      assert.deepEqual(await refused({ agent: karen, reason: ' ' }), ['empty-text', 'reason']);
      assert.deepEqual(await refused({ agent: karen, reason: 'x'.repeat(4_001) }), ['too-long', 'reason']);
      assert.deepEqual(await refused({ agent: '', reason: REASON }), ['no-such-agent', 'agent']);
      assert.deepEqual(await refused({ agent, reason: REASON }), ['not-yourself', 'agent']);
      for (const person of [asker, karen]) {
        const message = (await sandbox.messages(person)).at(-1)?.id ?? over.message.id;
        const answer = await sandbox.call('POST', '/sandbox/actions', {
          person,
          message,
          verb: 'hand-over',
          data: { case: id, agent: karen, reason: REASON },
        });
        assert.ok(answer.status === 409 || answer.status === 404, String(answer.status));
      }
      const [first, second] = await Promise.all([hand(karen), hand(karen)]);
      assert.deepEqual([first, second], [{}, {}]);
      assert.equal((await sandbox.messages(asker)).filter(({ text }) => text.includes(REASON)).length, 1);
    }));

  it('tells nothing of an anonymous asker, whoever it is to go to', () =>
    inSandbox(async (sandbox) => {
      const boss = await addIdleAgent(sandbox, 'Bo Boss');
      const { asker, agent, id, karen, hand } = await begin(
        sandbox,
        { anonymous: 'yes' },
        { manager: boss, profession: 'Fyrmester', name: 'Ursula Ørsted', unit: 'Fyrtårnet' },
      );
      await hand(boss);
      assert.match((await newest(sandbox, asker)).text, /Bo kan ikke få din sag, uanset hvad du svarer/u);
      await sandbox.pressNewest(asker, 'answer-hand-over', { show: 'all' });
      assert.equal((await sandbox.messages(boss)).length, 0);
      assert.match((await newest(sandbox, agent)).text, /Du hører senest .* om Bo tager sagen/u);
      await sandbox.advance('P1D');
      await sandbox.job('offers');
      assert.match((await newest(sandbox, agent)).text, /Det blev ikke Bo denne gang/u);
      assert.equal((await sandbox.messages(boss)).length, 0);
      await hand(karen);
      await sandbox.pressNewest(asker, 'answer-hand-over', { show: 'all' });
      await sandbox.pressNewest(karen, 'accept-case', { case: id });
      for (const person of [agent, karen, boss]) {
        const all = JSON.stringify(await sandbox.messages(person));
        assert.doesNotMatch(all, /Ursula|Ørsted|Fyrtårnet|Fyrmester/u);
        assert.ok(!all.includes(asker), 'nor an id');
      }
    }));
});
