import type { KeepingDeps } from '../bot/keeping/deps.ts';
import type { Store } from './open-store.ts';

/** Retention's ports to the store, for the running Sammen and for the command `retention`. */
export const keepingPorts = ({ cases, goneCases, expired, posts, stories, deliveries }: Store) =>
  ({
    cases,
    goneCases,
    expiredCases: goneCases,
    expiredDrafts: expired.drafts,
    expiredMeetings: expired.meetings,
    expiredMessages: expired.messages,
    cardsAbout: posts,
    stories,
    outbox: deliveries,
  }) satisfies Partial<KeepingDeps>;
