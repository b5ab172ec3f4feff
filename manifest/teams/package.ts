import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';

/** What is different in every installation. */
export type Identity = {
  /** The bot's id: a GUID, from its registration. */
  appId: string;
  publicUrl: string;
  organisation: string;
  /** Three numbers. Teams takes a package for one that it has only with a higher version; ours where it is left out. */
  version?: string;
};

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Why Teams would not take a package with this identity, a sentence each with its mend. */
export const faultsOfIdentity = ({ appId, publicUrl }: Identity): string[] => [
  ...(GUID.test(appId)
    ? []
    : ['MicrosoftAppId is no GUID. Copy it from the bot’s registration: 8-4-4-4-12 letters and digits.']),
  ...(publicUrl.length + LONGEST_PATH <= MAX_ADDRESS_LENGTH
    ? []
    : [
        `PUBLIC_URL is too long for Teams. Give an address of at most ${MAX_ADDRESS_LENGTH - LONGEST_PATH} characters.`,
      ]),
];

/** In characters (the manifest's schema, `developer.privacyUrl`). */
const MAX_ADDRESS_LENGTH = 2048;
const LONGEST_PATH = '/privacy'.length;

const PLACEHOLDER = { appId: '00000000-0000-0000-0000-000000000000', publicUrl: 'https://sammen.example.dk' };
const MAX_DEVELOPER_LENGTH = 32;

const file = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));

/** The manifest with the app's own id and address instead of the placeholders. */
const fillManifest = ({ appId, publicUrl, organisation, version }: Identity): Record<string, unknown> => {
  const text = file('manifest.json').toString('utf8');
  const manifest = JSON.parse(
    text
      .replaceAll(PLACEHOLDER.appId, appId.toLowerCase())
      .replaceAll(PLACEHOLDER.publicUrl, publicUrl.replace(/\/$/, '')),
  );
  return {
    ...manifest,
    ...(version === undefined ? {} : { version }),
    developer: { ...manifest.developer, name: organisation.slice(0, MAX_DEVELOPER_LENGTH) },
    validDomains: [new URL(publicUrl).host],
  };
};

/** The app package for Teams, which wants the files at the top of the zip. The same input gives the same bytes. */
export const packTeamsApp = (identity: Identity): Uint8Array =>
  zipSync(
    {
      'manifest.json': Buffer.from(`${JSON.stringify(fillManifest(identity), null, 2)}\n`),
      'en.json': file('en.json'),
      'color.png': file('color.png'),
      'outline.png': file('outline.png'),
    },
    { mtime: '2026-01-01T00:00:00' },
  );

export const UNNAMED: Omit<Identity, 'organisation'> = PLACEHOLDER;
