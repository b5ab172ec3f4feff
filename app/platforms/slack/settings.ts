import type { SlackSettings } from '../../../adapters/slack/create-slack-adapter.ts';
import type { Given } from '../../settings/given.ts';

const NAMES = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'] as const;
/** What the tokens begin with; a signing secret has no beginning of its own. */
const KINDS = [
  { begins: 'xoxb-', name: 'SLACK_BOT_TOKEN' },
  { begins: 'xapp-', name: 'SLACK_APP_TOKEN' },
] as const;
const OR_REMOVE = 'or take the other Slack settings out';

export const isSlackGiven = (given: Given): boolean => NAMES.some((name) => given(name) !== null);

/**
 * Slack's settings, under Slack's own names; null when none is set. An incomplete set is a fault; faults hold no
 * values.
 */
export const slackSettings = (given: Given, faults: string[]): SlackSettings | null => {
  if (!isSlackGiven(given)) return null;
  const [botToken, signingSecret, appToken] = NAMES.map(given);
  const apiUrl = given('SLACK_API_URL');
  const fault = (text: string) => faults.push(`Slack is half set: ${text}`);
  if (!botToken) fault(`SLACK_BOT_TOKEN is missing. Add it, ${OR_REMOVE}.`);
  if (!signingSecret && !appToken)
    fault('SLACK_SIGNING_SECRET is missing. Add it, or SLACK_APP_TOKEN for socket mode.');
  for (const name of NAMES) {
    const value = given(name) ?? '';
    // Tokens go into a header. A signing secret is only a key, and any text is one.
    if (name !== 'SLACK_SIGNING_SECRET' && !/^[\x21-\x7e]*$/.test(value))
      faults.push(`${name} holds a space or a letter that no token has. Copy it again from the app's page.`);
    const belongs = KINDS.find(({ begins }) => value.startsWith(begins))?.name ?? name;
    if (belongs !== name) faults.push(`${name} holds what is a ${belongs}. Put it there, and the right one here.`);
  }
  if (apiUrl !== null && !(URL.canParse(apiUrl) && /^https?:$/.test(new URL(apiUrl).protocol)))
    faults.push('SLACK_API_URL is no address. Leave it out: it is for tests.');
  return {
    botToken: botToken ?? '',
    // With both, socket mode wins: it has no route whose requests need a signature.
    receiver: appToken ? { kind: 'socket', appToken } : { kind: 'http', signingSecret: signingSecret ?? '' },
    apiUrl,
  };
};
