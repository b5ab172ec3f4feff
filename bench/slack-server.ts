import bolt from '@slack/bolt';
import restify from 'restify';
import { createPersonLimit } from '../app/platforms/person-limit.ts';
import { SIGNING_SECRET, TOKEN } from '../test/slack/support/names.ts';
import { openSlackServer } from '../test/slack/support/slack-server.ts';
import { openTestBot } from '../test/support/fixtures/bot-on-store.ts';

/** One of the two bots that are compared, in its own process: `echo` or `sammen`. */
const [kind = '', apiUrl = ''] = process.argv.slice(2);

/** The smallest possible bot on restify and bolt. */
const openEcho = async (): Promise<string> => {
  const receiver = new bolt.HTTPReceiver({ signingSecret: SIGNING_SECRET, processBeforeResponse: true });
  const app = new bolt.App({
    receiver,
    token: TOKEN,
    deferInitialization: true,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
  });
  app.message(async ({ message, say }) => {
    await say('text' in message && message.text ? message.text : '');
  });
  await app.init();
  const server = restify.createServer();
  server.post('/slack/events', (request, response, _next) => {
    receiver.requestListener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
};

const openSammen = async (): Promise<string> =>
  (await openSlackServer(await openTestBot([]), { apiUrl, onFault: console.error, isTooFast: createPersonLimit() }))
    .url;

process.send?.(await (kind === 'echo' ? openEcho() : openSammen()));
