import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadContent } from '../app/content/load-content.ts';
import { faultInWords } from '../app/fault-in-words.ts';
import { fillSlackManifest, UNNAMED as UNNAMED_SLACK } from './slack/fill.ts';
import { packTeamsApp, UNNAMED } from './teams/package.ts';

/** `npm run manifest` makes the app package to upload to Teams and the app manifest for Slack. */
const { MicrosoftAppId, PUBLIC_URL, ORGANISATION_FILE, SLACK_APP_TOKEN } = process.env;
const write = (name: string, content: Uint8Array | string): void => {
  const out = fileURLToPath(new URL(name, import.meta.url));
  writeFileSync(out, content);
  process.stdout.write(`${out}\n`);
};

const make = (): void => {
  const { organisation } = loadContent({ organisationFile: ORGANISATION_FILE || null, contentDir: null });
  write(
    'sammen-teams.zip',
    packTeamsApp({
      appId: MicrosoftAppId || UNNAMED.appId,
      publicUrl: PUBLIC_URL || UNNAMED.publicUrl,
      organisation: organisation.name,
    }),
  );
  const reached = SLACK_APP_TOKEN ? 'socket' : PUBLIC_URL ? { publicUrl: PUBLIC_URL } : UNNAMED_SLACK;
  write('sammen-slack.json', `${JSON.stringify(fillSlackManifest(reached), null, 2)}\n`);

  if (!MicrosoftAppId || !PUBLIC_URL) {
    process.stderr.write(
      'Give MicrosoftAppId and PUBLIC_URL for a package that Teams takes; this one has invented ones.\n',
    );
  }
  if (!ORGANISATION_FILE) {
    process.stderr.write(
      'Give ORGANISATION_FILE for packages that name your municipality; these name an invented one.\n',
    );
  }
  if (reached === UNNAMED_SLACK) {
    process.stderr.write('Give PUBLIC_URL, or SLACK_APP_TOKEN for socket mode, for a manifest that Slack takes.\n');
  }
};

try {
  make();
} catch (error) {
  process.stderr.write(`${faultInWords(error)}\n`);
  process.exitCode = 1;
}
