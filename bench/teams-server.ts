import { CloudAdapter } from 'botbuilder';
import {
  AuthenticationConfiguration,
  BotFrameworkAuthenticationFactory,
  AuthenticationConstants as MICROSOFT,
} from 'botframework-connector';
import restify from 'restify';
import { createPersonLimit } from '../app/platforms/person-limit.ts';
import { openTestBot } from '../test/support/fixtures/bot-on-store.ts';
import { openTeamsServer, TestCredentials } from '../test/teams/support/teams-server.ts';

/** One of the two bots that are compared, in its own process: `echo` or `sammen`. */
const [kind = '', openIdMetadata = ''] = process.argv.slice(2);

/** The smallest possible bot on restify and botbuilder. */
const openEcho = async (): Promise<string> => {
  const authentication = BotFrameworkAuthenticationFactory.create(
    '',
    true,
    MICROSOFT.ToChannelFromBotLoginUrl,
    MICROSOFT.ToChannelFromBotOAuthScope,
    MICROSOFT.ToBotFromChannelTokenIssuer,
    MICROSOFT.OAuthUrl,
    openIdMetadata,
    openIdMetadata,
    '',
    new TestCredentials(),
    new AuthenticationConfiguration(),
  );
  const adapter = new CloudAdapter(authentication);
  const server = restify.createServer();
  server.post('/api/messages', restify.plugins.bodyParser(), async (request, response) => {
    await adapter.process(request as unknown as Parameters<CloudAdapter['process']>[0], response, async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(context.activity.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
};

const openSammen = async (): Promise<string> =>
  (await openTeamsServer(await openTestBot([]), openIdMetadata, console.error, { isTooFast: createPersonLimit() })).url;

process.send?.(await (kind === 'echo' ? openEcho() : openSammen()));
