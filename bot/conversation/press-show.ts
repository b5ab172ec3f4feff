import { SHOW_CASE_ACTIONS } from '../cases/command.ts';
import { partOfNow } from '../cases/part-of-now.ts';
import { type CommandOf, verbs } from '../command-of.ts';
import type { Deps } from '../deps.ts';
import type { CaseId } from '../ids.ts';
import { languageReplyId, pressReplyId, shownCaseId, shownStoryId } from '../messages/ids.ts';
import { answer } from '../messages/owed.ts';
import { LANGUAGE_ACTIONS } from '../people/command.ts';
import type { Person } from '../people/person.ts';
import { type Changed, once } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { SHOW_STORY_ACTIONS } from '../stories/command.ts';
import { listStories, mayListStories } from '../stories/list-stories.ts';
import { storyPartOf } from '../stories/rules.ts';
import { TALK_ACTIONS } from '../talk/command.ts';
import { answerWord } from './answer-word.ts';

/** The verbs that ask Sammen to show something: a case, what a word would, or its help in another language. */
export const SHOW_ACTIONS = verbs({
  ...SHOW_CASE_ACTIONS,
  ...SHOW_STORY_ACTIONS,
  ...TALK_ACTIONS,
  ...LANGUAGE_ACTIONS,
});

/** Shows what was asked for. @throws Refusal when this person may not see it */
export const pressShow = async (
  command: CommandOf<typeof SHOW_ACTIONS>,
  person: Person,
  receipt: string,
  deps: Deps,
): Promise<Changed> => {
  const to = person._id;
  switch (command.verb) {
    case 'show-case': {
      await refuseStranger(command.case, person, deps);
      const saying = { kind: 'case', case: command.case, from: 'all' } as const;
      const show = () => deps.outbox.add([answer(shownCaseId(receipt), to, saying, deps.clock())]);
      return once(receipt, deps, show, 'shows');
    }
    case 'show-story': {
      const story = await deps.stories.get(command.story);
      if (story === null || storyPartOf(story, person) === 'stranger') throw new Refusal('not-found');
      const saying = { kind: 'story', story: command.story } as const;
      const show = () => deps.outbox.add([answer(shownStoryId(receipt), to, saying, deps.clock())]);
      return once(receipt, deps, show, 'shows');
    }
    case 'more-stories': {
      if (!mayListStories(person)) throw new Refusal('only-hr');
      const show = async () => {
        const reply = await listStories(person, { _id: command.story, week: command.week }, deps);
        await deps.outbox.add([answer(pressReplyId(receipt), to, { kind: 'reply', reply }, deps.clock())]);
      };
      return once(receipt, deps, show, 'shows');
    }
    case 'say-word': {
      const show = async () => {
        const saying = await answerWord({ word: command.word }, person, deps);
        await deps.outbox.add([answer(pressReplyId(receipt), to, saying, deps.clock())]);
      };
      return once(receipt, deps, show, 'shows');
    }
    case 'set-language': {
      const set = async () => {
        await deps.people.setLanguage(to, command.language);
        const saying = await answerWord({ word: 'help' }, person, deps);
        await deps.outbox.add([answer(languageReplyId(receipt), to, saying, deps.clock())]);
      };
      return once(receipt, deps, set, async () => (await deps.people.get(to))?.language === command.language);
    }
  }
};

/** @throws Refusal when this person may not know the case */
const refuseStranger = async (id: CaseId, person: Person, deps: Pick<Deps, 'cases' | 'people'>): Promise<void> => {
  const c = await deps.cases.get(id);
  if (c === null || (await partOfNow(c, person, deps)) === 'stranger') throw new Refusal('not-found');
};
