import type { Case } from '../cases/case.ts';
import type { AskerShown } from '../cases/said-views.ts';
import { warningFor } from '../cases/warning-for.ts';
import type { PersonId, StoryId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { StoryDeps } from './deps.ts';
import type { StoryNotice } from './notice.ts';
import { storyPartOf, storyRefusal } from './rules.ts';
import type { Story } from './story.ts';

export type StoryCardDeps = Pick<
  StoryDeps,
  'stories' | 'cases' | 'goneCases' | 'people' | 'organisation' | 'warningWords'
>;

/** Composes a story's card for one person from its current state. Null when they may not see it. */
export const composeStory = async (id: StoryId, to: Person, deps: StoryCardDeps): Promise<StoryNotice | null> => {
  const story = await deps.stories.get(id);
  if (story === null) return null;
  const part = storyPartOf(story, to);
  const { rev, text, principle, language } = story;
  const seen = { id, rev, text, principle };
  if (part === 'stranger') return null;
  if (part === 'hr') {
    const state = story.state === 'published' ? 'published' : 'taken-down';
    return { kind: 'story', view: { ...seen, viewer: 'hr', state, language } };
  }
  // A story can outlive its case; then nobody changes it any more, but its two can take it back.
  const c = await deps.cases.get(story.case);
  const number = (c ?? (await deps.goneCases.goneCase(story.case)))?.number ?? null;
  const may = (verb: 'approve-story' | 'edit-story') => storyRefusal(verb, story, c, part) === null;
  const ofTwo = {
    ...seen,
    case: story.case,
    number,
    state: story.state,
    may: { approve: may('approve-story') && isNext(story, part), edit: may('edit-story') },
    reason: story.reason,
  };
  if (part === 'agent') return { kind: 'story', view: { ...ofTwo, viewer: 'agent', teller: await shown(c, deps) } };
  const agent = story.agent === null ? null : await known(story.agent, deps);
  const isOpen = story.state === 'proposed' || story.state === 'approved';
  const warning = isOpen
    ? warningFor(text, { found: [], deletable: false, writer: null, said: 'in-talk' }, deps)
    : null;
  return {
    kind: 'story',
    view: { ...ofTwo, viewer: 'teller', agent: agent?.name ?? null, warning, edited: story.wordsFrom > 0 },
  };
};

/** Whether the next yes is theirs. */
const isNext = ({ state }: Story, part: 'teller' | 'agent'): boolean =>
  part === 'teller' ? state === 'proposed' : state === 'approved';

/** Once the case went, nobody can tell whether its asker had a name. */
const shown = async (c: Case | null, deps: StoryCardDeps): Promise<AskerShown> => {
  if (c === null || c.anonymous) return { as: 'anonymous' };
  const asker = await known(c.asker, deps);
  return asker === null ? { as: 'erased' } : { as: 'named', name: asker.name, unit: c.unit };
};

const known = async (id: PersonId, { people }: StoryCardDeps): Promise<Person | null> => {
  const person = await people.get(id);
  return person === null || person.nobody ? null : person;
};
