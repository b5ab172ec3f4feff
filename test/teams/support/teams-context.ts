import assert from 'node:assert/strict';
import type { Person } from '../../../bot/people/person.ts';
import { faultsOfCard } from '../../support/assertions/check-card.ts';
import { openTestBot, type TestBot } from '../../support/fixtures/bot-on-store.ts';
import { type Activity, aMessage, aPress, type User } from './activities.ts';
import { type FakeConnector, type Message, startFakeConnector } from './fake-connector.ts';
import { type Microsoft, startMicrosoft } from './microsoft.ts';
import { openTeamsServer, type TeamsServer } from './teams-server.ts';

type Answered = { status: number; body: unknown };

export type TeamsHouse = {
  setup: TestBot;
  connector: FakeConnector;
  microsoft: Microsoft;
  faults: unknown[];
  /** Sends every message that is due. */
  flush(): Promise<void>;
  /** Sends an activity as Teams does, with its own token, and waits until every owed message is sent. */
  send(activity: Activity, authorization?: string): Promise<Answered>;
  say(user: User, text: string, overrides?: object): Promise<Answered>;
  /** Presses a verb on the newest card in a person's chat that has it. */
  press(user: User, verb: string, filledIn?: Record<string, unknown>): Promise<Answered>;
  chat(user: User): Message[];
  /** Restarts the server on the same store; everything in memory is lost. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** Opens Sammen in Teams, on a real store, over real HTTP with real signatures. */
export const openTeamsHouse = async (
  people: readonly Person[] = [],
  timeout?: number,
  openIdMetadata?: string,
): Promise<TeamsHouse> => {
  const setup = await openTestBot(people);
  const connector = await startFakeConnector();
  const microsoft = await startMicrosoft();
  const faults: unknown[] = [];
  const start = () =>
    openTeamsServer(setup, openIdMetadata ?? microsoft.openIdMetadata, (error) => void faults.push(error), { timeout });
  let server: TeamsServer = await start();

  const teams: TeamsHouse = {
    setup,
    connector,
    microsoft,
    faults,
    flush: () => server.sender.flush().catch(() => undefined),
    send: async (activity, authorization = microsoft.sign({ serviceurl: activity.serviceUrl })) => {
      const response = await fetch(`${server.url}/api/messages`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(authorization === '' ? {} : { Authorization: authorization }),
        },
        body: JSON.stringify(activity),
      });
      const text = await response.text();
      await teams.flush();
      const answered: Answered = { status: response.status, body: text === '' ? null : JSON.parse(text) };
      connector.violations.push(...cardsIn(answered.body).flatMap(faultsOfCard));
      return answered;
    },
    say: (user, text, overrides) => teams.send(aMessage(user, connector.serviceUrl, text, overrides)),
    press: async (user, verb, filledIn = {}) => {
      const { message, data } = buttonOf(teams.chat(user), verb);
      return teams.send(aPress(user, connector.serviceUrl, message.id, verb, { ...data, ...filledIn }));
    },
    chat: (user) => connector.chat(user.conversation),
    restart: async () => {
      await server.stop();
      server = await start();
    },
    close: async () => {
      await server.stop();
      await connector.close();
      await microsoft.close();
      await setup.close();
      assert.deepEqual(connector.violations, []);
    },
  };
  return teams;
};

type Found = Record<string, unknown>;

const objectsIn = (json: unknown): Found[] => {
  if (typeof json !== 'object' || json === null) return [];
  return [json as Found, ...Object.values(json).flatMap(objectsIn)];
};

export const cardOf = (message: Message | undefined): Found => message?.sent.attachments?.[0]?.content ?? {};

/** All words on a card. */
export const wordsOn = (json: unknown): string =>
  objectsIn(json)
    .flatMap(({ text, title, label }) => [text, title, label].filter((word) => typeof word === 'string'))
    .join('\n');

/** Every button of a message. */
export const buttonsIn = (json: unknown): { label: string; verb: string; data: Found }[] =>
  objectsIn(json).flatMap(({ type, verb, title, data }) =>
    type === 'Action.Execute' ? [{ label: String(title), verb: String(verb), data: data as Found }] : [],
  );

/** The newest message with a button for this verb and with such data, and the button's data. */
export const buttonOf = (
  messages: readonly Message[],
  verb: string,
  which: (data: Found) => boolean = () => true,
): { message: Message; data: Found } => {
  for (const message of messages.toReversed()) {
    const button = buttonsIn(cardOf(message)).find((one) => one.verb === verb && which(one.data));
    if (button !== undefined) return { message, data: button.data };
  }
  return assert.fail(`no card with ${verb} among ${messages.length} messages`);
};

/** The cards in a response, however they are wrapped. */
const cardsIn = (answer: unknown): Found[] =>
  objectsIn(answer).filter(({ type, version }) => type === 'AdaptiveCard' && version !== undefined);
