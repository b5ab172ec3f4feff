import type { StoryView } from '../../../bot/stories/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { agentsStoryCard } from './agent.ts';
import { hrStoryCard } from './hr.ts';
import { tellersStoryCard } from './teller.ts';

/** A story as one of its two, or HR, may see it now. */
export const storyCard = (view: StoryView, speech: Speech): Card => {
  switch (view.viewer) {
    case 'teller':
      return tellersStoryCard(view, speech);
    case 'agent':
      return agentsStoryCard(view, speech);
    case 'hr':
      return hrStoryCard(view, speech);
  }
};
