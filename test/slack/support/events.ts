import { APP, BOT_USER, TEAM } from './names.ts';

/** Recorded Slack payloads with invented ids and names. */

export type User = { id: string; name: string; chat: string };

export const aUser = (name: string): User => ({
  id: `U0${name.toUpperCase()}`,
  name: `${name[0]?.toUpperCase()}${name.slice(1)} Prøve`,
  chat: `D0${name.toUpperCase()}`,
});

let count = 0;
/** Unique for each call, like Slack's. */
export const newTs = (): string => `1785000000.${String(++count).padStart(6, '0')}`;
const newTrigger = (): string => `1337.${++count}.invented`;

export type Payload = Record<string, unknown>;

const envelope = (event: Payload): Payload => ({
  token: 'verification',
  team_id: TEAM,
  api_app_id: APP,
  event,
  type: 'event_callback',
  event_id: `Ev${++count}`,
  event_time: 1_785_000_000,
  authorizations: [
    { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
});

export const aMessage = (user: User, text: string, overrides: Payload = {}): Payload => {
  const ts = newTs();
  return envelope({
    type: 'message',
    user: user.id,
    text,
    ts,
    client_msg_id: `client-${ts}`,
    team: TEAM,
    channel: user.chat,
    event_ts: ts,
    channel_type: 'im',
    ...overrides,
  });
};

export const CHANNEL = 'C0GENERAL';

export const aMention = (user: User, text: string, overrides: Payload = {}): Payload => {
  const ts = newTs();
  return envelope({
    type: 'app_mention',
    user: user.id,
    text: `<@${BOT_USER}> ${text}`,
    ts,
    team: TEAM,
    channel: CHANNEL,
    event_ts: ts,
    ...overrides,
  });
};

export const aHomeOpened = (user: User, overrides: Payload = {}): Payload =>
  envelope({
    type: 'app_home_opened',
    user: user.id,
    channel: user.chat,
    tab: 'home',
    event_ts: newTs(),
    ...overrides,
  });

export const anEvent = (event: Payload): Payload => envelope({ event_ts: newTs(), ...event });

export const aCommand = (user: User, text: string, overrides: Payload = {}): Payload => ({
  token: 'verification',
  team_id: TEAM,
  team_domain: 'kommune',
  channel_id: CHANNEL,
  channel_name: 'general',
  user_id: user.id,
  user_name: user.name,
  command: '/sparring',
  text,
  api_app_id: APP,
  is_enterprise_install: 'false',
  response_url: 'https://hooks.slack.example/commands/1',
  trigger_id: newTrigger(),
  ...overrides,
});

const interactive = (user: User, more: Payload): Payload => ({
  user: { id: user.id, username: user.name, name: user.name, team_id: TEAM },
  api_app_id: APP,
  token: 'verification',
  trigger_id: newTrigger(),
  team: { id: TEAM, domain: 'kommune' },
  enterprise: null,
  is_enterprise_install: false,
  ...more,
});

export const aMessageShortcut = (user: User, text: string, overrides: Payload = {}): Payload =>
  interactive(user, {
    type: 'message_action',
    callback_id: 'spar-on-message',
    action_ts: newTs(),
    message_ts: newTs(),
    response_url: 'https://hooks.slack.example/app/1',
    channel: { id: CHANNEL, name: 'general' },
    message: { type: 'message', user: 'U0SOMEBODY', ts: newTs(), text },
    ...overrides,
  });

export const aGlobalShortcut = (user: User): Payload =>
  interactive(user, { type: 'shortcut', callback_id: 'ask', action_ts: newTs() });

/** A press on a button of a message. */
export const aPress = (
  user: User,
  ts: string,
  action: { action_id: string; value: string; block_id?: string },
  values: Payload = {},
  overrides: Payload = {},
): Payload =>
  interactive(user, {
    type: 'block_actions',
    container: { type: 'message', message_ts: ts, channel_id: user.chat, is_ephemeral: false },
    channel: { id: user.chat, name: 'directmessage' },
    message: { type: 'message', user: BOT_USER, ts, text: 'Sammen' },
    state: { values },
    response_url: 'https://hooks.slack.example/actions/1',
    actions: [
      { type: 'button', block_id: 'b', action_ts: newTs(), text: { type: 'plain_text', text: 'Tryk' }, ...action },
    ],
    ...overrides,
  });

/** A press in the App Home. */
export const aHomePress = (user: User, view: string, action: { action_id: string; value: string }): Payload =>
  interactive(user, {
    type: 'block_actions',
    container: { type: 'view', view_id: view },
    view: { id: view, type: 'home', callback_id: '', hash: 'h', private_metadata: '', state: { values: {} } },
    actions: [
      { type: 'button', block_id: 'b', action_ts: newTs(), text: { type: 'plain_text', text: 'Tryk' }, ...action },
    ],
  });

/** Somebody chooses in a list of a modal that tells us so. */
export const aChoice = (user: User, view: Payload, id: string, state: Payload, values: Payload): Payload =>
  interactive(user, {
    type: 'block_actions',
    container: { type: 'view', view_id: 'V0CHOICE' },
    view: { id: 'V0CHOICE', team_id: TEAM, ...view, state: { values } },
    actions: [{ ...state, block_id: id, action_id: id, action_ts: newTs() }],
  });

/** The submission of a modal. */
export const aSubmission = (user: User, view: Payload, values: Payload): Payload =>
  interactive(user, {
    type: 'view_submission',
    view: {
      id: `V${++count}`,
      hash: `1785000000.${count}`,
      team_id: TEAM,
      ...view,
      state: { values },
    },
    response_urls: [],
  });

/** Somebody types into a select in a window. */
export const aSuggestion = (user: User, verb: string, value: string, metadata: string): Payload =>
  interactive(user, {
    type: 'block_suggestion',
    action_id: `${verb}.person`,
    block_id: `${verb}.person`,
    value,
    view: { id: `V${++count}`, type: 'modal', callback_id: verb, private_metadata: metadata },
  });
