import { NO_WORDS } from '../privacy/mask.ts';
import type { WarningWords } from '../privacy/warnings.ts';
import { Refusal } from '../refusal.ts';
import type { Week } from '../time/iso-week.ts';
import { type Named, namesSomebody, ownWordsCleaned } from './clean-words.ts';
import type { StoryCommand } from './command.ts';
import type { StoryChange } from './port.ts';
import type { StoryPart } from './rules.ts';
import { MAX_STORY_LENGTH, type Meeting, type Story } from './story.ts';

/** `tell`: who gets a new message; the cards of the others only change. */
export type StoryMove = { set: StoryChange['set']; tell: 'nobody' | 'agent' | 'both' };

type Moving = {
  story: Story;
  part: StoryPart;
  now: Date;
  week: () => Week;
  /** Where the teller works now. */
  unit: string | null;
  people: readonly Named[];
  warningWords: WarningWords;
};

/** What an allowed command changes in a story; null when it holds already. @throws Refusal */
export const moveStory = (command: StoryCommand, moving: Moving): StoryMove | null => {
  switch (command.verb) {
    case 'edit-story':
      return edit(command, moving);
    case 'approve-story':
      return command.approve === 'yes' ? approve(moving) : takeBack(moving);
    case 'withdraw-story':
      return moving.part === 'hr' ? takeDown(command, moving) : takeBack(moving);
  }
};

/** Other words need both yeses again, and are read by nobody else until then. */
const edit = (
  { text: written }: StoryCommand<'edit-story'>,
  { story, people, warningWords }: Moving,
): StoryMove | null => {
  const text = ownWordsCleaned(written.measured('text'), people, story.language, warningWords);
  if (text === story.text) return null;
  // A token may be longer than what it stands for.
  if (text.length > MAX_STORY_LENGTH) throw new Refusal('too-long', null, 'text');
  return {
    set: {
      text,
      state: 'proposed',
      approvals: { teller: null, agent: null },
      publishedIn: null,
      wordsFrom: story.rev + 1,
      ...withoutMeetings(story),
    },
    tell: 'nobody',
  };
};

const approve = ({ story, part, now, week, unit, warningWords }: Moving): StoryMove | null => {
  if (part === 'teller') {
    if (story.state !== 'proposed') return null;
    if (story.text === '') throw new Refusal('empty-text');
    if (namesSomebody(story.text, warningWords)) throw new Refusal('story-names');
    return { set: { state: 'approved', approvals: { teller: now, agent: null } }, tell: 'agent' };
  }
  if (story.state !== 'approved') return null;
  return {
    set: {
      state: 'published',
      approvals: { ...story.approvals, agent: now },
      publishedIn: week(),
      told: story.told ?? { week: week(), unit },
    },
    tell: 'nobody',
  };
};

/** For ever: the words go, too. */
const takeBack = ({ story }: Moving): StoryMove => ({
  set: { state: 'withdrawn', text: NO_WORDS, publishedIn: null, ...withoutMeetings(story) },
  tell: 'nobody',
});

const takeDown = ({ reason: said }: StoryCommand<'withdraw-story'>, { story }: Moving): StoryMove | null => {
  if (story.state === 'taken-down') return null;
  const reason = said?.measured('reason') ?? NO_WORDS;
  if (reason === '') throw new Refusal('empty-text', null, 'reason');
  return { set: { state: 'taken-down', reason, publishedIn: null, ...withoutMeetings(story) }, tell: 'both' };
};

/** Whoever asked to meet the teller of a story that is gone hears that it came to nothing. */
export const withoutMeetings = ({ meetings }: Story): Pick<Story, 'meetings'> => ({
  meetings: meetings.map(
    (meeting): Meeting => (meeting.state === 'asked' ? { ...meeting, state: 'lapsed', text: NO_WORDS } : meeting),
  ),
});
