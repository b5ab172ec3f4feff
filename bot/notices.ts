import type { AdminNotice } from './admin/notice.ts';
import type { ReportNotice } from './adoption/notice.ts';
import type { CaseNotice, CaseReply, CaseSaying } from './cases/notice.ts';
import type { DraftNotice, DraftSaying } from './drafts/notice.ts';
import type { LinkCodeNotice, LinkCodeSaying, LivesReply } from './lives/notice.ts';
import type { Replying } from './messages/owed.ts';
import type { NudgeNotice, NudgeReply, NudgeSaying, TeamNotice, TeamSaying } from './nudges/notice.ts';
import type { PeopleReply } from './people/notice.ts';
import type { TalkReply } from './talk/notice.ts';

/** What a message is about, as it is owed. */
export type Saying = CaseSaying | DraftSaying | NudgeSaying | TeamSaying | LinkCodeSaying | Replying<Reply>;

/** Short answers that stand for themselves and are kept as they are until delivered. */
export type Reply = TalkReply | CaseReply | PeopleReply | NudgeReply | LivesReply | AdminNotice | ReportNotice;

/** Everything Sammen may say, as data. Cards turn a notice into words; nothing here is formatted. */
export type Notice = CaseNotice | DraftNotice | NudgeNotice | TeamNotice | LinkCodeNotice | Reply;
