import type { HrStoryView } from '../../../bot/stories/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { words } from '../parts/case-form.ts';
import { MAX } from '../parts/limits.ts';
import { lines } from '../parts/nodes.ts';
import { dataOf, storyQuote } from './parts.ts';

/** A published story as HR sees it, who may take it down. */
export const hrStoryCard = (view: HrStoryView, speech: Speech): Card => {
  const { hr, standing, actions } = speech.t.stories;
  const { label, reason, intro, send } = actions.takeDown;
  const isUp = view.state === 'published';
  return {
    title: hr.title[view.state],
    kicker: `${standing} · ${speech.principle(view.principle)}`,
    tone: isUp ? 'plain' : 'quiet',
    body: [...storyQuote(view, speech.t.stories.agent.words), ...lines('subtle', [isUp ? hr.nameless : hr.takenDown])],
    actions: isUp
      ? [
          {
            kind: 'form',
            verb: 'withdraw-story',
            label,
            send,
            intro,
            data: dataOf(view),
            weight: 'normal',
            inputs: [words('reason', reason, true, { maxLength: MAX.line })],
          },
        ]
      : [],
  };
};
