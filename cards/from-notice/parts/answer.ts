import type { AskerView, HeldView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { quotes } from './conversation.ts';
import { facts, lines } from './nodes.ts';

/**
 * The facts of an answer, where its words are. They are in the message that brought them, and again on the closed card
 * once it says how it went: whoever looks for the answer later looks there.
 */
export const answerFacts = (view: AskerView | HeldView, speech: Speech): Node[] => {
  if (view.answer === null || view.state === 'waiting' || view.state === 'active') return [];
  if (view.turns.some(({ kind }) => kind === 'answer')) return factsOf(view.answer, speech);
  const isOver = view.state === 'closed' && view.followUp?.kept != null;
  return isOver && view.answerTurn !== null
    ? [...quotes([view.answerTurn], view.now, speech), ...factsOf(view.answer, speech)]
    : [];
};

const factsOf = ({ outcome, ground, alternative }: NonNullable<AskerView['answer']>, { t }: Speech): Node[] => [
  ...lines('lead', [outcome === 'advice' ? null : t.labels.outcomeInSentence[outcome]]),
  ...facts([
    [t.asker.ground, ground],
    [t.asker.alternative, alternative],
  ]),
];
