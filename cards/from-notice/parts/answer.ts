import type { AskerView, HeldView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { quoteOf, quotes } from './conversation.ts';
import { facts, lines } from './nodes.ts';

/**
 * The facts of an answer, where its words are. They are in the message that brought them, and again on the closed card
 * once it says how it went: whoever looks for the answer later looks there.
 */
export const answerFacts = (view: AskerView | HeldView, speech: Speech): Node[] => {
  if (view.answer === null || view.state === 'waiting') return [];
  if (view.state === 'active')
    return view.turns.some(({ kind }) => kind === 'correction') ? earlierAnswers(view, speech) : [];
  const told = [...factsOf(view.answer, speech), ...earlierAnswers(view, speech)];
  if (view.turns.some(({ kind }) => kind === 'answer' || kind === 'correction')) return told;
  const isOver = view.state === 'closed' && view.followUp?.kept != null;
  return isOver && view.answerTurn !== null ? [...quotes([view.answerTurn], view.now, speech), ...told] : [];
};

/** What the answer said before, for whoever wants to see it. */
const earlierAnswers = ({ earlierAnswers: earlier, now }: AskerView | HeldView, speech: Speech): Node[] => {
  if (earlier.length === 0) return [];
  const { first, all } = speech.t.shared.earlier;
  return [
    {
      kind: 'folded',
      label: earlier.length === 1 ? first : all,
      quotes: earlier.map((turn) => quoteOf(turn, now, speech)),
    },
  ];
};

const factsOf = ({ outcome, ground, alternative }: NonNullable<AskerView['answer']>, { t }: Speech): Node[] => [
  ...lines('lead', [outcome === 'advice' ? null : t.labels.outcomeInSentence[outcome]]),
  ...facts([
    [t.asker.ground, ground],
    [t.asker.alternative, alternative],
  ]),
];
