import { z } from 'zod';
import type { SlackSettings } from '../../../adapters/slack/create-slack-adapter.ts';
import { fetchFaultInWords } from '../../../adapters/web/fetch-fault.ts';
import { type Finding, findingsAbout, type Reach } from '../../check/finding.ts';

const API = 'https://slack.com/api/';
const answerSchema = z.object({ ok: z.boolean(), error: z.string().optional(), team: z.string().optional() });

/** The bot scopes that Sammen's calls and events need; a test compares them with `manifest/slack/manifest.json`. */
export const SCOPES = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
] as const;

const { ok, fail } = findingsAbout('Slack');

/** Asks Slack who the bot token belongs to and what it may do, and in socket mode for an address, which it does not use. */
export const checkSlack = async (settings: SlackSettings, reach: Reach): Promise<Finding[]> => [
  ...(await checkBotToken(settings, reach)),
  ...(settings.receiver.kind === 'socket' ? await checkAppToken(settings, settings.receiver.appToken, reach) : []),
];

const checkBotToken = async (settings: SlackSettings, reach: Reach): Promise<Finding[]> => {
  const asked = await ask('auth.test', settings.botToken, settings, reach);
  if ('away' in asked) return [asked.away];
  const { said, scopes } = asked;
  if (!said.ok)
    return [
      fail(
        `Slack refuses SLACK_BOT_TOKEN (${said.error ?? 'without a reason'}). Copy the "Bot User OAuth Token", which begins with xoxb-, from the app's page, "OAuth & Permissions".`,
      ),
    ];
  const missing = SCOPES.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0)
    return [
      fail(
        `the app lacks the scopes ${missing.join(', ')}. Take the app's manifest anew (npm run manifest), and install the app in the workspace once more.`,
      ),
    ];
  return [ok(`the token works in the workspace ${said.team ?? 'it was made for'}, with all scopes`)];
};

const checkAppToken = async (settings: SlackSettings, token: string, reach: Reach): Promise<Finding[]> => {
  const asked = await ask('apps.connections.open', token, settings, reach);
  if ('away' in asked) return [asked.away];
  if (asked.said.ok) return [ok('the app token may open a socket')];
  return [
    fail(
      `Slack refuses SLACK_APP_TOKEN (${asked.said.error ?? 'without a reason'}). Make one with the scope connections:write on the app's page, "Basic Information", and turn socket mode on.`,
    ),
  ];
};

type Answer = { said: z.infer<typeof answerSchema>; scopes: readonly string[] } | { away: Finding };

const ask = async (method: string, token: string, { apiUrl }: SlackSettings, reach: Reach): Promise<Answer> => {
  try {
    const answer = await fetch(new URL(method, apiUrl ?? API), {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(reach.timeout),
    });
    reach.onTime('Slack', answer.headers.get('date'));
    const read = answerSchema.safeParse(await answer.json().catch(() => null));
    if (read.success)
      return {
        said: read.data,
        scopes: (answer.headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim()),
      };
    return {
      away: fail(`Slack answered ${answer.status} and nothing to read. Try again; is there a proxy in between?`),
    };
  } catch (error) {
    return {
      away: fail(
        `Slack cannot be reached, because ${fetchFaultInWords(error)}. Let this machine out to https://slack.com.`,
      ),
    };
  }
};
