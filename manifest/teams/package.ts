import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';

/** What is different in every installation. */
export type Identity = { appId: string; publicUrl: string; organisation: string };

const PLACEHOLDER = { appId: '00000000-0000-0000-0000-000000000000', publicUrl: 'https://sammen.example.dk' };
const MAX_DEVELOPER_LENGTH = 32;

const file = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));

/** The manifest with the app's own id and address instead of the placeholders. */
const fillManifest = ({ appId, publicUrl, organisation }: Identity): Record<string, unknown> => {
  const text = file('manifest.json').toString('utf8');
  const manifest = JSON.parse(
    text
      .replaceAll(PLACEHOLDER.appId, appId.toLowerCase())
      .replaceAll(PLACEHOLDER.publicUrl, publicUrl.replace(/\/$/, '')),
  );
  return {
    ...manifest,
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
