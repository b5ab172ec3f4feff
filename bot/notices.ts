import type { AccountsReply, LinkCodeNotice, LinkCodeSaying } from './accounts/notice.ts';
import type { AccessLogNotice } from './admin/access-log.ts';
import type { AdminNotice } from './admin/notice.ts';
import type { ReportNotice } from './adoption/notice.ts';
import type { CaseNotice, CaseReply, StuckCaseNotice } from './cases/notice.ts';
import type { CaseDebt } from './cases/saying.ts';
import type { SettleSaying } from './delivery/settling.ts';
import type { DraftNotice, DraftReply, DraftSaying } from './drafts/notice.ts';
import type { Replying } from './messages/owed.ts';
import type { NudgeNotice, NudgeReply, NudgeSaying, TeamNotice, TeamSaying } from './nudges/notice.ts';
import type { PeopleReply } from './people/notice.ts';
import type { MeetingNotice, StoryNotice, StoryReply } from './stories/notice.ts';
import type { StoryDebt } from './stories/saying.ts';
import type { TalkReply } from './talk/notice.ts';

/** What a message in the outbox is about. The text is composed on delivery. */
export type Saying =
  | CaseDebt
  | SettleSaying
  | DraftSaying
  | StoryDebt
  | NudgeSaying
  | TeamSaying
  | LinkCodeSaying
  | Replying<Reply>;

/** Short answers, complete in themselves and stored unchanged until delivered. */
export type Reply =
  | TalkReply
  | DraftReply
  | StoryReply
  | CaseReply
  | PeopleReply
  | NudgeReply
  | AccountsReply
  | AdminNotice
  | AccessLogNotice
  | ReportNotice;

/** Everything Sammen can say, as unformatted data. `cards/` turns a notice into text. */
export type Notice =
  | CaseNotice
  | StuckCaseNotice
  | DraftNotice
  | StoryNotice
  | MeetingNotice
  | NudgeNotice
  | TeamNotice
  | LinkCodeNotice
  | Reply;
