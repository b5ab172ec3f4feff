import { hasRole, type Person } from '../people/person.ts';
import type { StoryDeps } from './deps.ts';
import type { StoryReply } from './notice.ts';
import type { StoryMark } from './port.ts';

/** Stories on one card. */
const PAGE = 5;

/**
 * What colleagues can read, for HR and admins, who may take a story down (docs/rules.md, "Stories"). Others search.
 * @param after the last story of the page before; null for the first page
 */
export const listStories = async (
  person: Pick<Person, 'roles'>,
  after: StoryMark | null,
  { stories }: Pick<StoryDeps, 'stories'>,
): Promise<StoryReply> => {
  if (!mayListStories(person)) return { kind: 'search-what' };
  const read = await stories.newestAfter(after, PAGE + 1);
  const shown = read.slice(0, PAGE).map(({ _id, week, principle, text }) => ({ id: _id, week, principle, text }));
  const last = shown.at(-1);
  const next = read.length > PAGE && last !== undefined ? { id: last.id, week: last.week } : null;
  return { kind: 'stories', stories: shown, next };
};

export const mayListStories = (person: Pick<Person, 'roles'>): boolean => hasRole(person, 'hr', 'admin');
