import assert from 'node:assert/strict';
import type { Person } from '../../bot/people/person.ts';
import { anAgent, aPerson } from '../support/builders.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { aMessage as aTeamsMessage, aPress as aTeamsPress, aUser as aTeamsUser } from '../teams/support/activities.ts';
import { type FakeConnector, startFakeConnector } from '../teams/support/fake-connector.ts';
import { type Microsoft, startMicrosoft } from '../teams/support/microsoft.ts';
import { buttonOf as teamsButton, wordsOn as teamsWords } from '../teams/support/teams-house.ts';
import { type Channels, openTeamsServer, type TeamsServer } from '../teams/support/teams-server.ts';
import { aMessage, aPress, aUser, type Payload } from './support/events.ts';
import { type FakeSlack, startFakeSlack } from './support/fake-slack.ts';
import { signed, written } from './support/sign.ts';
import { anAccount, buttonOf, typed, wordsOn } from './support/slack-house.ts';
import { openSlackServer, type SlackServer } from './support/slack-server.ts';

const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
/** What tells who somebody is, wherever they write. */
const TRACES = /anna|U0ANNA|D0ANNA|29:1|aad0|Park og Vej|Biblioteker|slack|teams/iu;

/** One of two people, on a platform that the other does not have. */
type Side = {
  write(text: string): Promise<void>;
  press(verb: string, data?: Record<string, string>): Promise<void>;
  /** All the words of the newest message. */
  newest(): string;
  /** Everything that ever arrived. */
  arrived(): string;
};

describe('one case across Slack and Teams', () => {
  let house: TestHouse;
  let slack: FakeSlack;
  let connector: FakeConnector;
  let microsoft: Microsoft;
  let slackServer: SlackServer;
  let teamsServer: TeamsServer;
  const faults: unknown[] = [];

  const open = async (people: readonly Person[]) => {
    house = await openHouse(people);
    slack = await startFakeSlack();
    connector = await startFakeConnector();
    microsoft = await startMicrosoft();
    const channels: Channels = {};
    const onFault = (error: unknown) => void faults.push(error);
    slackServer = await openSlackServer(house, { apiUrl: slack.url, onFault, channels });
    teamsServer = await openTeamsServer(house, microsoft.openIdMetadata, onFault, 10_000, channels);
  };
  afterEach(async () => {
    await slackServer.stop();
    await teamsServer.stop();
    await slack.close();
    await connector.close();
    await microsoft.close();
    await house.close();
    assert.deepEqual([...slack.violations, ...connector.violations, ...faults.splice(0)], []);
  });

  const inSlack = (name: string): Side => {
    const user = aUser(name);
    slack.users.set(user.id, anAccount(user.id, user.name, `${name}@kommune.dk`));
    slack.chats.set(user.id, user.chat);
    const send = async (payload: Payload) => {
      const { type, body } = written(payload);
      const headers = { 'Content-Type': type, ...signed(body) };
      const { status } = await fetch(`${slackServer.url}/slack/events`, { method: 'POST', headers, body });
      assert.equal(status, 200);
      await slackServer.sender.flush();
    };
    const own = () => slack.chat(user.chat);
    return {
      write: (text) => send(aMessage(user, text)),
      press: (verb, data = {}) => {
        const wanted = (found: Record<string, unknown>) => !('anonymous' in data) || found.anonymous === data.anonymous;
        const { message, action } = buttonOf(own(), verb, wanted);
        const id = `${verb}.text`;
        const values: Payload = data.text === undefined ? {} : { [id]: { [id]: typed(data.text) } };
        const value = JSON.stringify({ ...JSON.parse(action.value), ...data });
        return send(aPress(user, message.ts, { ...action, value }, values));
      },
      newest: () => wordsOn(own().at(-1)?.blocks),
      arrived: () =>
        JSON.stringify(
          slack.calls.filter(({ fields }) => fields.get('channel') === user.chat).map(({ fields }) => [...fields]),
        ),
    };
  };

  const inTeams = (name: string): Side => {
    const user = aTeamsUser(name);
    connector.members.set(user.id, { id: user.id, name: user.name, email: `${name}@kommune.dk` });
    const url = connector.serviceUrl;
    const send = async (activity: ReturnType<typeof aTeamsMessage>) => {
      const headers = { 'Content-Type': 'application/json', Authorization: microsoft.sign({ serviceurl: url }) };
      const { status } = await fetch(`${teamsServer.url}/api/messages`, {
        method: 'POST',
        headers,
        body: JSON.stringify(activity),
      });
      assert.equal(status, 200);
      await teamsServer.sender.flush();
    };
    const own = () => connector.chat(user.conversation);
    return {
      write: (text) => send(aTeamsMessage(user, url, text)),
      press: (verb, data = {}) => {
        const { message, data: ids } = teamsButton(own(), verb);
        return send(aTeamsPress(user, url, message.id, verb, { ...ids, ...data }));
      },
      newest: () => teamsWords(own().at(-1)?.sent),
      arrived: () =>
        JSON.stringify(
          connector.calls
            .filter(
              ({ path }) => path.includes(encodeURIComponent(user.conversation)) || path.includes(user.conversation),
            )
            .map(({ body }) => (body as { attachments?: unknown } | null)?.attachments ?? null),
        ),
    };
  };

  /** From question to rating; `anonymous` as the asker sends it. */
  const story = async (asker: Side, agent: Side, anonymous: 'yes' | 'no') => {
    await agent.write('hej');
    await asker.write(DILEMMA);
    await asker.press('submit-dilemma', { anonymous });
    assert.match(agent.newest(), /naboerne/);
    await agent.press('accept-case', { text: 'Hvem af dem kender du?' });
    assert.match(asker.newest(), /Hvem af dem kender du\?/);
    await asker.press('reply', { text: 'Kun dem på hjørnet.' });
    assert.match(agent.newest(), /Kun dem på hjørnet\./);
    await agent.press('answer-case', { text: 'Gå en tur med dem, før der er en plan.', outcome: 'advice' });
    assert.match(asker.newest(), /Gå en tur med dem/);
    await asker.press('rate-answer', { helpful: 'yes' });
    const [c] = await house.store.cases.of((await house.store.people.agents())[0]?._id ?? assert.fail(), 1);
    assert.deepEqual([c?.state, c?.rating], ['answered', 'yes']);
  };

  const people = () => [
    aPerson('anna', { name: 'Anna Prøve', email: 'anna@kommune.dk', unit: 'Bibliotekerne', addresses: [] }),
    anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [] }),
  ];

  for (const [name, sides] of [
    ['an asker in Slack and an agent in Teams', () => [inSlack('anna'), inTeams('bo')] as const],
    ['an asker in Teams and an agent in Slack', () => [inTeams('anna'), inSlack('bo')] as const],
  ] as const) {
    it(`${name} share one case without noticing`, async () => {
      await open(people());
      const [asker, agent] = sides();
      await story(asker, agent, 'no');
      assert.match(agent.arrived(), /Anna Prøve/);
    });

    it(`${name}: nothing that reaches the agent tells of an anonymous asker`, async () => {
      await open(people());
      const [asker, agent] = sides();
      await story(asker, agent, 'yes');
      assert.match(agent.arrived(), /Anonym kollega/);
      const found = TRACES.exec(agent.arrived());
      assert.equal(
        found,
        null,
        `${found?.[0]} in ${agent.arrived().slice(Math.max(0, (found?.index ?? 0) - 80), (found?.index ?? 0) + 80)}`,
      );
    });
  }
});
