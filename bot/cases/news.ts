/**
 * Why a message about a case is owed. It is the headline of a ping. `changed`: only the state is new. `shown`: the
 * person asked to see the case.
 */
const CASE_NEWS = [
  'changed',
  'shown',
  'offered',
  'listed',
  'list-reminder',
  'share-asked',
  'promise-missed',
  'word',
  'asked-back',
  'talk-proposed',
  'talk-accepted',
  'talk-cancelled',
  'answered',
  'corrected',
  'commented',
  'thanked',
  'learned',
  'revealed',
  'introduce-asked',
  'introduced',
  'not-introduced',
  'reminded',
  'asked-on',
  'agent-left',
  'given-back',
  'hand-over-asked',
  'handed',
  'handed-over',
  'stays-with-you',
  'invitation-asked',
  'invited',
  'invitation-ended',
  'co-agent-joined',
  'note',
  'human-told',
  'reopened',
  'citizen-hears',
  'follow-up',
  'closed',
  'withdrawn',
] as const;
export type CaseNews = (typeof CASE_NEWS)[number];

/** A stored reason; an earlier version stored none, and a later one may know more. */
export const knownNews = (why: string | undefined): CaseNews => CASE_NEWS.find((news) => news === why) ?? 'changed';
