import assert from 'node:assert/strict';
import { isCalledFromHere, isServedFromHere } from '../../adapters/teams/loopback.ts';
import { type RunningSammen, startSammen } from '../support/processes/running-sammen.ts';
import { startHere } from '../support/processes/sammen-here.ts';
import { sandboxAt, TUESDAY } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { localClient } from './support/local-client.ts';
import { wordsOn } from './support/teams-context.ts';

describe('TEAMS_LOCAL', () => {
  const ON = { TEAMS_LOCAL: 'on' };

  it('lets several local clients, each with its own service address and person, share cases with the sandbox', () =>
    inTempFolder(async (folder) => {
      let running: RunningSammen = await startSammen(folder, ON);
      const url = () => running.url;
      const sandbox = sandboxAt(url);
      await sandbox.setClock(TUESDAY);
      const [ulla, per] = [await localClient('Ulla', url), await localClient('Per', url)];
      const agent = async (verb: string, filledIn = {}) => sandbox.pressNewest(await sandbox.agents(), verb, filledIn);

      for (const client of [ulla, per])
        assert.equal((await client.say('Skaterne vil selv bygge en rampe. Hvem skal jeg tale med?')).status, 200);
      await ulla.newest(/Skaterne/);
      await per.newest(/Skaterne/);
      const { status, body } = await ulla.press('submit-dilemma', { anonymous: 'no' });
      assert.equal(status, 200);
      assert.match(wordsOn(body.value), /Sag 1/);
      await agent('accept-case', { text: 'Hvor mange er de?' });
      const question = await ulla.newest(/Hvor mange er de\?/);
      assert.ok(
        !per.connector.messages.some(({ sent }) => /Hvor mange/.test(wordsOn(sent))),
        'and only the person who asked gets it',
      );

      assert.deepEqual((await running.kill()).signal, 'SIGKILL');
      running = await startSammen(folder, ON);
      await agent('answer-case', { text: 'Inviter dem på kaffe.', outcome: 'advice' });
      await ulla.newest(/Inviter dem på kaffe\./);
      assert.ok(question.updates > 0, 'the message before has been updated in place');

      const printed = (await running.stop()).err;
      assert.match(printed, /TEAMS_LOCAL=on/);
      for (const { connector } of [ulla, per]) {
        assert.deepEqual(connector.violations, []);
        assert.ok(
          connector.calls.every(({ authorization }) => authorization === undefined),
          'no token leaves',
        );
        await connector.close();
      }
    }));

  it('refuses forwarded requests, and responds to this machine only', () =>
    inTempFolder(async (folder) => {
      const running = await startHere(folder, ON);
      const client = await localClient('Ulla', () => running.url);
      const hello = { type: 'message', text: 'hej' };
      for (const serviceUrl of [
        'https://smba.trafficmanager.net/emea',
        'http://localhost.evil.example',
        'http://10.0.0.1:80',
        'ftp://localhost',
      ]) {
        assert.ok([400, 403].includes((await client.send({ ...hello, serviceUrl })).status), serviceUrl);
      }
      assert.equal((await client.send(hello, { 'X-Forwarded-For': '127.0.0.1' })).status, 403);
      assert.equal((await client.send(hello, { Origin: 'https://evil.example' })).status, 403);
      assert.deepEqual(client.connector.calls, []);
      await client.connector.close();
      await running.stop();
    }));

  it('is off by default', () =>
    inTempFolder(async (folder) => {
      const running = await startHere(folder);
      const client = await localClient('Ulla', () => running.url);
      assert.equal((await client.say('hej')).status, 404);
      await client.connector.close();
      await running.stop();
    }));

  it('distinguishes this machine from others', () => {
    const from = (remoteAddress: string, headers = {}) => isCalledFromHere({ remoteAddress, headers });
    for (const here of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.8.8.8']) assert.ok(from(here), here);
    for (const elsewhere of ['', '10.0.0.1', '::ffff:10.0.0.1', 'fe80::1']) assert.ok(!from(elsewhere), elsewhere);
    assert.ok(!from('127.0.0.1', { forwarded: 'for=1.2.3.4' }));
    for (const here of ['http://localhost:9/', 'http://127.0.0.1', 'http://[::1]:80/x'])
      assert.ok(isServedFromHere(here), here);
    for (const elsewhere of ['http://127.0.0.1.evil.example', 'http://localhost@evil.example', 'nothing', '']) {
      assert.ok(!isServedFromHere(elsewhere), elsewhere);
    }
  });
});
