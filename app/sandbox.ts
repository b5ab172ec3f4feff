import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';
import type { Channel } from '../adapters/chat/channel.ts';
import { resumeLines, type SandboxDeps, sandboxApi } from '../adapters/sandbox/api.ts';
import { openChat } from '../adapters/sandbox/chat.ts';
import { pageRoutes, streamRoute } from '../adapters/sandbox/page-routes.ts';
import { createSandboxChannel } from '../adapters/sandbox/sandbox-channel.ts';
import { openSandboxClock, type SandboxClock } from '../adapters/sandbox/sandbox-clock.ts';
import { slackPreviewRoute } from '../adapters/sandbox/slack-preview.ts';
import type { Database } from '../adapters/store/collection.ts';
import type { Route } from '../adapters/web/route.ts';
import type { Bot } from '../bot/conversation/bot.ts';
import { ownPhones } from '../bot/organisation.ts';
import { createWorkingTime } from '../bot/time/working-time.ts';
import { createCards } from '../cards/create-cards.ts';
import { type Content, loadDemoPeople } from './content.ts';
import type { Store } from './open-store.ts';

export type Sandbox = {
  clock: SandboxClock;
  channel: Channel;
  /** Deals with lines that a process which died had taken in. */
  resume(bot: Bot, onFault: (error: unknown) => void): Promise<void>;
  routes(parts: Pick<SandboxDeps, 'bot' | 'jobs' | 'flush' | 'drain'>): Route[];
  stop(): void;
};

/** The made-up workplace: its people, its chats, its clock and its page. */
export const openSandbox = async (content: Content, database: Database, { people }: Store): Promise<Sandbox> => {
  const { organisation } = content;
  const changes = new EventEmitter<{ changed: ['clock' | 'people'] }>();
  changes.setMaxListeners(0);
  const changed = (what: 'clock' | 'people') => void changes.emit('changed', what);
  // Whoever starts it at night would see nothing happen: a new sandbox begins in working hours.
  const clock = await openSandboxClock(database, createWorkingTime(organisation).nextOpen, () => changed('clock'));
  if ((await people.all()).length === 0) for (const person of loadDemoPeople(organisation)) await people.add(person);
  const chat = await openChat(database);
  const cards = createCards({ timeZone: organisation.timeZone, principles: content.principles });
  return {
    clock,
    channel: createSandboxChannel(chat, clock.now),
    resume: (bot, onFault) => resumeLines({ bot, chat, people, onFault }),
    stop: () => {
      clock.stop();
      chat.stop();
    },
    routes: ({ bot, jobs, flush, drain }) => {
      // What was held until now may go; whoever moved the clock does not wait for it.
      changes.on('changed', (what) => {
        if (what === 'clock') void flush().catch(() => undefined);
      });
      return [
        ...sandboxApi({
          bot,
          people,
          chat,
          clock,
          cards,
          language: organisation.language,
          timeZone: organisation.timeZone,
          phones: ownPhones(organisation),
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
    },
  };
};

const pageFiles = (): string[] => readdirSync(new URL('../adapters/sandbox/page/', import.meta.url));
