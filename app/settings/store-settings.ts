import type { Secrets } from '../../adapters/store/store-keys.ts';
import type { Config, Environment } from './config.ts';
import { givenIn } from './given.ts';
import { isSandbox } from './sandbox-setting.ts';

/** The secrets that the ids of a store are made with, where they are given. */
export const secretsOf = (env: Environment): Secrets => {
  const given = givenIn(env);
  return {
    secret: given('SECRET'),
    secretPrevious: given('SECRET_PREVIOUS'),
    anonymityKey: given('ANONYMITY_KEY'),
  };
};

/** Which store a command writes to, by the same rule as `start`. It needs none of the settings of a running Sammen. */
export const storeSettings = (env: Environment): Pick<Config, 'sandbox' | 'dataDir' | 'mongodbUri'> => {
  const given = givenIn(env);
  return { sandbox: isSandbox(given), dataDir: given('DATA_DIR') ?? './data', mongodbUri: given('MONGODB_URI') };
};
