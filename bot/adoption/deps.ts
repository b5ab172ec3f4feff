import type { Outbox } from '../messages/outbox.ts';
import type { Replying } from '../messages/owed.ts';
import type { NudgeDeps } from '../nudges/deps.ts';
import type { NewestStories } from '../stories/port.ts';
import type { Noise } from './noise.ts';
import type { ReportNotice } from './notice.ts';
import type {
  CasesToCount,
  Facts,
  Headcounts,
  MessagesOfWeek,
  NudgesToCount,
  Publications,
  ReportLinks,
  Rollups,
  StoriesToCount,
} from './port.ts';
import type { Pseudonyms } from './pseudonym.ts';

/** Dependencies of counting and the report. */
export type AdoptionDeps = Pick<NudgeDeps, 'people' | 'readers' | 'receipts' | 'clock' | 'time'> & {
  cases: CasesToCount;
  nudges: NudgeDeps['nudges'] & NudgesToCount;
  stories: StoriesToCount & Pick<NewestStories, 'newestUnder'>;
  facts: Facts;
  rollups: Rollups & Headcounts & Publications;
  pseudonyms: Pseudonyms;
  noise: Noise;
  outbox: Outbox<Replying<ReportNotice>> & MessagesOfWeek;
  links: ReportLinks;
};
