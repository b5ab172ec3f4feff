import type { AnswerView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts } from './nodes.ts';

/** The facts of an answer. The outcome "advice" is the usual one, so it is not shown. */
export const answerFacts = (answer: AnswerView | null, { t }: Speech): Node[] =>
  answer === null
    ? []
    : facts([
        [t.asker.outcome, answer.outcome === 'advice' ? null : t.labels.outcome[answer.outcome]],
        [t.asker.ground, answer.ground],
        [t.asker.alternative, answer.alternative],
      ]);
