/** The names that people outside the program see: a page that words them must not miss one, so both sets are closed. */

/** The jobs, in the order in which the clock runs them. */
export const JOB_NAMES = [
  'offers',
  'leavers',
  'links',
  'follow-up',
  'weekly-nudge',
  'rollups',
  'digest',
  'drafts',
  'retention',
  'forget',
  // Last, because it may wait for a server.
  'calendar',
] as const;
export type JobName = (typeof JOB_NAMES)[number];

/** What a job may have done. */
export const COUNT_NAMES = [
  'moved-on',
  'promise-missed',
  'list-reminded',
  'human-told',
  'reminded',
  'asked-on',
  'closed',
  'citizen-reminded',
  'followed-up',
  'passed-over',
  'introduction-lapsed',
  'stories-proposed',
  'admins-warned',
  'offers-moved-on',
  'cases-handed-on',
  'brought-over',
  'nudges',
  'left-out',
  'welcomes',
  'previews',
  'facts',
  'weeks',
  'digests',
  'drafts-returned',
  'drafts-reminded',
  'drafts-ended',
  'cases-ended',
  'drafts-removed',
  'meetings-removed',
  'messages-removed',
  'chat-lines-removed',
  'forgotten',
  'events',
  'calendar-told',
] as const;
export type CountName = (typeof COUNT_NAMES)[number];

/** How often a job did what. */
export type Counts = { [Name in CountName]?: number };

/** Leaves out what a job did not do. */
export const countsDone = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
