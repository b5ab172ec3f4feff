import type { Outbox } from '../messages/outbox.ts';
import type { Replying } from '../messages/owed.ts';
import type { Receipts } from '../presses/receipts.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { PeopleReply } from './notice.ts';
import type { People, PersonChanges } from './port.ts';

/** What the people capability depends on. */
export type PeopleDeps = {
  people: People & PersonChanges;
  receipts: Receipts;
  outbox: Outbox<Replying<PeopleReply>>;
  clock: Clock;
  time: WorkingTime;
};
