import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as inSlack from '../slack/support/events.ts';
import { startFakeSlack } from '../slack/support/fake-slack.ts';
import { signed, written } from '../slack/support/sign.ts';
import { anAccount } from '../slack/support/slack-context.ts';
import { seeded } from '../support/fixtures/seeded.ts';
import { freePort } from '../support/processes/free-port.ts';
import { program, startProgram } from '../support/processes/running-sammen.ts';
import { eventually } from '../support/processes/sandbox.ts';
import { loadUntilRefused } from '../support/processes/signed-load.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import * as inTeams from '../teams/support/activities.ts';
import { startFakeConnector } from '../teams/support/fake-connector.ts';
import { startMicrosoft } from '../teams/support/microsoft.ts';
import { bothPlatforms } from './support/both-platforms.ts';

const ROUNDS = process.env.LONG === 'short' ? 3 : 100;
/** After this many milliseconds at most, a round gets its SIGTERM. */
const LATEST_MS = 1_000;

describe('SIGTERM while Slack and Teams send signed requests', function () {
  this.timeout(60 * 60_000);

  it(`leaves none of them without an answer, ${ROUNDS} times`, () =>
    inTempFolder(async (folder) => {
      const [anna, bo] = [inSlack.aUser('anna'), inTeams.aUser('bo')];
      const [slack, connector, microsoft] = [
        await startFakeSlack(),
        await startFakeConnector(),
        await startMicrosoft(),
      ];
      slack.users.set(anna.id, anAccount(anna.id, anna.name, 'anna@kommune.dk'));
      slack.chats.set(anna.id, anna.chat);
      connector.members.set(bo.id, { id: bo.id, name: bo.name, email: 'bo@kommune.dk', userRole: 'user' });
      const toSlack = (payload: inSlack.Payload) => {
        const { type, body } = written(payload);
        return { path: '/slack/events', headers: { 'Content-Type': type, ...signed(body) }, body };
      };
      const token = microsoft.sign({ serviceurl: connector.serviceUrl });
      const kinds = [
        () => toSlack(inSlack.aCommand(anna, 'hjælp')),
        () => toSlack(inSlack.aMessage(anna, 'hjælp')),
        () => ({
          path: '/api/messages',
          headers: { 'Content-Type': 'application/json', Authorization: token },
          body: JSON.stringify(inTeams.aMessage(bo, connector.serviceUrl, 'hjælp')),
        }),
      ];
      const random = seeded(Number(process.env.SEED ?? Date.now()));
      let answered = 0;
      for (let round = 1; round <= ROUNDS; round++) {
        const port = await freePort();
        const settings = { ...bothPlatforms(slack, microsoft, folder), PORT: String(port) };
        const running = startProgram(['start'], settings, program('without-microsoft'));
        await eventually('it listens', () => fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null));
        const load = loadUntilRefused(port, kinds);
        await sleep(random.below(LATEST_MS));
        running.signal('SIGTERM');
        // As npm does.
        running.signal('SIGTERM');
        const { unanswered, statuses, ...counts } = await load;
        const { code, err } = await running.ended;
        assert.deepEqual({ round, code, unanswered }, { round, code: 0, unanswered: [] }, err);
        assert.deepEqual([...statuses.keys()], [200], err);
        answered += counts.answered;
      }
      process.stdout.write(`      ${ROUNDS} SIGTERMs, ${answered} signed requests answered, none left out\n`);
      await Promise.all([slack.close(), connector.close(), microsoft.close()]);
    }));
});
