import { endOldMeetings } from '../stories/people-in-stories.ts';
import { boundsAt } from './bounds.ts';
import type { KeepingDeps } from './deps.ts';
import { type EndCasesDeps, endCases, settleGone } from './end-cases.ts';

/** How many of each kind one run takes. What is left is found by the next. */
const PAGES = { cases: 200, drafts: 500, meetings: 500, messages: 2_000, chats: 2_000 } as const satisfies KeptNoLonger;

export type KeepDeps = EndCasesDeps &
  Pick<KeepingDeps, 'goneCases' | 'expiredDrafts' | 'expiredMeetings' | 'expiredMessages' | 'ownChats'>;

/** How many of each kind went. */
export type KeptNoLonger = { cases: number; drafts: number; meetings: number; messages: number; chats: number };

/**
 * Takes what is kept no longer out of the store, a page of each kind. Safe to repeat, and to run in several processes at
 * once. `more`: a page was full, so there may be more.
 */
export const keepNoLonger = async (deps: KeepDeps): Promise<{ gone: KeptNoLonger; more: boolean }> => {
  const { clock, organisation, expiredMessages, ownChats } = deps;
  const bounds = boundsAt(clock(), organisation);
  const cases = await endCases(PAGES.cases, deps);
  await settleGone(PAGES.cases, deps);
  const drafts = await endOldDrafts(bounds.drafts, deps);
  const meetings = await endMeetings(bounds.cases, deps);
  const messages = await expiredMessages.forgetSettled(bounds.messages, bounds.cases, PAGES.messages);
  const chats = await ownChats.forgetBefore(bounds.chats, PAGES.chats);
  const gone = { cases, drafts, meetings, messages, chats };
  return { gone, more: KINDS.some((kind) => gone[kind] >= PAGES[kind]) };
};

const KINDS = ['cases', 'drafts', 'meetings', 'messages', 'chats'] as const satisfies (keyof KeptNoLonger)[];

/** A case has the id of its draft: its cards are the case's then. */
const endOldDrafts = async (
  before: Date,
  { cases, goneCases, expiredDrafts, cardsAbout }: KeepDeps,
): Promise<number> => {
  const over = await expiredDrafts.over(before, PAGES.drafts);
  for (const id of over) {
    const isCase = (await cases.get(id)) !== null || (await goneCases.goneCase(id)) !== null;
    if (!isCase) await cardsAbout.forgetAbout(id);
    await expiredDrafts.remove(id);
  }
  return over.length;
};

const endMeetings = async (before: Date, { expiredMeetings, stories, cardsAbout }: KeepDeps): Promise<number> => {
  let ended = 0;
  for (const id of await expiredMeetings.storiesWithMeetings(before, PAGES.meetings)) {
    for (const meeting of await endOldMeetings(id, before, { stories })) {
      await cardsAbout.forgetAbout(meeting);
      ended += 1;
    }
  }
  return ended;
};
