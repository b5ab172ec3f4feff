import { type Once, openOnce } from '../chat/say-once.ts';
import type { Database } from '../store/collection.ts';
import { type Fence, FILLED } from '../store/fence.ts';

/** Where a person's own chat with Sammen is, or a team's channel, and what Teams has said about their side of it. */
export type Reference = {
  /** Their address (`addressOf`), or the channel's id. */
  _id: string;
  conversation: string;
  /** May change at any time; the newest one holds. */
  serviceUrl: string;
  channel: string;
  bot: string;
  user: string;
  tenant: string | null;
  /** As Teams gives them; turns that Sammen starts itself carry neither. */
  locale: string | null;
  timeZone: string | null;
  /** False once they have removed the app. */
  installed: boolean;
};

/** Kept in the store, for a restart must not end all messages that Sammen sends on its own. */
export type References = {
  get(address: string): Promise<Reference | null>;
  /** Writes only what differs from what is kept. */
  keep(reference: Reference): Promise<void>;
  forget(address: string): Promise<void>;
  once: Once;
};

const FENCE: Fence<Reference> = { conversation: FILLED, serviceUrl: FILLED };

export const openReferences = async (database: Database): Promise<References> => {
  const references = await database.collection<Reference>('teamsReferences', [], FENCE);
  return {
    get: (address) => references.get(address),
    keep: async (reference) => {
      const kept = await references.get(reference._id);
      if (kept === null && (await references.insert(reference))) return;
      const changed = Object.entries(reference).filter(([key, value]) => kept?.[key as keyof Reference] !== value);
      if (changed.length > 0) await references.update({ _id: reference._id }, { $set: Object.fromEntries(changed) });
    },
    forget: async (address) => {
      await references.remove({ _id: address });
    },
    once: await openOnce(database, 'teamsSaid'),
  };
};
