import type { AccountsDeps } from './accounts/deps.ts';
import type { AdminDeps } from './admin/deps.ts';
import type { AdoptionDeps } from './adoption/deps.ts';
import type { CaseDeps } from './cases/deps.ts';
import type { DraftDeps } from './drafts/deps.ts';
import type { KeepingDeps } from './keeping/deps.ts';
import type { Outbox } from './messages/outbox.ts';
import type { SentMessages } from './messages/sent-messages.ts';
import type { Saying } from './notices.ts';
import type { NudgeDeps } from './nudges/deps.ts';
import type { PeopleDeps } from './people/deps.ts';
import type { SealDeps } from './seal.ts';
import type { StoryDeps } from './stories/deps.ts';

export type Links = Deps['links'];

/** Everything the bot depends on: ports, and the municipality's own data. */
export type Deps = PeopleDeps &
  CaseDeps &
  DraftDeps &
  StoryDeps &
  NudgeDeps &
  AdoptionDeps &
  AccountsDeps &
  AdminDeps &
  KeepingDeps &
  SealDeps & { outbox: Outbox<Saying>; sentMessages: SentMessages<Saying> };
