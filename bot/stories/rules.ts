import type { Case } from '../cases/case.ts';
import type { Person } from '../people/person.ts';
import type { RefusalCode } from '../refusal.ts';
import type { StoryCommand } from './command.ts';
import type { Story } from './story.ts';

/** What somebody is to a story. HR and admins know of the published ones only. */
export type StoryPart = 'teller' | 'agent' | 'hr' | 'stranger';

export const storyPartOf = (story: Story, { _id, roles }: Pick<Person, '_id' | 'roles'>): StoryPart => {
  if (story.teller === _id) return 'teller';
  if (story.agent === _id) return 'agent';
  const mayTakeDown = roles.includes('hr') || roles.includes('admin');
  return mayTakeDown && (story.state === 'published' || story.state === 'taken-down') ? 'hr' : 'stranger';
};

/** Whether nothing can become of it any more. */
export const isOver = ({ state }: Pick<Story, 'state'>): boolean => state === 'withdrawn' || state === 'taken-down';

/** Why nobody may do anything with a story in the case's state; null when its two may (docs/rules.md, "Stories"). */
export const caseRefusal = ({ state, followUp }: Pick<Case, 'state' | 'followUp'>): RefusalCode | null => {
  if (state === 'withdrawn') return 'withdrawn';
  if (state === 'waiting' || state === 'active') return 'not-answered';
  return followUp?.askedAt == null ? 'not-asked-yet' : null;
};

/**
 * Why this person may not do this to the story; null when they may. `c` is its case, which only yeses and other words
 * depend on. @param seen the revision of the card that was pressed, if it is known
 */
export const storyRefusal = (
  verb: StoryCommand['verb'] | 'approve-story:no',
  story: Story,
  c: Pick<Case, 'state' | 'followUp'> | null,
  part: StoryPart,
  seen?: number,
): RefusalCode | null => {
  if (part === 'stranger') return 'not-found';
  if (part === 'hr') return verb === 'withdraw-story' ? null : 'not-found';
  if (isOver(story)) return 'story-over';
  if (verb === 'withdraw-story' || verb === 'approve-story:no') return null;
  if (c === null) return 'not-found';
  const early = caseRefusal(c);
  if (early !== null) return early;
  if (verb === 'edit-story') return part === 'teller' ? null : 'only-asker';
  if (seen !== undefined && seen < story.wordsFrom) return 'story-changed';
  return part === 'agent' && story.state === 'proposed' ? 'story-not-approved' : null;
};
