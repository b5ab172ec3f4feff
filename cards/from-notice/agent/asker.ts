import type { AskerShown, HeldView, ListedView, OfferView } from '../../../bot/cases/view.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { dilemma } from '../parts/conversation.ts';

/** Inside a sentence; where one begins, `capital` it. Only over a quote does an anonymous asker have a title. */
export const askerName = (asker: AskerShown, { t }: Speech): string =>
  asker.as === 'named' ? asker.name : t.agent.yourColleague;

/** In characters; who must answer it needs more of it than who wrote it. */
const REMINDER = 600;

/** The dilemma of somebody else. */
export const theirDilemma = (view: HeldView | OfferView | ListedView, speech: Speech): Node[] =>
  dilemma(view, speech.t.labels.asked(asTitle(view.asker, speech)), REMINDER, speech);

const asTitle = (asker: AskerShown, { t }: Speech): string => {
  if (asker.as !== 'named') return t.labels.anonymous;
  return asker.unit === null ? asker.name : `${asker.name}, ${asker.unit},`;
};
