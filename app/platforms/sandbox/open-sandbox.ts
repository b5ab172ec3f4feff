import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';
import { resumeLines, sandboxApi } from '../../../adapters/sandbox/api.ts';
import { openChat } from '../../../adapters/sandbox/chat.ts';
import { pageRoutes, streamRoute } from '../../../adapters/sandbox/page-routes.ts';
import { createSandboxChannel } from '../../../adapters/sandbox/sandbox-channel.ts';
import { openSandboxClock } from '../../../adapters/sandbox/sandbox-clock.ts';
import { slackPreviewRoute } from '../../../adapters/sandbox/slack-preview.ts';
import { createWorkingTime } from '../../../bot/time/working-time.ts';
import { createCards } from '../../../cards/create-cards.ts';
import { fillSandbox } from '../../demo/fill-sandbox.ts';
import type { Ground, OpenPlatform } from '../platform-module.ts';

/** The made-up workplace: its people, its chats, its clock and its page. */
export const openSandbox = async ({ content, database, store: { people, stories } }: Ground): Promise<OpenPlatform> => {
  const { organisation, publicNumbers } = content;
  const changes = new EventEmitter<{ changed: ['clock' | 'people'] }>();
  changes.setMaxListeners(0);
  const changed = (what: 'clock' | 'people') => void changes.emit('changed', what);
  // A new sandbox begins in working hours; started at night, nothing would happen in it.
  const clock = await openSandboxClock(database, createWorkingTime(organisation).nextOpen, () => changed('clock'));
  if ((await people.all()).length === 0) await fillSandbox(content, clock.now(), { people, stories });
  const chat = await openChat(database);
  const cards = createCards({ timeZone: organisation.timeZone, principles: content.principles });
  return {
    clock: clock.now,
    plugIn: async ({ log, deps: { time } }, { bot, jobs, flush, drain }) => {
      // Messages held for later may be due now; the person who moved the clock does not wait for them.
      changes.on('changed', (what) => {
        if (what === 'clock') void flush().catch(() => undefined);
      });
      const routes = [
        ...sandboxApi({
          bot,
          people,
          chat,
          clock,
          time,
          cards,
          organisation,
          publicNumbers,
          jobs,
          flush,
          drain,
          changed,
        }),
        slackPreviewRoute({ chat, people }),
        ...pageRoutes(pageFiles()),
        streamRoute(
          chat,
          (listener) => {
            changes.on('changed', listener);
            return () => changes.off('changed', listener);
          },
          clock.now,
        ),
      ];
      const onFault = (error: unknown) => log.error({ err: error }, 'a line from before could not be heard');
      return {
        channel: createSandboxChannel(chat, clock.now),
        lookAgain: null,
        // Scripts and tests ask as fast as they like; nobody outside this machine reaches it.
        routes: routes.map((route) => ({ ...route, unlimited: true as const })),
        away: () => null,
        start: () => resumeLines({ bot, chat, people, onFault }),
        stop: async () => {
          clock.stop();
          chat.stop();
        },
      };
    },
  };
};

const pageFiles = (): string[] => readdirSync(new URL('../../../adapters/sandbox/page/', import.meta.url));
