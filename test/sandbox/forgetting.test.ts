import assert from 'node:assert/strict';
import { pressOf } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

describe('an erased person in the sandbox', function () {
  this.timeout(60_000);
  const { inConversation } = useSharedSandbox();

  it('is gone, and their colleague keeps the case without the name', () =>
    inConversation(async (sandbox, { asker, agent, id }) => {
      const { name } = (await sandbox.people()).find((one) => one.id === asker) ?? assert.fail();
      await sandbox.say(asker, 'slet mig');
      const pressed = await sandbox.pressNewest(asker, 'forget-me');
      // The minute tick may have done it before the test runs the job.
      await sandbox.job('forget');
      assert.equal((await sandbox.call('GET', `/sandbox/messages?person=${asker}`)).status, 404);
      const again = { person: asker, message: pressed.message.id, verb: 'forget-me', data: {} };
      assert.equal((await sandbox.call('POST', '/sandbox/actions', again)).status, 404);
      assert.equal((await sandbox.call('POST', '/sandbox/messages', { person: asker, text: 'hej' })).status, 404);
      assert.ok(!(await sandbox.people()).some((one) => one.id === asker || one.name === '(forgotten)'));
      await sandbox.say(agent, 'mine sager');
      await sandbox.press(pressOf(await sandbox.button(agent, 'show-case', { case: id })));
      const told = (await sandbox.messages(agent)).find(({ text }) => /trukket tilbage/i.test(text))?.text;
      assert.ok(told !== undefined && !told.includes(name), told);
    }));
});
