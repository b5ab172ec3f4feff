import { type Seal, sealsNothing } from '../../bot/seal.ts';
import { type Once, openOnce } from '../chat/say-once.ts';
import type { Database } from '../store/collection.ts';
import { type Fence, FILLED } from '../store/fence.ts';

/** How to reach a person's own chat with Sammen, or a team's channel. */
export type Reference = {
  /** The person's address (`addressOf`), or the channel's id. */
  _id: string;
  conversation: string;
  /** May change at any time; the latest one applies. */
  serviceUrl: string;
  channel: string;
  bot: string;
  user: string;
  tenant: string | null;
  /** As Teams sent it; proactive turns have no locale of their own. */
  locale: string | null;
  timeZone: string | null;
  /** False once the person has removed the app. */
  installed: boolean;
};

/** Kept in the store, because a restart must not end proactive messages. */
export type References = {
  get(address: string): Promise<Reference | null>;
  /** Writes only the fields that have changed. */
  keep(reference: Reference): Promise<void>;
  forget(address: string): Promise<void>;
  once: Once;
};

const FENCE: Fence<Reference> = { conversation: FILLED, serviceUrl: FILLED };

export const openReferences = async (database: Database, seal: Seal = sealsNothing): Promise<References> => {
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
    once: await openOnce(database, 'teamsSaid', seal),
  };
};
