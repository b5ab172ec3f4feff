import type { HeldView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts, lines } from '../parts/nodes.ts';
import { askerFirst } from './asker.ts';

/** Who the asker is, who has just shown their name. */
export const revealedNow = ({ asker, talk }: HeldView, speech: Speech): Node[] => {
  if (asker.as !== 'named') return [];
  const { t } = speech;
  const { revealed, unit } = t.agent;
  const named = revealed.text(askerFirst(asker, speech));
  return [...lines('body', [talk === null ? named : `${named} ${revealed.mayTalk}`]), ...facts([[unit, asker.unit]])];
};
