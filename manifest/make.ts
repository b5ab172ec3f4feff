import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadContent } from '../app/content.ts';
import { packTeamsApp, UNNAMED } from './teams/package.ts';

/** `npm run manifest`: the package that an administrator uploads to Teams. */
const { MicrosoftAppId, PUBLIC_URL, ORGANISATION_FILE } = process.env;
const out = fileURLToPath(new URL('sammen-teams.zip', import.meta.url));
const { organisation } = loadContent(ORGANISATION_FILE || null);
writeFileSync(
  out,
  packTeamsApp({
    appId: MicrosoftAppId || UNNAMED.appId,
    publicUrl: PUBLIC_URL || UNNAMED.publicUrl,
    organisation: organisation.name,
  }),
);
process.stdout.write(`${out}\n`);
if (!MicrosoftAppId || !PUBLIC_URL) {
  process.stderr.write(
    'Give MicrosoftAppId and PUBLIC_URL for a package that Teams takes; this one has invented ones.\n',
  );
}
