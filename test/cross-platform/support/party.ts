import assert from 'node:assert/strict';
import * as slackEvents from '../../slack/support/events.ts';
import { signed, written } from '../../slack/support/sign.ts';
import {
  anAccount,
  buttonsIn,
  chosen,
  dataOfButtons,
  several,
  buttonOf as slackButton,
  typed,
  wordsOn,
} from '../../slack/support/slack-context.ts';
import * as activities from '../../teams/support/activities.ts';
import {
  buttonOf as teamsButton,
  buttonsIn as teamsButtons,
  wordsOn as teamsWords,
} from '../../teams/support/teams-context.ts';
import type { BothHouse } from './both-context.ts';

/** The values a person fills in on a card, by field. */
type Fields = Record<string, string>;
/** Of several buttons for one verb, the one with these data. */
type Which = Readonly<Record<string, unknown>>;
const fits = (data: Which, which: Which): boolean => Object.entries(which).every(([key, value]) => data[key] === value);

/** The side of Sammen that people use: in this process, or in one that is killed. */
export type House = Pick<BothHouse, 'connector' | 'microsoft' | 'slack' | 'post' | 'flush'>;

/** A person who uses one of the platforms. */
export type Party = {
  platform: 'teams' | 'slack';
  /** Strings that identify them: their names and numbers on this platform. */
  marks: string[];
  /** `answered` is the message that the words answer, in a thread or with a quotation. */
  say(text: string, answered?: string): Promise<void>;
  /** Presses the newest button for this verb, with fields filled in and, of several, the one whose data fits. */
  press(verb: string, fields?: Fields, which?: Which): Promise<void>;
  /** The data of the newest button that such a press would find; null when there is none. */
  canPress(verb: string, which?: Which): Which | null;
  /** What they are offered when they type this into the field that looks for a colleague. */
  search(about: string, typed: string): Promise<{ value: string; title: string }[]>;
  /** The current words in their chat, message by message. */
  chat(): string[];
  /** Every message in their chat, with its buttons. */
  shown(): { id: string; text: string; buttons: { label: string; verb: string; data: Record<string, unknown> }[] }[];
  /** Whether a message has buttons. */
  hasButtons(index: number): boolean;
  /** Everything that has ever left for them, as it was on the wire, and every answer to what they sent. */
  received(): string;
};

export const inTeams = (both: House, name: string, email: string | null): Party => {
  const user = activities.aUser(name);
  const { connector, microsoft } = both;
  connector.members.set(user.id, {
    id: user.id,
    name: user.name,
    userRole: 'user',
    ...(email === null ? {} : { email }),
  });
  const answers: string[] = [];
  const send = async (activity: activities.Activity): Promise<void> => {
    const { status, text } = await both.post('/api/messages', () => ({
      headers: {
        'Content-Type': 'application/json',
        Authorization: microsoft.sign({ serviceurl: activity.serviceUrl }),
      },
      body: JSON.stringify(activity),
    }));
    answers.push(text);
    assert.equal(status, 200, text);
    await both.flush();
  };
  const messages = () => connector.chat(user.conversation);
  return {
    platform: 'teams',
    marks: [user.id, user.aadObjectId, user.conversation],
    say: (text, answered) =>
      send(
        activities.aMessage(
          user,
          connector.serviceUrl,
          answered === undefined ? text : `<quoted messageId="${answered}"/> ${text}`,
        ),
      ),
    press: async (verb, fields = {}, which = {}) => {
      const { message, data } = teamsButton(messages(), verb, (data) => fits(data, which));
      const filled = Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${verb}.${field}`, value]));
      await send(activities.aPress(user, connector.serviceUrl, message.id, verb, { ...data, ...filled }));
    },
    canPress: (verb, which = {}) => {
      const buttons = messages().flatMap(({ sent }) => teamsButtons(sent));
      return buttons.findLast((one) => one.verb === verb && fits(one.data, which))?.data ?? null;
    },
    search: async (about, queryText) => {
      const value = { queryText, queryOptions: { skip: 0, top: 15 }, dataset: `colleagues/${about}` };
      await send(activities.anInvoke(user, connector.serviceUrl, 'application/search', value));
      return JSON.parse(answers.at(-1) ?? '').value.results;
    },
    chat: () => messages().map(({ sent }) => teamsWords(sent)),
    shown: () =>
      messages().map(({ id, sent }) => ({
        id,
        text: `${sent.text ?? ''}\n${teamsWords(sent)}`,
        buttons: teamsButtons(sent),
      })),
    hasButtons: (index) => JSON.stringify(messages().at(index)?.sent ?? '').includes('Action.Execute'),
    received: () =>
      JSON.stringify([
        connector.calls.filter(
          ({ path, method }) => method !== 'GET' && decodeURIComponent(path).includes(user.conversation),
        ),
        answers,
      ]),
  };
};

export const inSlack = (both: House, name: string, email: string | null): Party => {
  const user = slackEvents.aUser(name);
  const { slack } = both;
  slack.users.set(user.id, anAccount(user.id, user.name, email ?? '', email === null ? { profile: {} } : {}));
  slack.chats.set(user.id, user.chat);
  const answers: string[] = [];
  const send = async (payload: slackEvents.Payload): Promise<void> => {
    const { type, body } = written(payload);
    const { status, text } = await both.post('/slack/events', () => ({
      headers: { 'Content-Type': type, ...signed(body) },
      body,
    }));
    answers.push(text);
    assert.equal(status, 200, text);
    await both.flush();
  };
  const messages = () => slack.chat(user.chat);
  const stateOf = (verb: string, fields: Fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => {
        const id = `${verb}.${field}`;
        return [id, { [id]: stateOfField(verb, field, value) }];
      }),
    );
  return {
    platform: 'slack',
    marks: [user.id, user.chat],
    say: (text, answered) =>
      send(slackEvents.aMessage(user, text, answered === undefined ? {} : { thread_ts: answered })),
    press: async (verb, fields = {}, which = {}) => {
      const { message, action } = slackButton(messages(), verb, (data) => fits(data, which));
      const press = slackEvents.aPress(user, message.ts, action, stateOf(verb, fields));
      await send(press);
      // A form with more than one line opens a modal.
      const modal = slack.modals.findLast(({ trigger }) => trigger === press.trigger_id);
      if (modal !== undefined) await send(slackEvents.aSubmission(user, modal.view, stateOf(verb, fields)));
    },
    canPress: (verb, which = {}) => {
      const buttons = messages().flatMap(({ blocks }) => dataOfButtons(blocks, verb));
      return buttons.findLast((data) => fits(data, which)) ?? null;
    },
    search: async (about, value) => {
      const data = { message: 'm', home: false, data: { case: about } };
      await send(slackEvents.aSuggestion(user, 'request-introduction', value, JSON.stringify(data)));
      const { options } = JSON.parse(answers.at(-1) ?? '');
      return options.map((option: { value: string; text: { text: string } }) => ({
        value: option.value,
        title: option.text.text,
      }));
    },
    chat: () => messages().map(({ blocks }) => wordsOn(blocks)),
    shown: () =>
      messages().map(({ ts, text, blocks }) => ({
        id: ts,
        text: blocks.length > 0 ? wordsOn(blocks) : text,
        buttons: buttonsIn(blocks).map(({ action_id, value, label }) => ({
          label,
          verb: action_id.replace(/:\d+$/, ''),
          data: JSON.parse(value),
        })),
      })),
    hasButtons: (index) => JSON.stringify(messages().at(index)?.blocks ?? '').includes('"type":"button"'),
    received: () =>
      JSON.stringify([
        slack.calls
          .map(({ method, fields }) => [method, Object.fromEntries(fields)] as const)
          .filter(
            ([, { channel, user: who, user_id: home, trigger_id: window }]) =>
              [channel, who, home].some((id) => id === user.chat || id === user.id) || window !== undefined,
          ),
        answers,
      ]),
  };
};

const CHOICES: ReadonlySet<string> = new Set(['agent', 'for', 'principle', 'topic', 'outcome', 'owner', 'ground']);

/** As Slack sends what was filled in: a choice, several from a list, or a text. */
const stateOfField = (verb: string, field: string, value: string) => {
  if (field === 'person') return { ...chosen(value), type: 'external_select' };
  const isCode = field === 'reason' && verb !== 'hand-over';
  if (CHOICES.has(field) || isCode) return chosen(value);
  return field === 'notTo' ? several(value.split(',')) : typed(value);
};
