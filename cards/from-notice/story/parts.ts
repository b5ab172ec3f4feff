import type { StoryAgentView, StoryView, TellerView } from '../../../bot/stories/notice.ts';
import { MAX_STORY_LENGTH } from '../../../bot/stories/story.ts';
import type { Action, Form, Node, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { words } from '../parts/case-form.ts';
import { kicker } from '../parts/kicker.ts';

type OfTwo = TellerView | StoryAgentView;

export const dataOf = ({ id, rev }: StoryView) => ({ story: id, rev });
const ofCase = (view: OfTwo) => ({ ...dataOf(view), case: view.case });

export const storyKicker = ({ number }: OfTwo, speech: Speech): string =>
  number === null ? speech.t.stories.standing : kicker(number, speech.t.stories.standing, false, speech);

export const storyQuote = ({ text }: StoryView, who: string): Node[] =>
  text === '' ? [] : [{ kind: 'quote', who, when: '', text }];

export const reasonQuote = ({ reason }: OfTwo, { t }: Speech): Node[] =>
  reason === null ? [] : [{ kind: 'quote', who: t.stories.reason, when: '', text: reason }];

/** The two answers to the words as they are. */
export const approvals = (view: OfTwo, { t: { stories } }: Speech): Press[] => [
  answer(view, 'yes', stories.actions.yes, 'main'),
  answer(view, 'no', stories.actions.no, 'normal'),
];

const answer = (view: OfTwo, approve: 'yes' | 'no', label: string, weight: Press['weight']): Press => ({
  kind: 'press',
  verb: 'approve-story',
  label,
  data: { ...ofCase(view), approve },
  weight,
});

/** For ever, so it is asked once more. */
export const takeBack = (view: OfTwo, { t: { stories } }: Speech): Press => ({
  kind: 'press',
  verb: 'withdraw-story',
  label: stories.actions.takeBack,
  data: dataOf(view),
  weight: 'danger',
});

export const editForm = (view: TellerView, { t: { stories } }: Speech): Form => {
  const { label, text, send, intro, again } = stories.actions.edit;
  return {
    kind: 'form',
    verb: 'edit-story',
    label,
    send,
    intro: view.state === 'proposed' ? intro : `${intro} ${again}`,
    data: ofCase(view),
    weight: 'normal',
    inputs: [words('text', text, true, { value: view.text, maxLength: MAX_STORY_LENGTH })],
  };
};

export const shown = (...actions: (Action | false)[]): Action[] => actions.filter((action) => action !== false);
