import { openOwnChats } from '../../adapters/sandbox/own-chats.ts';
import type { Database } from '../../adapters/store/collection.ts';
import type { ExpiredCounts, OwnChats } from '../../bot/keeping/port.ts';

/** Teams and Slack keep their chats themselves. */
const NONE: OwnChats & Pick<ExpiredCounts, 'countChats'> = {
  forgetBefore: async () => 0,
  countChats: async () => ({ count: 0, oldest: null }),
};

/** The chats that are in this store. */
export const ownChatsIn = async (
  database: Database,
  sandbox: boolean,
): Promise<OwnChats & Pick<ExpiredCounts, 'countChats'>> => (sandbox ? openOwnChats(database) : NONE);
