import { type Seal, sealsNothing } from '../../bot/seal.ts';
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
  /**
   * Whether nothing newer is known of an account; remembers it.
   * @param updated when the account changed, in seconds, by Slack's clock
   */
  isNews(user: string, updated: number): Promise<boolean>;
  once: Once;
};

export const openChats = async (database: Database, seal: Seal = sealsNothing): Promise<Chats> => {
  const chats = await database.collection<Chat>('slackChats', [], { channel: FILLED });
  const accounts = await database.collection<{ _id: string; updated: number }>('slackAccounts', []);
  return {
    get: async (user) => (await chats.get(user))?.channel ?? null,
    keep: async (user, channel) => {
      const kept = await chats.get(user);
      if (kept === null && (await chats.insert({ _id: user, channel }))) return;
      if (kept?.channel !== channel) await chats.update({ _id: user }, { $set: { channel } });
    },
    forget: async (user) => {
      await chats.remove({ _id: user });
      await accounts.remove({ _id: user });
    },
    isNews: async (user, updated) =>
      (await accounts.insert({ _id: user, updated })) ||
      accounts.update({ _id: user, updated: { $lte: updated } }, { $set: { updated } }),
    once: await openOnce(database, 'slackSaid', seal),
  };
};
