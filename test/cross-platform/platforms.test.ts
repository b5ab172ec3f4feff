import assert from 'node:assert/strict';
import { openChat } from '../../adapters/sandbox/chat.ts';
import { openChats } from '../../adapters/slack/chats.ts';
import type { Database } from '../../adapters/store/collection.ts';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { openReferences } from '../../adapters/teams/references.ts';
import { chatAccountsIn } from '../../app/platforms/chat-accounts.ts';
import { PLATFORM_LIMITS } from '../../app/platforms/limits.ts';
import { personId } from '../../bot/ids.ts';
import { PLATFORMS, type Platform } from '../../bot/platform.ts';
import { TUESDAY } from '../support/fixtures/builders.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

/** Stores something about an account on each platform, and checks whether it is still stored. */
type Keeping = { keep(id: string): Promise<void>; has(id: string): Promise<boolean> };

const KEEPING: Record<Platform, (database: Database) => Promise<Keeping>> = {
  sandbox: async (database) => {
    const chat = await openChat(database);
    chat.stop();
    const line = { at: TUESDAY, from: 'me' as const, text: 'hej', card: null, neutral: null, rev: null };
    return {
      keep: (id) => chat.put({ ...line, _id: `line of ${id}`, person: personId(id) }, false),
      has: async (id) => (await chat.messages(personId(id), 0)).length > 0,
    };
  },
  teams: async (database) => {
    const references = await openReferences(database);
    const where = { conversation: 'a:1', serviceUrl: 'https://smba.example', channel: 'msteams', bot: '28:b' };
    const details = { tenant: null, locale: null, timeZone: null, installed: true };
    return {
      keep: (id) => references.keep({ _id: id, user: id, ...where, ...details }),
      has: async (id) => (await references.get(id)) !== null,
    };
  },
  slack: async (database) => {
    const chats = await openChats(database);
    return { keep: (id) => chats.keep(id, 'D1'), has: async (id) => (await chats.get(id)) !== null };
  },
};

describe('every platform', () => {
  for (const platform of PLATFORMS) {
    it(`deletes one account and no other: ${platform}`, () =>
      inTempFolder(async (folder) => {
        const database = await openEmbedded(folder);
        try {
          const { keep, has } = await KEEPING[platform](database);
          await keep('anna');
          await keep('bo');
          await chatAccountsIn(database).forget({ platform, id: 'anna' });
          assert.deepEqual([await has('anna'), await has('bo')], [false, true]);
        } finally {
          await database.close();
        }
      }));
  }

  it('has its own rate limit, if any', () => {
    assert.deepEqual(PLATFORM_LIMITS, { teams: 30, slack: 8 });
  });
});
