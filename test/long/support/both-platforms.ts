import type { FakeSlack } from '../../slack/support/fake-slack.ts';
import { SIGNING_SECRET, TOKEN } from '../../slack/support/names.ts';
import { REAL } from '../../support/fixtures/own-organisation.ts';
import type { Microsoft } from '../../teams/support/microsoft.ts';
import { APP_ID, TENANT } from '../../teams/support/names.ts';

/** The environment of a real program with Slack and Teams, both played by servers on this machine. */
export const bothPlatforms = (slack: FakeSlack, microsoft: Microsoft, dataDir: string) => ({
  ...REAL,
  SLACK_BOT_TOKEN: TOKEN,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_API_URL: slack.url,
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  BotOpenIdMetadata: microsoft.openIdMetadata,
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  LOG_LEVEL: 'error',
});
