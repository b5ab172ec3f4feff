import type { StoryAgentView } from '../../../bot/stories/notice.ts';
import type { Card, Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { askerFirst } from '../agent/asker.ts';
import { lines } from '../parts/nodes.ts';
import { approvals, reasonQuote, shown, storyKicker, storyQuote, takeBack } from './parts.ts';

/** A story as the one who answered sees it: they say the second yes. */
export const agentsStoryCard = (view: StoryAgentView, speech: Speech): Card => {
  const { agent } = speech.t.stories;
  const teller = askerFirst(view.teller, speech);
  const isOver = view.state === 'withdrawn' || view.state === 'taken-down';
  const asked = view.state === 'approved' && view.may.approve;
  return {
    title: capital(agent.title[view.state](teller)),
    kicker: storyKicker(view, speech),
    tone: view.state === 'published' ? 'good' : view.state === 'approved' ? 'plain' : 'quiet',
    body: [
      // Words that are being changed are not to be read yet.
      ...(view.state === 'proposed' ? [] : storyQuote(view, agent.words)),
      ...reasonQuote(view, speech),
      ...whatNow(view, capital(teller), speech),
    ],
    actions: shown(...(asked ? approvals(view, speech) : []), !isOver && !asked && takeBack(view, speech)),
  };
};

const whatNow = (view: StoryAgentView, teller: string, { t: { stories } }: Speech): Node[] => {
  const { agent } = stories;
  switch (view.state) {
    case 'proposed':
      return lines('body', [agent.proposed]);
    case 'approved':
      return [...lines('body', [agent.approved(teller)]), ...lines('subtle', [agent.silence])];
    case 'published':
      return lines('subtle', [agent.published]);
    case 'withdrawn':
      return lines('body', [agent.withdrawn]);
    case 'taken-down':
      return lines('body', [agent.takenDown]);
  }
};
