import type { AskerShown } from '../../../bot/cases/said-views.ts';
import type {
  CoAgentView,
  HandedView,
  HeldView,
  InvitedView,
  ListedView,
  OfferView,
} from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { dilemma } from '../parts/conversation.ts';
import { asLineStart, firstNameOf } from '../parts/names.ts';
import { lines } from '../parts/nodes.ts';

/**
 * The asker's name within a sentence; use `capital` at its start. An anonymous asker has a title only above a quote.
 */
export const askerName = (asker: AskerShown, { t }: Speech): string =>
  asker.as === 'named' ? asker.name : t.agent.yourColleague;

/** Their first name, for everything after the title. */
export const askerFirst = (asker: AskerShown, speech: Speech): string => firstNameOf(askerName(asker, speech), speech);

/** In characters; an agent needs more of the dilemma than its author. */
const MAX_REMINDER_LENGTH = 600;

/** The dilemma, as shown to an agent. */
export const theirDilemma = (
  view: HeldView | OfferView | ListedView | HandedView | InvitedView | CoAgentView,
  speech: Speech,
): Node[] => dilemma(view, speech.t.labels.asked(asTitle(view.asker, speech)), MAX_REMINDER_LENGTH, speech);

/** For whom they ask, when it is not for themselves. */
export const forWhomLine = (
  view: HeldView | OfferView | ListedView | HandedView | InvitedView | CoAgentView,
  speech: Speech,
): Node[] =>
  view.for === 'me'
    ? []
    : lines('body', [speech.t.onBehalf.theyAsk[view.for](capital(askerFirst(view.asker, speech)))]);

const asTitle = (asker: AskerShown, { t }: Speech): string => {
  if (asker.as !== 'named') return t.labels.anonymous;
  const name = asLineStart(asker.name);
  return asker.unit === null ? name : `${name}, ${asker.unit},`;
};
