import type { PersonId } from '../ids.ts';
import type { AgentsToChoose } from '../people/agents-to-choose.ts';
import type { Person } from '../people/person.ts';
import type { Masked } from '../privacy/mask.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { CalendarLinks } from './port.ts';
import type { WarningView } from './view-types.ts';

/** What a view is made from, besides the case: the people in it, the clock, and where a worry belongs. */
export type ViewContext = {
  now: Date;
  time: WorkingTime;
  links: CalendarLinks;
  /** Undefined for erased people. */
  person(id: PersonId): Person | undefined;
  /** Who reads the card. */
  reader: PersonId;
  /** The asker's managers, and the agents whom the asker does not want asked: for the asker's card alone. */
  strangers: ReadonlySet<PersonId>;
  /** The agents whom the reader may choose from. */
  colleagues: AgentsToChoose;
  warn(text: Masked): WarningView | null;
  /** The units to choose from; null when the reader is not asked for theirs. */
  units: readonly string[] | null;
};

/**
 * What a message shows: the turns from `from` up to `to`, where a newer message takes over, and its news. A card that is
 * updated keeps its news until something else has happened: `events` is how many things had happened by then.
 */
export type Window = { from: number; to?: number; news?: { why: string; events?: number } | undefined };
