import type { Config, Environment } from './config.ts';

/** Which store a command writes to, by the same rule as `start`, without what only a running Sammen needs. */
export const storeSettings = (env: Environment): Pick<Config, 'sandbox' | 'dataDir' | 'mongodbUri'> => {
  const given = (name: string): string | null => env[name]?.trim() || null;
  const mongodbUri = given('MONGODB_URI');
  const isReal = mongodbUri !== null || given('MicrosoftAppId') !== null || given('SLACK_BOT_TOKEN') !== null;
  return {
    sandbox: (given('SANDBOX') ?? (isReal ? 'off' : 'on')) === 'on',
    dataDir: given('DATA_DIR') ?? './data',
    mongodbUri,
  };
};
