import type { Given } from './given.ts';

/** The address of the database; null when it is not set. Adds a fault when it cannot be one. Faults hold no value. */
export const mongodbSetting = (given: Given, faults: string[]): string | null => {
  const uri = given('MONGODB_URI');
  if (uri !== null && !/^mongodb(\+srv)?:\/\/./.test(uri))
    faults.push(
      'MONGODB_URI is no address of MongoDB. Give it whole, such as mongodb://USER:PASSWORD@HOST:27017/sammen.',
    );
  return uri;
};
