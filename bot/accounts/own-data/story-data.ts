import type { Person } from '../../people/person.ts';
import { composeMeeting } from '../../stories/compose-meeting.ts';
import type { StoryDeps } from '../../stories/deps.ts';
import type { Story } from '../../stories/story.ts';
import { plain, type Row } from './data.ts';

/** A story as its teller or its agent may see it: neither learns here who the other is. Null for everybody else. */
export const storyData = (story: Story, { _id }: Pick<Person, '_id'>): Row | null => {
  const as = story.teller === _id ? 'teller' : story.agent === _id ? 'agent' : null;
  if (as === null) return null;
  const { text, state, principle, topic, language, publishedIn, reason, approvals } = story;
  return { as, text, state, principle, topic, language, publishedIn, reason, approvedAt: approvals[as] };
};

/** The meetings about a story that this person asked for, or was asked for, as their cards show them. */
export const meetingsData = async (
  story: Story,
  person: Person,
  deps: Pick<StoryDeps, 'stories' | 'people' | 'clock'>,
): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const { id, writer, state, until, text } of story.meetings) {
    if (writer === person._id) rows.push({ as: 'writer', state, until, text });
    if (story.teller !== person._id) continue;
    const notice = await composeMeeting(story._id, id, person, deps);
    if (notice?.view.viewer !== 'teller') continue;
    const {
      story: _story,
      meeting: _meeting,
      rev: _rev,
      now: _now,
      told: _told,
      viewer: _viewer,
      ...seen
    } = notice.view;
    rows.push({ as: 'teller', ...(plain(seen) as Row) });
  }
  return rows;
};
