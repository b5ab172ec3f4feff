import type { PersonId, StoryId } from '../ids.ts';
import { storyMessageId } from '../messages/ids.ts';
import { type Owed, ping, update } from '../messages/owed.ts';
import { managersAbove } from '../people/managers.ts';
import type { Person } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { StoryDeps } from './deps.ts';
import type { StoryDebt } from './saying.ts';
import type { Meeting, Story } from './story.ts';

/** In working minutes (docs/rules.md, "Meeting a teller"). */
export const MEETING_MINUTES = 4 * 60;

export type MeetingDeps = Pick<StoryDeps, 'stories' | 'people' | 'platforms' | 'clock' | 'time'>;

/**
 * Who can be asked to talk about a story: its teller, where they can be reached, are not the writer, and do not manage the
 * writer, who would write to their own manager without knowing it. Null when there is nobody.
 */
export const tellerToAsk = async (
  { state, teller }: Pick<Story, 'state' | 'teller'>,
  writer: Person,
  { people, platforms }: Pick<MeetingDeps, 'people' | 'platforms'>,
): Promise<Person | null> => {
  if (state !== 'published' || teller === null || teller === writer._id) return null;
  const person = await people.get(teller);
  if (person === null || person.nobody === true || person.forgetting !== undefined || !isReachable(person, platforms))
    return null;
  return (await managersAbove(writer, people)).has(teller) ? null : person;
};

type Asking = Pick<Meeting, 'id' | 'draft' | 'writer' | 'text' | 'until'>;

/**
 * Where a meeting stands now. It is put to the teller if it was not yet, and lapses when its time is over; each step can be
 * repeated, so a process may die anywhere.
 */
export const meetingNow = (id: StoryId, asking: Asking, writer: Person, deps: MeetingDeps): Promise<Meeting['state']> =>
  retryOnConflict(`story ${id}`, async () => {
    const { stories, clock } = deps;
    const story = await stories.get(id);
    if (story === null) return 'lapsed';
    const now = clock();
    const known = story.meetings.find((one) => one.id === asking.id);
    if (known === undefined) {
      const teller = asking.until <= now ? null : await tellerToAsk(story, writer, deps);
      if (teller === null) return 'lapsed';
      const meetings = [...story.meetings, { ...asking, state: 'asked' as const }];
      const owes = [meetingMessage(story, asking, teller._id, 'ping', deps)];
      return (await stories.change(id, story.rev, { set: { meetings }, owes }, null)) ? 'asked' : null;
    }
    if (known.state !== 'asked' || known.until > now) return known.state;
    return (await answerMeeting(story, known, 'lapsed', null, deps)) ? 'lapsed' : null;
  });

/** Writes down what became of a meeting, and tells both; false when another write came first. */
export const answerMeeting = (
  story: Story,
  { id }: Pick<Meeting, 'id'>,
  state: 'accepted' | 'declined' | 'lapsed',
  receipt: string | null,
  deps: Pick<MeetingDeps, 'stories' | 'clock' | 'time'>,
): Promise<boolean> => {
  const meetings = story.meetings.map(
    (one): Meeting => (one.id === id ? { ...one, state, ...(state === 'accepted' ? {} : { text: NO_WORDS }) } : one),
  );
  const one = story.meetings.find((meeting) => meeting.id === id);
  const owes =
    one === undefined
      ? []
      : [
          ...(story.teller === null ? [] : [meetingMessage(story, one, story.teller, 'quiet', deps, 0)]),
          ...(state === 'accepted' ? [meetingMessage(story, one, one.writer, 'ping', deps, 1)] : []),
        ];
  return deps.stories.change(story._id, story.rev, { set: { meetings }, owes }, receipt);
};

const meetingMessage = (
  { _id, rev }: Pick<Story, '_id' | 'rev'>,
  { id }: Pick<Meeting, 'id'>,
  to: PersonId,
  manner: 'ping' | 'quiet',
  { clock, time }: Pick<MeetingDeps, 'clock' | 'time'>,
  nth = 0,
): Owed<StoryDebt> => {
  const say = { kind: 'meeting', story: _id, meeting: id } as const;
  const message = storyMessageId(_id, rev + 1, nth);
  const now = clock();
  return manner === 'ping' ? ping(message, to, say, time.nextOpen(now)) : update(message, to, say, now);
};
