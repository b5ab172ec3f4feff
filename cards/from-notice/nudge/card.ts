import type { NudgeNotice } from '../../../bot/nudges/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { quarterlyCard, silenceCard } from './questions.ts';
import { weeklyCard } from './weekly.ts';
import { welcomeCard } from './welcome.ts';

/** The weekly principle, the welcome before it, and the questions that replace it. */
export const nudgeCard = ({ view }: NudgeNotice, speech: Speech): Card => {
  switch (view.message) {
    case 'welcome':
      return welcomeCard(view, speech);
    case 'nudge':
      return weeklyCard(view, speech);
    case 'quarterly':
      return quarterlyCard(view, speech);
    case 'silence':
      return silenceCard(view, speech);
  }
};
