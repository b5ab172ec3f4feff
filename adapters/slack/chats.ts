import { type Once, openOnce } from '../chat/say-once.ts';
import type { Database } from '../store/collection.ts';
import { FILLED } from '../store/fence.ts';

/** The channel of a person's own chat with Sammen. */
type Chat = { _id: string; channel: string };

/** Kept in the store, because a restart must not end proactive messages. */
export type Chats = {
  get(user: string): Promise<string | null>;
  /** Writes only when the channel has changed. */
  keep(user: string, channel: string): Promise<void>;
  forget(user: string): Promise<void>;
  once: Once;
};

export const openChats = async (database: Database): Promise<Chats> => {
  const chats = await database.collection<Chat>('slackChats', [], { channel: FILLED });
  return {
    get: async (user) => (await chats.get(user))?.channel ?? null,
    keep: async (user, channel) => {
      const kept = await chats.get(user);
      if (kept === null && (await chats.insert({ _id: user, channel }))) return;
      if (kept?.channel !== channel) await chats.update({ _id: user }, { $set: { channel } });
    },
    forget: async (user) => {
      await chats.remove({ _id: user });
    },
    once: await openOnce(database, 'slackSaid'),
  };
};
