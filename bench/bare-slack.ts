import { aMessage, aUser } from '../test/slack/support/events.ts';
import { BOT_ID, BOT_USER, SIGNING_SECRET, TEAM, TOKEN } from '../test/slack/support/names.ts';
import { signed } from '../test/slack/support/sign.ts';
import { startBareApi } from './bare-api.ts';
import { type BarePlatform, openBarePlatform } from './bare-platform.ts';

export type BareSlack = BarePlatform & {
  /** What a program needs to find it. */
  settings: { SLACK_BOT_TOKEN: string; SLACK_SIGNING_SECRET: string; SLACK_API_URL: string };
  close(): Promise<void>;
};

const WHO = { ok: true, team_id: TEAM, user_id: BOT_USER, bot_id: BOT_ID };
const USER = { team_id: TEAM, real_name: 'Anna Prøve', profile: {} };

export const startBareSlack = async (): Promise<BareSlack> => {
  const api = await startBareApi(
    ({ nth }) => ({ ...WHO, user: USER, ts: `1786000000.${nth}` }),
    ({ path, body }) => (path === '/api/chat.postMessage' ? new URLSearchParams(body).get('channel') : null),
  );
  return {
    ...openBarePlatform(api, (nth, text, url) => {
      const person = aUser(`p${nth}`);
      const body = JSON.stringify(aMessage(person, text));
      const headers = { 'Content-Type': 'application/json', ...signed(body) };
      return { url: `${url}/slack/events`, headers, body, chat: person.chat };
    }),
    settings: { SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: `${api.url}/api/` },
    close: api.close,
  };
};
