import type { AccountsDeps } from '../accounts/deps.ts';
import type { PersonId } from '../ids.ts';
import type { TakeOutDeps } from '../keeping/take-out.ts';
import type { Outbox } from '../messages/outbox.ts';
import type { Replying } from '../messages/owed.ts';
import type { StuckMessages } from '../messages/stuck.ts';
import type { NudgeDeps } from '../nudges/deps.ts';
import type { PeopleReply } from '../people/notice.ts';
import type { ClosedDays } from '../time/closed-days.ts';
import type { AccessLogNotice } from './access-log.ts';
import type { AdminNotice } from './notice.ts';

/** Signed links to the set-up page. */
interface SetUpLinks {
  /** A link for this admin. It works once and expires soon. Null in the sandbox, which has nothing to set up. */
  setUp(admin: PersonId): string | null;
}

/** Dependencies of the admin views and actions. */
export type AdminDeps = AccountsDeps &
  Pick<TakeOutDeps, 'casesWithWords' | 'storyOfCase' | 'draftsOfCase' | 'examplesOfCase' | 'cardsAbout'> &
  Pick<NudgeDeps, 'runs' | 'runOutcomes' | 'teamChannels'> & {
    closedDays: ClosedDays;
    outbox: Outbox<Replying<AdminNotice | AccessLogNotice | PeopleReply>>;
    stuckMessages: Pick<StuckMessages, 'stuck'>;
    links: SetUpLinks;
  };
