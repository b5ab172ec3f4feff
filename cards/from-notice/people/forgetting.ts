import type { AccountsReply, ForgetNotice } from '../../../bot/accounts/notice.ts';
import type { ToldStory } from '../../../bot/stories/notice.ts';
import type { Card, Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { storyItem } from '../parts/story-item.ts';

type ForgottenReply = Extract<AccountsReply, { kind: 'forgotten' }>;

/** Says what is kept and what is erased before its only button, because erasure cannot be undone. */
export const forgetCard = (
  { asked, open, agent, listed, told = [], moreTold = 0, held = 0 }: ForgetNotice,
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
        held === 0 ? null : ask.held(speech.number(held), held === 1),
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

export const forgottenCard = ({ held = 0 }: ForgottenReply, speech: Speech): Card => {
  const { done, ask } = speech.t.forgetting;
  return {
    title: done.title,
    tone: 'quiet',
    body: lines('body', held === 0 ? [done.text] : [ask.held(speech.number(held), held === 1), done.rest]),
    actions: [],
  };
};
