import type { CaseId, MeetingId, PersonId, StoryId } from '../ids.ts';
import { storyMessageId } from '../messages/ids.ts';
import { update } from '../messages/owed.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import type { StoryDeps } from './deps.ts';
import { withoutMeetings } from './move-story.ts';
import type { ToldStory } from './notice.ts';
import { isOver } from './rules.ts';
import type { Story } from './story.ts';

/** What colleagues can read because this person, as teller or agent, said yes to it. */
export const toldBy = async (id: PersonId, { stories }: Pick<StoryDeps, 'stories'>): Promise<ToldStory[]> =>
  (await stories.of(id))
    .filter(({ state, teller, agent }) => state === 'published' && (teller === id || agent === id))
    .map(({ _id, principle, text }) => ({ id: _id, principle, text }));

/** Puts one person in the place of another in every story. A change at the same moment wins. Returns how many it was in. */
export const moveStories = async (
  from: PersonId,
  to: PersonId,
  { stories }: Pick<StoryDeps, 'stories'>,
): Promise<number> => {
  const theirs = await stories.of(from);
  for (const { _id, rev, teller, agent, meetings } of theirs) {
    const other = (id: PersonId | null) => (id === from ? to : id);
    const moved = meetings.map((one) => (one.writer === from ? { ...one, writer: to } : one));
    await stories.change(
      _id,
      rev,
      { set: { teller: other(teller), agent: other(agent), meetings: moved }, owes: [] },
      null,
    );
  }
  return theirs.length;
};

/**
 * Takes whatever leads to a person out of every story. Words that both have said yes to stay; words that were still being
 * talked about go. A story that still owes them a message waits for the relay (`owed`).
 */
export const eraseFromStories = async (
  id: PersonId,
  { stories, clock }: Pick<StoryDeps, 'stories' | 'clock'>,
): Promise<{ found: number; owed: boolean }> => {
  const theirs = await stories.of(id);
  const owing = theirs.filter(({ owes }) => owes.some(({ to }) => to === id));
  for (const story of theirs.filter((one) => !owing.includes(one))) {
    const set = withoutPerson(story, id);
    const others = [set.teller, set.agent].filter((other) => other !== null);
    const owes = others.map((to, nth) =>
      update(storyMessageId(story._id, story.rev + 1, nth), to, { kind: 'story' as const, story: story._id }, clock()),
    );
    await stories.change(story._id, story.rev, { set, owes }, null);
  }
  return { found: theirs.length - owing.length, owed: owing.length > 0 };
};

const withoutPerson = (story: Story, id: PersonId) => {
  const isOfTwo = story.teller === id || story.agent === id;
  const ends = isOfTwo && story.state !== 'published' && !isOver(story);
  const kept = { ...story, meetings: story.meetings.filter(({ writer }) => writer !== id) };
  return {
    teller: story.teller === id ? null : story.teller,
    agent: story.agent === id ? null : story.agent,
    ...(story.teller === id && story.told !== undefined ? { told: { ...story.told, unit: null } } : {}),
    ...(ends ? { state: 'withdrawn' as const, text: NO_WORDS, publishedIn: null } : {}),
    // Nobody is left whom anybody could meet.
    ...(story.teller === id ? withoutMeetings(kept) : { meetings: kept.meetings }),
  };
};

/**
 * Takes meetings out of a story that were to be answered before this moment, with the line that was written for them.
 * Returns which; none when somebody changes the story at the same moment.
 */
export const endOldMeetings = async (
  id: StoryId,
  before: Date,
  { stories }: Pick<StoryDeps, 'stories'>,
): Promise<MeetingId[]> => {
  const story = await stories.get(id);
  // One that is still asked is lapsed by the clock first.
  const old = story?.meetings.filter(({ until, state }) => until < before && state !== 'asked') ?? [];
  if (story === null || old.length === 0) return [];
  const meetings = story.meetings.filter((meeting) => !old.includes(meeting));
  const changed = await stories.change(story._id, story.rev, { set: { meetings }, owes: [] }, null);
  return changed ? old.map((meeting) => meeting.id) : [];
};

/**
 * What becomes of a case's story when the case is kept no longer: words that both have said yes to stay, with the two who
 * may take them back. Of any other story nothing is left that was written, and nobody. False when it still owes a
 * message, or changed meanwhile.
 */
export const eraseWithCase = async (id: CaseId, { stories }: Pick<StoryDeps, 'stories'>): Promise<boolean> => {
  const story = await stories.ofCase(id);
  if (story === null || story.state === 'published') return true;
  if (story.owes.length > 0) return false;
  return stories.change(story._id, story.rev, { set: { ...NOTHING, state: endOf(story) }, owes: [] }, null);
};

const NOTHING: Pick<Story, 'text' | 'reason' | 'teller' | 'agent' | 'meetings'> = {
  text: NO_WORDS,
  reason: null,
  teller: null,
  agent: null,
  meetings: [],
};

const endOf = (story: Story): Story['state'] => (isOver(story) ? story.state : 'withdrawn');
