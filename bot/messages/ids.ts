import {
  type CaseId,
  type DeliveryId,
  deliveryId,
  type NudgeId,
  type PersonId,
  type StoryId,
  type TeamChannelId,
} from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Week } from '../time/iso-week.ts';
import type { Principle } from '../words.ts';
import { ONCE_IN_A_LIFETIME } from './once-in-a-lifetime.ts';

// The register of message ids: each kind of message is named here and nowhere else, so that no two kinds share an id.
// Stores hold these strings. A changed form would send a message again that was relayed under its old id.

// Logs name messages, so no id tells which case is whose: an id that names a case is not made of a person. Whatever else an id is made of is
// random or sealed (`bot/seal.ts`).

// One for each thing a person did. `receipt` and `heard` are the seal of the press or of the message.

/** The short answer to a press. */
export const pressReplyId = (receipt: string): DeliveryId => deliveryId(`p${receipt}`);
/** The short answer to a written message. */
export const wordReplyId = (heard: string): DeliveryId => deliveryId(`r${heard}`);
/** The short answer to an edit or a deletion. `changed`: its fingerprint. */
export const changedReplyId = (changed: string): DeliveryId => deliveryId(`e${changed}`);
/** Tells a person what was hidden in the words they sent with a press. */
export const noticedId = (receipt: string): DeliveryId => deliveryId(`noticed.${receipt}`);
/** The card that `show-case` asked for. */
export const shownCaseId = (receipt: string): DeliveryId => deliveryId(`s${receipt}`);
/** The help in the language that was just chosen. */
export const languageReplyId = (receipt: string): DeliveryId => deliveryId(`l${receipt}`);
/** The goodbye to somebody who presses while they are being erased. */
export const pressAfterGoodbyeId = (receipt: string): DeliveryId => deliveryId(`f${receipt}`);
/** The card of somebody whose press the case no longer allows, or that is kept no longer. */
export const refreshedCaseId = (receipt: string): DeliveryId => deliveryId(`c${receipt}`);
/** Tells a person that an admin made them an agent. */
export const nowAgentId = (receipt: string): DeliveryId => deliveryId(`a${receipt}`);
/** The updated card on which a unit was chosen. */
export const unitCardId = (receipt: string): DeliveryId => deliveryId(`u${receipt}`);
/** The confirmation in a channel that started or stopped the weekly posts. */
export const teamToldId = (did: 'begun' | 'stopped', heard: string): DeliveryId => deliveryId(`team.${did}.${heard}`);

/** Tells an admin that a platform shuts Sammen out, or lets it in again. `since`: when the hold began. */
export const platformToldId = (state: 'held' | 'freed', platform: Platform, since: Date, admin: PersonId): DeliveryId =>
  deliveryId(`sending.${state}.${platform}.${since.getTime()}.${admin}`);
/** Tells an admin, once a day, that a message was set aside. `day`: YYYY-MM-DD. */
export const setAsideToldId = (day: string, admin: PersonId): DeliveryId => deliveryId(`set-aside.${day}.${admin}`);

// Once in a lifetime: such a message must not be forgotten, or it would be sent again.

export const greetingId = (person: PersonId): DeliveryId => deliveryId(`${ONCE_IN_A_LIFETIME.greeting}${person}`);
/** Asks an agent whether to leave a principle out of their profile: once for each. */
export const askAboutFieldId = (agent: PersonId, principle: Principle): DeliveryId =>
  deliveryId(`${ONCE_IN_A_LIFETIME.field}${agent}.${principle}`);
/** The goodbye before an erasure. `nobody` is the id that replaces the person. */
export const goodbyeId = (nobody: PersonId): DeliveryId => deliveryId(`goodbye.${nobody}`);

/** An older card of a case that loses its buttons. A card is replaced once. */
export const settledCardId = (platform: Platform, message: string): DeliveryId =>
  deliveryId(`settle.${platform}.${message}`);

// One for each revision of a document.

/** The `nth` message that a revision of a case owes. */
export const caseMessageId = (id: CaseId, rev: number, nth: number): DeliveryId => deliveryId(`${id}.${rev}.${nth}`);
/** Tells the `nth` lookout that a revision of a case waits. */
export const stuckCaseId = (id: CaseId, rev: number, nth: number): DeliveryId =>
  deliveryId(`${id}.${rev}.stuck.${nth}`);
/** Tells the `nth` card of a case that it is kept no longer. */
export const goneCaseId = (id: CaseId, nth: number): DeliveryId => deliveryId(`${id}.gone.${nth}`);
/** The `nth` message that a revision of a story owes. */
export const storyMessageId = (id: StoryId, rev: number, nth: number): DeliveryId => deliveryId(`${id}.${rev}.${nth}`);
/** Thanks the teller of a story that was enough for a draft. */
export const storyHelpedId = (id: StoryId, draft: CaseId): DeliveryId => deliveryId(`${id}.helped.${draft}`);
/** The card that `show-story` asked for, or that of somebody whose press the story no longer allows. */
export const shownStoryId = (receipt: string): DeliveryId => deliveryId(`story.${receipt}`);
/** The `nth` preview of a draft, from 1. */
export const previewId = (draft: CaseId, nth: number): DeliveryId =>
  deliveryId(nth === 1 ? `${draft}.preview` : `${draft}.preview.${nth}`);
export const draftCardId = (draft: CaseId, rev: number): DeliveryId => deliveryId(`${draft}.draft.${rev}`);
/** The card of an offer, when words from a draft come into its field, or leave it. */
export const wordsInOfferId = (draft: CaseId, rev: number): DeliveryId => deliveryId(`${draft}.offer.${rev}`);
/** A nudge's own message has the nudge's id. */
export const nudgeCardId = (nudge: NudgeId, rev: number): DeliveryId => deliveryId(`${nudge}.${rev}`);

// One for each week and reader.

/** The week's message to one person has its record's id. */
export const nudgeMessageId = (nudge: NudgeId): DeliveryId => deliveryId(nudge);
/** Has a week in it, unlike the welcome's record: people whom Sammen could not reach are tried again in another week. */
export const welcomeMessageId = (week: Week, person: PersonId): DeliveryId => deliveryId(`w.${week}.${person}`);
export const runPreviewId = (week: Week, person: PersonId): DeliveryId => deliveryId(`preview.${week}.${person}`);
export const teamPostId = (week: Week, channel: TeamChannelId): DeliveryId => deliveryId(`team.${week}.${channel}`);
/** Tells an admin, once while it lasts, that no agent can be reached. `since`: when it was noticed. */
export const noAgentsId = (since: Date, person: PersonId): DeliveryId =>
  deliveryId(`no-agents.${since.toISOString()}.${person}`);
/** Tells an admin, once while it lasts, that the town's calendar cannot be read. `since`: when it was noticed. */
export const calendarFaultId = (since: Date, person: PersonId): DeliveryId =>
  deliveryId(`calendar.${since.toISOString()}.${person}`);
export const digestId = (week: Week, person: PersonId): DeliveryId => deliveryId(`digest.${week}.${person}`);
