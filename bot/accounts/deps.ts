import type { AdoptionDeps } from '../adoption/deps.ts';
import type { AdminLog } from '../audit/port.ts';
import type { CaseDeps } from '../cases/deps.ts';
import type { DraftDeps } from '../drafts/deps.ts';
import type { Outbox } from '../messages/outbox.ts';
import type { Replying } from '../messages/owed.ts';
import type { Undelivered } from '../messages/undelivered.ts';
import type { NudgeDeps } from '../nudges/deps.ts';
import type { PersonAccounts, PersonIds } from '../people/port.ts';
import type { Platform } from '../platform.ts';
import type { StoryDeps } from '../stories/deps.ts';
import type { Erasures } from './erasures.ts';
import type { AccountsReply } from './notice.ts';
import type {
  AccountChanges,
  CasesOfPerson,
  ChatAccounts,
  Codes,
  Leftovers,
  LinkRequests,
  LivingCardsOfPerson,
  MessagesOfPerson,
  NudgesOfPerson,
  OwnDataLinks,
} from './port.ts';

/** Dependencies of linking, leaving and erasure, which reach into everything that names a person. */
export type AccountsDeps = Pick<
  CaseDeps,
  'cases' | 'people' | 'roster' | 'accounts' | 'clock' | 'time' | 'organisation'
> &
  Pick<DraftDeps, 'drafts'> &
  Pick<StoryDeps, 'stories'> &
  Pick<NudgeDeps, 'readers' | 'receipts'> &
  Pick<AdoptionDeps, 'facts' | 'rollups' | 'pseudonyms'> & {
    cases: CasesOfPerson & AdoptionDeps['cases'];
    people: AccountChanges & PersonAccounts & PersonIds;
    nudges: NudgesOfPerson & AdoptionDeps['nudges'];
    outbox: Outbox<Replying<AccountsReply>> & MessagesOfPerson;
    undelivered: Undelivered<{ kind: string }>;
    livingCardsOfPerson: LivingCardsOfPerson;
    chatAccounts: ChatAccounts;
    linkRequests: LinkRequests;
    codes: Codes;
    links: OwnDataLinks;
    leftovers: Leftovers;
    erasures: Erasures;
    adminLog: AdminLog;
    /** The platforms Sammen runs on. */
    platforms: readonly Platform[];
  };
