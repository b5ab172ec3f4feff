import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Route } from '../web/route.ts';
import type { Chat, Shown } from './chat.ts';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

const file = (url: URL | string): string => readFileSync(url, 'utf8');

/** Routes for the pages and files in `adapters/sandbox/page`, and for the card renderer from its package. */
export const pageRoutes = (names: readonly string[]): Route[] => {
  const folder = new URL('./page/', import.meta.url);
  const cards = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  const serve = (path: string, read: () => string, type: string): Route => ({
    method: 'get',
    path,
    handle: async () => ({ kind: 'file', status: 200, type, body: read() }),
  });
  return [
    serve('/', () => file(new URL('index.html', folder)), TYPES.html ?? ''),
    serve('/slack-preview', () => file(new URL('slack-preview.html', folder)), TYPES.html ?? ''),
    serve('/sandbox/page/adaptivecards.min.js', () => file(cards), TYPES.js ?? ''),
    ...names.map((name) =>
      serve(
        `/sandbox/page/${name}`,
        () => file(new URL(name, folder)),
        TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain',
      ),
    ),
  ];
};

/** `/sandbox/stream`: sends changes to an open page, so that it need not be reloaded. */
export const streamRoute = (
  chat: Chat,
  onChange: (listener: (what: 'clock' | 'people') => void) => () => void,
  now: () => Date,
): Route => ({
  method: 'get',
  path: '/sandbox/stream',
  handle: async () => ({
    kind: 'events',
    open: (send) => {
      const shown = (message: Shown) => send('message', message);
      chat.events.on('shown', shown);
      const forget = onChange((what) => send(what, what === 'clock' ? { now: now().toISOString() } : {}));
      return () => {
        chat.events.off('shown', shown);
        forget();
      };
    },
  }),
});
