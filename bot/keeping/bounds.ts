import { DateTime } from 'luxon';
import { CALENDAR_FILE_DAYS } from '../cases/calendar-talk.ts';
import { MAX_DAYS_AFTER_CLOSING } from '../cases/checks.ts';
import type { Organisation } from '../organisation.ts';
import { DAY } from '../time/units.ts';

/** How long a case is kept after its end, where `retention` in organisation.json does not say. */
const DEFAULT_CASE_TEXT_MONTHS = 12;

/** No platform repeats a press after this time. */
const RECEIPT_DAYS = 14;
/** Codes expire within minutes. Until this time has passed, a press on an old card is still answered properly. */
const LINK_DAYS = 1;
/** The log of access, and of what admins did (docs/rules.md, "Log of access"). */
const ACCESS_LOG_DAYS = 365;
/** What is left of a draft that is over says where its lines went, for whoever edits one of them. */
const DRAFT_DAYS = 60;
/** A sent message says which case an answer in its thread belongs to. */
const MESSAGE_DAYS = 60;
/** The sandbox's chats, which Teams or Slack would keep. Half a year can be tried out in one. */
const CHAT_DAYS = 180;
/** The cards of a case that went have been changed by then, or cannot be. */
const CARD_DAYS = 1;

/** Until which moment what ended, or was made, is kept no longer (docs/rules.md, "What is kept how long"). */
export type Bounds = {
  cases: Date;
  drafts: Date;
  messages: Date;
  chats: Date;
  receipts: Date;
  linkRequests: Date;
  accessLog: Date;
  cards: Date;
  talks: Date;
};

export const caseTextMonths = ({ retention }: Pick<Organisation, 'retention'>): number =>
  retention?.caseTextMonths ?? DEFAULT_CASE_TEXT_MONTHS;

/** Nothing that may quote a case outlives it. A case that can still be opened again stays, also in a short month. */
export const boundsAt = (now: Date, organisation: Pick<Organisation, 'retention' | 'timeZone'>): Bounds => {
  const ago = (days: number): Date => new Date(now.getTime() - days * DAY);
  const months = DateTime.fromJSDate(now, { zone: organisation.timeZone })
    .minus({ months: caseTextMonths(organisation) })
    .toJSDate();
  const cases = earlier(months, new Date(ago(MAX_DAYS_AFTER_CLOSING).getTime() - 1));
  return {
    cases,
    drafts: later(ago(DRAFT_DAYS), cases),
    messages: later(ago(MESSAGE_DAYS), cases),
    chats: later(ago(CHAT_DAYS), cases),
    receipts: ago(RECEIPT_DAYS),
    linkRequests: ago(LINK_DAYS),
    accessLog: ago(ACCESS_LOG_DAYS),
    cards: ago(CARD_DAYS),
    talks: ago(CALENDAR_FILE_DAYS),
  };
};

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
const later = (a: Date, b: Date): Date => (a > b ? a : b);
