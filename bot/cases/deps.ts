import type { Outbox } from '../messages/outbox.ts';
import type { Organisation } from '../organisation.ts';
import type { People, PeopleSearch, PersonChanges, PersonLookup } from '../people/port.ts';
import type { Platform } from '../platform.ts';
import type { Receipts } from '../presses/receipts.ts';
import type { PublicNumbers } from '../privacy/public-numbers.ts';
import type { WarningWords } from '../privacy/warnings.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { GoneCases } from './gone-case.ts';
import type { CalendarLinks, CaseLists, Cases } from './port.ts';
import type { Roster } from './roster.ts';
import type { CaseSaying } from './saying.ts';

/** What the cases capability depends on. */
export type CaseDeps = {
  cases: Cases & CaseLists;
  goneCases: GoneCases;
  people: People & PersonChanges & PeopleSearch;
  roster: Roster;
  accounts: PersonLookup;
  outbox: Outbox<CaseSaying>;
  receipts: Receipts;
  links: CalendarLinks;
  clock: Clock;
  time: WorkingTime;
  organisation: Organisation;
  /** The platforms Sammen runs on. */
  platforms: readonly Platform[];
  warningWords: WarningWords;
  publicNumbers: PublicNumbers;
};
