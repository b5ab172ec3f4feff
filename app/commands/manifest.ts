import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../adapters/store/embedded/make-folder.ts';
import { fillSlackManifest, UNNAMED as UNNAMED_SLACK } from '../../manifest/slack/fill.ts';
import { faultsOfIdentity, packTeamsApp, UNNAMED } from '../../manifest/teams/package.ts';
import { contentSourcesIn } from '../content/content-sources.ts';
import { givenIn } from '../settings/given.ts';
import { publicUrlSetting } from '../settings/public-url-setting.ts';
import { whyNotWritten } from '../system-error.ts';
import type { Work } from './command.ts';
import { contentFor } from './content-for.ts';
import { UsageError } from './usage-error.ts';

const FOLDER = 0o755;

type Flags = { out?: string; packageVersion?: string };

/** Makes the packages that an administrator gives to Teams and Slack. @throws UsageError before anything is written */
export const manifest: Work<[], Flags> = async ({ options: { out = '.', packageVersion } }, env, terminal) => {
  const given = givenIn(env);
  const content = contentFor(env, terminal);
  const faults: string[] = [];
  const publicUrl = given('PUBLIC_URL') === null ? null : publicUrlSetting(given, false, faults);
  const appId = given('MicrosoftAppId');
  const identity = {
    appId: appId ?? UNNAMED.appId,
    publicUrl: publicUrl ?? UNNAMED.publicUrl,
    organisation: content.organisation.name,
    ...(packageVersion === undefined ? {} : { version: packageVersion }),
  };
  faults.push(...faultsOfIdentity(identity));
  if (faults.length > 0) throw new UsageError(`Nothing was made.\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);

  const isSocket = given('SLACK_APP_TOKEN') !== null;
  const reached = isSocket ? 'socket' : publicUrl === null ? UNNAMED_SLACK : { publicUrl };
  const files = {
    'sammen-teams.zip': packTeamsApp(identity),
    'sammen-slack.json': `${JSON.stringify(fillSlackManifest(reached), null, 2)}\n`,
  };
  for (const [name, made] of Object.entries(files)) {
    const path = join(out, name);
    await write(out, path, made);
    terminal.print(path);
  }
  if (appId === null || publicUrl === null)
    terminal.warn('Give MicrosoftAppId and PUBLIC_URL for a package that Teams takes; this one has invented ones.');
  if (contentSourcesIn(given).organisationFile === null)
    terminal.warn('Give ORGANISATION_FILE for packages that name your municipality; these name an invented one.');
  if (publicUrl === null && !isSocket)
    terminal.warn('Give PUBLIC_URL, or SLACK_APP_TOKEN for socket mode, for a manifest that Slack takes.');
};

const write = async (folder: string, path: string, content: Uint8Array | string): Promise<void> => {
  try {
    await makeFolder(folder, FOLDER);
    await writeFile(path, content);
  } catch (error) {
    const why = whyNotWritten(error);
    if (why === null) throw error;
    throw new UsageError(`${path} ${why} --out names it.`, { cause: error });
  }
};
