import assert from 'node:assert/strict';
import type { Person } from '../../../bot/people/person.ts';
import { readMenuValue, verbOf } from '../../../cards/block-kit/ids.ts';
import { openTestBot, type TestBot } from '../../support/fixtures/bot-on-store.ts';
import { aChoice, aMessage, aPress, aSubmission, type Payload, type User } from './events.ts';
import { type FakeSlack, type Json, type Message, startFakeSlack } from './fake-slack.ts';
import { signed, written } from './sign.ts';
import { openSlackServer, type SlackServer } from './slack-server.ts';

type Answered = { status: number; body: string };

export type SlackHouse = {
  setup: TestBot;
  slack: FakeSlack;
  url(): string;
  faults: unknown[];
  /** Adds people to the fake Slack, with an e-mail address at the municipality. */
  has(...users: User[]): void;
  /** Sends every message that is due. */
  flush(): Promise<void>;
  /** Sends a signed payload as Slack does, and waits until every owed message is sent. */
  send(payload: Payload, headers?: Record<string, string>): Promise<Answered>;
  say(user: User, text: string): Promise<Answered>;
  /** Presses a button on the newest message in a person's chat that has it, and says yes to "are you sure?". */
  press(user: User, verb: string, values?: Json, which?: (data: Json) => boolean): Promise<Answered>;
  /** Submits the newest modal with these field values. */
  submit(user: User, fields: Record<string, Json>): Promise<Answered>;
  /** Chooses an option of a list in the newest modal, after filling in these fields. */
  choose(user: User, field: string, option: string, fields: Record<string, Json>, view?: Json): Promise<Answered>;
  chat(user: User): Message[];
  /** The ephemeral lines shown to this person. */
  whispers(user: User): string[];
  /** Asks Slack about an account, as before an offer. */
  lookAgain(account: string): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** Opens Sammen in Slack, on a real store, over real HTTP with real signatures. */
export const openSlackHouse = async (people: readonly Person[] = [], timeout?: number): Promise<SlackHouse> => {
  const setup = await openTestBot(people);
  const slack = await startFakeSlack();
  const faults: unknown[] = [];
  const start = () =>
    openSlackServer(setup, {
      apiUrl: slack.url,
      onFault: (error) => void faults.push(error),
      ...(timeout === undefined ? {} : { timeout }),
    });
  let server: SlackServer = await start();

  const all: SlackHouse = {
    setup,
    slack,
    url: () => server.url,
    faults,
    has: (...users) => {
      for (const { id, name, chat } of users) {
        const email = `${name.split(' ')[0]?.toLowerCase()}@kommune.dk`;
        slack.users.set(id, anAccount(id, name, email));
        slack.chats.set(id, chat);
      }
    },
    flush: () => server.sender.flush().catch(() => undefined),
    send: async (payload, headers = {}) => {
      const { type, body } = written(payload);
      const response = await fetch(`${server.url}/slack/events`, {
        method: 'POST',
        headers: { 'Content-Type': type, ...signed(body), ...headers },
        body,
      });
      const answered = { status: response.status, body: await response.text() };
      await all.flush();
      return answered;
    },
    say: (user, text) => all.send(aMessage(user, text)),
    press: async (user, verb, values = {}, which) => {
      const { message, action } = buttonOf(all.chat(user), verb, which);
      const answered = await all.send(aPress(user, message.ts, action, values));
      if (!asksOnce(action)) return answered;
      const { view } = slack.modals.pop() ?? assert.fail('nothing was asked');
      return all.send(aSubmission(user, view, {}));
    },
    submit: (user, fields) => {
      const { view } = slack.modals.at(-1) ?? assert.fail('no modal was opened');
      return all.send(aSubmission(user, view, stateOf(view, fields)));
    },
    choose: (user, field, option, fields, over = {}) => {
      const { view } = slack.modals.at(-1) ?? assert.fail('no modal was opened');
      const id = `${view.callback_id}.${field}`;
      return all.send(aChoice(user, { ...view, ...over }, id, chosen(option), stateOf(view, fields)));
    },
    chat: (user) => slack.chat(user.chat),
    whispers: (user) => slack.messages.filter(({ onlyFor }) => onlyFor === user.id).map(({ text }) => text),
    lookAgain: (account) => server.adapter.lookAgain(account),
    restart: async () => {
      await server.stop();
      server = await start();
    },
    close: async () => {
      await server.stop();
      await slack.close();
      await setup.close();
      assert.deepEqual(slack.violations, []);
    },
  };
  return all;
};

/** The state of a modal's fields as Slack sends it. */
const stateOf = (view: Json, fields: Record<string, Json>): Json =>
  Object.fromEntries(
    Object.entries(fields).map(([field, state]) => {
      const id = String(view.callback_id) === 'ask' ? field : `${view.callback_id}.${field}`;
      return [id, { [id]: state }];
    }),
  );

/** A colleague's account as `users.info` returns it. */
export const anAccount = (id: string, name: string, email: string, overrides: Json = {}): Json => ({
  id,
  team_id: 'T0SAMMEN01',
  name: id.toLowerCase(),
  real_name: name,
  deleted: false,
  is_bot: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_email_confirmed: true,
  locale: 'da-DK',
  profile: { real_name: name, display_name: '', email },
  ...overrides,
});

const objectsIn = (json: unknown): Json[] => {
  if (typeof json !== 'object' || json === null) return [];
  return [json as Json, ...Object.values(json).flatMap(objectsIn)];
};

/** All words in blocks or a view. */
export const wordsOn = (json: unknown): string =>
  objectsIn(json)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join('\n');

type Button = { action_id: string; value: string };

export const buttonsIn = (json: unknown): (Button & { label: string })[] =>
  objectsIn(json).flatMap(({ type, action_id, value, text }) =>
    type === 'button' && action_id !== undefined
      ? [{ action_id: String(action_id), value: String(value), label: wordsOn(text) }]
      : [],
  );

const asksOnce = (action: Button): boolean =>
  'selected_option' in action && String((action.selected_option as Json).value).startsWith('!');

/** The lines of the "…" menus, as Slack sends one that is chosen; `value` is the data of its press. */
const linesIn = (json: unknown): (Button & { verb: string; selected_option: Json })[] =>
  objectsIn(json).flatMap(({ type, action_id, options }) =>
    type !== 'overflow'
      ? []
      : (options as Json[]).flatMap((line) => {
          const read = readMenuValue(String(line.value)) ?? assert.fail(String(line.value));
          const { verb, data } = read;
          return [{ type, action_id: String(action_id), value: data, verb, selected_option: line }];
        }),
  );

const pressable = (blocks: unknown): { action: Button; of: string }[] => [
  ...buttonsIn(blocks).map((action) => ({ action, of: verbOf(action.action_id) })),
  ...linesIn(blocks).map(({ verb: of, ...action }) => ({ action, of })),
];

/** The data of every button for this verb, lines of a "…" menu included. */
export const dataOfButtons = (blocks: unknown, verb: string): Json[] =>
  pressable(blocks).flatMap(({ action, of }) => (of === verb ? [JSON.parse(action.value)] : []));

/** The newest message with a button for this verb, or a line of its "…" menu. */
export const buttonOf = (
  messages: readonly Message[],
  verb: string,
  which: (data: Json) => boolean = () => true,
): { message: Message; action: Button; data: Json } => {
  for (const message of messages.toReversed()) {
    for (const { action, of } of pressable(message.blocks)) {
      const data: Json = JSON.parse(action.value);
      if (of === verb && which(data)) return { message, action, data };
    }
  }
  return assert.fail(`no button ${verb} among ${messages.length} messages`);
};

/** The state of an input as Slack sends it. */
export const typed = (value: string): Json => ({ type: 'plain_text_input', value });
export const chosen = (value: string): Json => ({
  type: 'static_select',
  selected_option: { text: { type: 'plain_text', text: value }, value },
});
export const several = (values: readonly string[]): Json => ({
  type: 'multi_static_select',
  selected_options: values.map((value) => ({ text: { type: 'plain_text', text: value }, value })),
});
export const day = (selected_date: string | null): Json => ({ type: 'datepicker', selected_date });
