declare const brand: unique symbol;
/** A string of one kind, which no plain string passes for. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Who a person is to the bot, the same on every platform. */
export type PersonId = Branded<'PersonId'>;
/** A dilemma keeps one id for life: the draft's id becomes the case's. */
export type CaseId = Branded<'CaseId'>;
export type DeliveryId = Branded<'DeliveryId'>;
/** One message of the weekly principle to one person; also its delivery's id. */
export type NudgeId = Branded<'NudgeId'>;
/** A team's channel on one platform. */
export type TeamChannelId = Branded<'TeamChannelId'>;

export const personId = (text: string) => text as PersonId;
export const caseId = (text: string) => text as CaseId;
export const deliveryId = (text: string) => text as DeliveryId;
export const teamChannelId = (text: string) => text as TeamChannelId;
export const nudgeId = (text: string) => text as NudgeId;
