import type { AskerView, HeldView } from '../../../bot/cases/view-types.ts';
import { groundNamed } from '../../../bot/words.ts';
import type { Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { askerFirst } from '../agent/asker.ts';
import { agentFirst } from '../asker/names.ts';
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
  const told = [...factsOf(view, speech), ...earlierAnswers(view, speech)];
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

const factsOf = (view: AskerView | HeldView, speech: Speech): Node[] => {
  if (view.answer === null) return [];
  const { t, day } = speech;
  const { outcome, ground, alternative, trial, owner } = view.answer;
  const { what, until, sign } = t.asker.trial;
  return [
    ...lines('lead', [outcome === 'advice' ? null : t.labels.outcomeInSentence[outcome]]),
    ...facts([
      [t.asker.ground, groundSaid(ground, speech)],
      [t.asker.alternative, alternative],
      [what, trial?.text ?? null],
      [until, trial === null ? null : day(trial.until, view.now)],
      [sign, trial?.sign ?? null],
    ]),
    // It is the asker's, as a rule.
    ...lines('body', [owner === 'asker' || view.state === 'closed' ? null : whoGoesOn(view, speech)]),
  ];
};

/** The ground of a clear no, in words; null when there is none. */
export const groundSaid = (ground: string | null, { t }: Speech): string | null => {
  const named = ground === null ? null : groundNamed(ground);
  return named === null ? ground : t.labels.ground[named];
};

/** Who carries the case on after its answer; null when nobody was named. */
export const whoGoesOn = (view: AskerView | HeldView, speech: Speech): string | null => {
  const owner = view.answer?.owner ?? null;
  if (owner === null) return null;
  return view.viewer === 'asker'
    ? speech.t.asker.owner[owner](agentFirst(view, speech))
    : capital(speech.t.agent.owner[owner](askerFirst(view.asker, speech)));
};
