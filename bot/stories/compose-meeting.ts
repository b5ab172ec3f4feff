import { contactOf } from '../cases/introduction-view.ts';
import type { MeetingId, PersonId, StoryId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { StoryDeps } from './deps.ts';
import type { MeetingNotice } from './notice.ts';

export type MeetingCardDeps = Pick<StoryDeps, 'stories' | 'people' | 'clock'>;

/** Composes the card of a meeting for its teller, or for its writer once the teller said yes. Null for everybody else. */
export const composeMeeting = async (
  id: StoryId,
  meeting: MeetingId,
  to: Person,
  deps: MeetingCardDeps,
): Promise<MeetingNotice | null> => {
  const story = await deps.stories.get(id);
  const one = story?.meetings.find((known) => known.id === meeting);
  if (story === null || one === undefined) return null;
  const now = deps.clock();
  const seen = { story: id, meeting, rev: story.rev, now, told: story.text };
  if (one.writer === to._id) {
    const teller = story.teller === null ? null : await known(story.teller, deps);
    if (one.state !== 'accepted' || teller === null) return null;
    const contact = contactOf(teller, contextOf(to));
    return { kind: 'meeting', view: { ...seen, viewer: 'writer', state: 'accepted', teller: teller.name, contact } };
  }
  if (story.teller !== to._id) return null;
  const writer = await known(one.writer, deps);
  if (
    writer === null ||
    one.state === 'declined' ||
    one.state === 'lapsed' ||
    (one.state === 'asked' && one.until <= now)
  )
    return { kind: 'meeting', view: { ...seen, viewer: 'teller', state: 'over' } };
  const { text, until } = one;
  if (one.state === 'asked') {
    const { name, unit } = writer;
    return {
      kind: 'meeting',
      view: { ...seen, viewer: 'teller', state: 'asked', writer: { name, unit }, text, until },
    };
  }
  const contact = contactOf(writer, contextOf(to));
  return {
    kind: 'meeting',
    view: { ...seen, viewer: 'teller', state: 'accepted', writer: writer.name, text, contact },
  };
};

const contextOf = (reader: Person) => ({
  reader: reader._id,
  person: (id: PersonId) => (id === reader._id ? reader : undefined),
});

const known = async (id: PersonId, { people }: MeetingCardDeps): Promise<Person | null> => {
  const person = await people.get(id);
  return person === null || person.nobody === true ? null : person;
};
