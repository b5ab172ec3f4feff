import { setUpLink } from '../../adapters/web/setup/set-up-routes.ts';
import { createSigner } from '../../adapters/web/signed.ts';
import { readConfig } from '../settings/config.ts';
import type { Work } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Prints a link to the set-up page for whoever has the settings, before anybody can write to Sammen. */
export const setupLink: Work = async (_given, env, terminal) => {
  const { sandbox, secret, publicUrl } = readConfig(env);
  if (sandbox || secret === null || publicUrl === null)
    throw new UsageError(
      'The sandbox has nothing to set up, so it has no set-up page. Give the settings of a real Sammen.',
    );
  terminal.print(setUpLink(createSigner(secret, []), publicUrl, null));
  terminal.note('It works once, within 15 minutes, while Sammen runs.');
};
