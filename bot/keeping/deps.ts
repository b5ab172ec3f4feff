import type { CaseDeps } from '../cases/deps.ts';
import type { CaseSaying } from '../cases/saying.ts';
import type { Outbox } from '../messages/outbox.ts';
import type { StoryDeps } from '../stories/deps.ts';
import type { CardsAbout, ExpiredCases, ExpiredDrafts, ExpiredMeetings, ExpiredMessages, OwnChats } from './port.ts';

/** What retention depends on. */
export type KeepingDeps = Pick<CaseDeps, 'cases' | 'goneCases' | 'clock' | 'organisation'> &
  Pick<StoryDeps, 'stories'> & {
    outbox: Outbox<CaseSaying>;
    expiredCases: ExpiredCases;
    expiredDrafts: ExpiredDrafts;
    expiredMeetings: ExpiredMeetings;
    expiredMessages: ExpiredMessages;
    cardsAbout: CardsAbout;
    ownChats: OwnChats;
  };
