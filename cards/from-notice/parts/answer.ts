import type { AnswerView } from '../../../bot/cases/view.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts } from './nodes.ts';

/** That an answer is advice goes without saying. */
export const answerFacts = (answer: AnswerView | null, { t }: Speech): Node[] =>
  answer === null
    ? []
    : facts([
        [t.asker.outcome, answer.outcome === 'advice' ? null : t.labels.outcome[answer.outcome]],
        [t.asker.ground, answer.ground],
        [t.asker.alternative, answer.alternative],
      ]);
