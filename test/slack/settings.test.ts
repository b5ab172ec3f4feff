import assert from 'node:assert/strict';
import { ConfigurationError, readConfig, type Environment as Settings } from '../../app/settings/config.ts';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { runHere } from '../support/processes/command-here.ts';
import { freePort } from '../support/processes/free-port.ts';
import { type Environment, startProgram } from '../support/processes/running-sammen.ts';
import { startHere } from '../support/processes/sammen-here.ts';
import { eventually } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';
import { aCommand, aUser } from './support/events.ts';
import { startFakeSlack } from './support/fake-slack.ts';
import { startFakeSocket } from './support/fake-socket.ts';
import { SIGNING_SECRET, TOKEN } from './support/names.ts';
import { signed, written } from './support/sign.ts';
import { anAccount } from './support/slack-context.ts';

const HTTP = { SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET };
const SOCKET = { SLACK_BOT_TOKEN: TOKEN, SLACK_APP_TOKEN: 'xapp-1-invented' };

const faultsOf = (env: Settings): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
};

describe('the settings of Slack', () => {
  it('enable signed requests or a socket; the socket wins when both are set', () => {
    const http = readConfig({ ...REAL, ...HTTP });
    assert.deepEqual(
      [http.sandbox, http.platforms.slack?.receiver.kind, http.platforms.slack?.apiUrl],
      [false, 'http', null],
    );
    assert.equal(readConfig({ ...REAL, ...SOCKET }).platforms.slack?.receiver.kind, 'socket');
    assert.equal(readConfig({ ...REAL, ...HTTP, ...SOCKET }).platforms.slack?.receiver.kind, 'socket');
    assert.equal(readConfig({ ...REAL, SANDBOX: 'off' }).platforms.slack, null);
  });

  it('are refused with everything that is missing or wrong in one report', () => {
    assert.match(faultsOf({ ...REAL, SLACK_BOT_TOKEN: TOKEN }).join('\n'), /SLACK_SIGNING_SECRET is missing/);
    assert.match(faultsOf({ ...REAL, SLACK_SIGNING_SECRET: 'x' }).join('\n'), /SLACK_BOT_TOKEN is missing/);
    assert.match(faultsOf({ ...REAL, SLACK_APP_TOKEN: 'x' }).join('\n'), /SLACK_BOT_TOKEN is missing/);
    assert.match(faultsOf({ ...REAL, ...HTTP, SLACK_API_URL: 'no address' }).join('\n'), /SLACK_API_URL is no address/);
    const all = faultsOf({ SLACK_BOT_TOKEN: TOKEN, MicrosoftAppId: 'app' }).join('\n');
    for (const name of [
      'SLACK_SIGNING_SECRET',
      'MicrosoftAppPassword',
      'PUBLIC_URL',
      'SECRET',
      'ANONYMITY_KEY',
      'ORGANISATION_FILE',
    ])
      assert.match(all, new RegExp(`${name} is missing`));
  });

  it('cannot be combined with the sandbox', () => {
    assert.match(faultsOf({ ...REAL, ...HTTP, SANDBOX: 'on' }).join('\n'), /SANDBOX=on stands beside a real platform/);
  });
});

describe('Sammen with the settings of Slack', () => {
  const overHttp = (apiUrl: string): Environment => ({ ...REAL, ...HTTP, SLACK_API_URL: apiUrl, HOST: '127.0.0.1' });
  const startSocket = async (folder: string, apiUrl: string) => {
    const port = await freePort();
    const env = { ...REAL, ...SOCKET, SLACK_API_URL: apiUrl, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder };
    return { running: startProgram(['start'], { ...env, LOG_LEVEL: 'warn' }), url: `http://127.0.0.1:${port}` };
  };

  it('answers a signed command, refuses any other, and has no sandbox', () =>
    inTempFolder(async (folder) => {
      const anna = aUser('anna');
      const slack = await startFakeSlack();
      slack.users.set(anna.id, anAccount(anna.id, anna.name, 'anna@kommune.dk'));
      slack.chats.set(anna.id, anna.chat);
      const port = String(await freePort());
      const running = await startHere(folder, { ...overHttp(slack.url), PORT: port });
      try {
        const at = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init);
        const { type, body } = written(aCommand(anna, 'hjælp'));
        const headers = { 'Content-Type': type };
        assert.equal((await at('/slack/events', { method: 'POST', headers, body })).status, 401);
        const sent = await at('/slack/events', { method: 'POST', headers: { ...headers, ...signed(body) }, body });
        assert.equal(sent.status, 200);
        await eventually('the answer', async () => slack.chat(anna.chat)[0] ?? null);
        for (const path of ['/sandbox/people', '/api/messages']) assert.equal((await at(path)).status, 404, path);
      } finally {
        await running.stop();
        await slack.close();
      }
      assert.doesNotMatch(running.printed().err, new RegExp(`${TOKEN}|${SIGNING_SECRET}`));
    }));

  it('starts while Slack is away, shows it, connects when Slack is back, and stops', () =>
    inTempFolder(async (folder) => {
      const slack = await startFakeSlack();
      const socket = await startFakeSocket();
      slack.socket = socket.url;
      slack.trouble = () => ({ status: 503 });
      const { running, url } = await startSocket(folder, slack.url);
      const away = async () => {
        const ready = await fetch(`${url}/readyz`).catch(() => null);
        return ready?.status === 200 ? (((await ready.json()) as { away?: string[] }).away ?? []) : null;
      };
      try {
        assert.deepEqual(await eventually('it listens', away), ['slack']);
        slack.trouble = null;
        await socket.opened;
        await eventually('Slack is back', async () => ((await away())?.length === 0 ? true : null));
      } finally {
        running.signal('SIGTERM');
      }
      const { code, err } = await running.ended;
      await socket.close();
      await slack.close();
      assert.equal(code, 0, err);
      assert.match(err, /Slack cannot be reached; everything else works[\s\S]*Slack can be reached again/);
    }));

  it('stops on SIGTERM in socket mode while Slack is away', () =>
    inTempFolder(async (folder) => {
      const { running, url } = await startSocket(folder, `http://127.0.0.1:${await freePort()}/api/`);
      await eventually('it listens', () => fetch(`${url}/healthz`).catch(() => null));
      running.signal('SIGTERM');
      // As npm does.
      running.signal('SIGTERM');
      const { code, err } = await running.ended;
      assert.equal(code, 0, err);
    }));

  it('reports in one sentence why Slack refuses it', () =>
    inTempFolder(async (folder) => {
      const slack = await startFakeSlack();
      slack.trouble = () => ({ error: 'invalid_auth' });
      const given = { ...overHttp(slack.url), DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn' };
      const { code, err } = await runHere(['start'], given);
      await slack.close();
      assert.equal(code, 1);
      const [last] = err.trim().split('\n').slice(-1);
      assert.match(last ?? '', /^Slack said invalid_auth when Sammen asked who it is there\. Check SLACK_BOT_TOKEN/);
      assert.doesNotMatch(err, new RegExp(TOKEN));
    }));
});
