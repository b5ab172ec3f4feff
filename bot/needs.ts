import type { Pseudonyms } from './adoption/pseudonym.ts';
import type { Nudge } from './nudges/nudge-library.ts';
import type { TeamQuestion } from './nudges/team/team-question.ts';
import type { Organisation } from './organisation.ts';
import type { Platform } from './people/person.ts';
import type {
  AdminLog,
  Cases,
  ChatAccounts,
  Clock,
  ClosedDays,
  Codes,
  Drafts,
  Facts,
  LinkRequests,
  Links,
  Nudges,
  Outbox,
  People,
  Readers,
  Receipts,
  Rollups,
  Runs,
  StandingCards,
  TeamChannels,
} from './ports.ts';
import type { WarningWords } from './privacy/warnings.ts';
import type { Classification } from './routing/classify.ts';
import type { WorkingTime } from './time/working-time.ts';

/** What the bot is made of: ports to the world, and the municipality's own data. */
export type Needs = {
  cases: Cases;
  drafts: Drafts;
  people: People;
  receipts: Receipts;
  facts: Facts;
  rollups: Rollups;
  pseudonyms: Pseudonyms;
  adminLog: AdminLog;
  closedDays: ClosedDays;
  nudges: Nudges;
  readers: Readers;
  runs: Runs;
  teamChannels: TeamChannels;
  outbox: Outbox;
  standingCards: StandingCards;
  chatAccounts: ChatAccounts;
  linkRequests: LinkRequests;
  codes: Codes;
  links: Links;
  /** Where Sammen is. */
  platforms: readonly Platform[];
  clock: Clock;
  time: WorkingTime;
  organisation: Organisation;
  warningWords: WarningWords;
  /** The municipality's own nudges. */
  library: readonly Nudge[];
  teamQuestions: readonly TeamQuestion[];
  classify: (text: string) => Classification;
};
