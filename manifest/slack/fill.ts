import { readFileSync } from 'node:fs';

/** How Slack reaches Sammen: at its address, or through a socket that Sammen opens. */
export type Reached = { publicUrl: string } | 'socket';

const PLACEHOLDER = 'https://sammen.example.dk';

/** The manifest that an administrator gives to Slack. With socket mode it has no addresses, since Slack refuses them. */
export const fillSlackManifest = (reached: Reached): Record<string, unknown> => {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', import.meta.url), 'utf8'));
  if (reached === 'socket') return { ...withoutAddresses(manifest), settings: socketSettings(manifest.settings) };
  return JSON.parse(JSON.stringify(manifest).replaceAll(PLACEHOLDER, reached.publicUrl.replace(/\/$/, '')));
};

export const UNNAMED: Reached = { publicUrl: PLACEHOLDER };

const ADDRESSES = new Set(['url', 'request_url', 'message_menu_options_url']);

const withoutAddresses = (manifest: object): object =>
  JSON.parse(JSON.stringify(manifest, (key, value) => (ADDRESSES.has(key) ? undefined : value)));

const socketSettings = (settings: object): object => ({ ...withoutAddresses(settings), socket_mode_enabled: true });
