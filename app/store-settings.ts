import type { Config, Environment } from './config.ts';
import { givenIn } from './given.ts';
import { isSandbox } from './sandbox-setting.ts';

/** Which store a command writes to, by the same rule as `start`. It needs none of the settings of a running Sammen. */
export const storeSettings = (env: Environment): Pick<Config, 'sandbox' | 'dataDir' | 'mongodbUri'> => {
  const given = givenIn(env);
  return { sandbox: isSandbox(given), dataDir: given('DATA_DIR') ?? './data', mongodbUri: given('MONGODB_URI') };
};
