import type { ForgetNotice } from '../../../bot/accounts/notice.ts';
import type { ToldStory } from '../../../bot/stories/notice.ts';
import type { Card, Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { storyItem } from '../parts/story-item.ts';

/** Says what is kept and what is erased before its only button, because erasure cannot be undone. */
export const forgetCard = (
  { asked, open, agent, listed, told = [], moreTold = 0 }: ForgetNotice,
  speech: Speech,
): Card => {
  const { ask } = speech.t.forgetting;
  return {
    title: ask.title,
    tone: 'attention',
    body: [
      ...lines('lead', [ask.lead]),
      ...lines('body', [
        open === 0 ? null : ask.open(speech.number(open), open === 1),
        agent ? ask.agent : null,
        ask.cases,
        ask.figures,
      ]),
      ...(told.length === 0 ? [] : toldStories(told, moreTold, speech)),
      ...lines('subtle', [listed ? ask.listed : null, ask.stays]),
    ],
    actions: [
      { kind: 'press', verb: 'forget-me', label: ask.yes, data: { asked: asked.toISOString() }, weight: 'normal' },
      { kind: 'press', verb: 'stop-nudges', label: speech.t.talk.onlyStop, data: {}, weight: 'normal' },
    ],
  };
};

/** The stories that stay, each with a button to the card on which it can be taken back. */
const toldStories = (told: readonly ToldStory[], more: number, speech: Speech): Node[] => {
  const { stories } = speech.t.forgetting.ask;
  return [
    ...lines('heading', [stories.heading]),
    ...lines('body', [stories.stay]),
    { kind: 'list', items: told.map((story) => storyItem(story, speech.principle(story.principle), speech)) },
    ...lines('subtle', [more === 0 ? null : stories.more(speech.number(more), more === 1)]),
  ];
};

export const forgottenCard = ({ t }: Speech): Card => ({
  title: t.forgetting.done.title,
  tone: 'quiet',
  body: lines('body', [t.forgetting.done.text]),
  actions: [],
});
