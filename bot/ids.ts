declare const brand: unique symbol;
/** A string type that plain strings are not assignable to. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Identifies a person; the same on every platform. */
export type PersonId = Branded<'PersonId'>;
/** Identifies a dilemma for life: the case takes over the draft's id. */
export type CaseId = Branded<'CaseId'>;
export type DeliveryId = Branded<'DeliveryId'>;
/** One message of the weekly principle to one person. Its delivery has the same id. */
export type NudgeId = Branded<'NudgeId'>;
/** One text of the library: "lf-tael-til-tre". A record of a nudge names the texts it showed by it. */
export type NudgeTextId = Branded<'NudgeTextId'>;
/** What was learned in a case, told to all. Random: nobody learns from it which case, or when. */
export type StoryId = Branded<'StoryId'>;
/** One time that a draft's writer asked to meet the teller of a story. */
export type MeetingId = Branded<'MeetingId'>;
/** A team's channel on one platform. */
export type TeamChannelId = Branded<'TeamChannelId'>;

export const personId = (text: string) => text as PersonId;
export const caseId = (text: string) => text as CaseId;
export const deliveryId = (text: string) => text as DeliveryId;
export const teamChannelId = (text: string) => text as TeamChannelId;
export const nudgeTextId = (text: string) => text as NudgeTextId;
export const meetingId = (text: string) => text as MeetingId;
export const storyId = (text: string) => text as StoryId;
export const nudgeId = (text: string) => text as NudgeId;
