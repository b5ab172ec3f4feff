import type { PersonId } from '../ids.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { type Move, updateAll } from './move.ts';
import { addTurn } from './talking.ts';
import type { Turn } from './turn.ts';

/**
 * The agent corrects the words of their answer. The asker is told; both can still see the earlier words, and nobody else
 * can (docs/rules.md, "Correcting an answer"). A form that was sent as it stood changes nothing.
 */
export const correctAnswer = (c: Case, { text }: MeasuredCommand<'correct-answer'>, actor: PersonId): Move =>
  c.turns[currentAnswer(c)]?.text === text
    ? { set: {}, events: [], tell: updateAll([actor]) }
    : addTurn(c, actor, 'correction', text, 'answer-corrected');

const ANSWERS: ReadonlySet<Turn['kind']> = new Set(['answer', 'correction']);

/** The turn with the words of the latest answer as they are now; -1 when there is none. */
export const currentAnswer = ({ turns }: Pick<Case, 'turns'>): number =>
  turns.findLastIndex(({ kind }) => ANSWERS.has(kind));

/** Whether a later turn corrects the words of this one. */
export const isCorrected = ({ turns }: Pick<Case, 'turns'>, index: number): boolean => {
  const turn = turns[index];
  if (turn === undefined || !ANSWERS.has(turn.kind)) return false;
  return turns.slice(index + 1).find(({ kind }) => ANSWERS.has(kind))?.kind === 'correction';
};
