import { isOneLetterOff } from '../../talk/one-letter-off.ts';
import type { Word } from './vocabulary.ts';

/** A part of a compound says less than the word alone: a "skolevej" is not about the school. */
const OF_PART = 0.7;
const OF_TYPO = 0.6;
/** Short words have many real words for neighbours. */
const MIN_TYPO_LENGTH = 6;
/** One word in common is an accident, however rare it is. */
const MIN_SHARED = 2;
/** How much more it counts when both are surely about the same principle. */
const SAME_PRINCIPLE = 0.5;
/** From this closeness on a story may help whoever has the dilemma (docs/rules.md, "Looking for stories"). */
const CLOSE = 4;

export const isClose = (closeness: number): boolean => closeness >= CLOSE;

/**
 * How close a dilemma is to a story: what the words say that both have, times the root of their share of all that the
 * dilemma says. A long dilemma that only touches a story is as far from it as a short one that shares a common word.
 * @param alike how likely it is that the dilemma is about the story's principle, from 0 to 1
 */
export const closenessOf = (dilemma: readonly Word[], story: readonly Word[], alike: number): number => {
  const all = dilemma.reduce((sum, { weight }) => sum + weight, 0);
  const stems = new Set(story.map((word) => word.stem));
  const telling = story.filter(({ weight }) => weight > 0);
  const shared = dilemma.map((word) => sharedWith(word, telling, stems)).filter((weight) => weight > 0);
  if (shared.length < MIN_SHARED) return 0;
  const sum = shared.reduce((total, weight) => total + weight, 0);
  return sum * Math.sqrt(sum / all) * (1 + SAME_PRINCIPLE * alike);
};

const sharedWith = (word: Word, story: readonly Word[], stems: ReadonlySet<string>): number => {
  if (word.weight === 0) return 0;
  if (stems.has(word.stem)) return word.weight;
  return Math.max(0, ...story.map((other) => likeness(word, other)));
};

const likeness = (word: Word, other: Word): number => {
  const least = Math.min(word.weight, other.weight);
  if (word.parts.includes(other.stem) || other.parts.includes(word.stem)) return OF_PART * least;
  if (word.parts.some((part) => other.parts.includes(part))) return OF_PART * OF_PART * least;
  const mayBeTypo = word.stem.length >= MIN_TYPO_LENGTH && other.stem.length >= MIN_TYPO_LENGTH;
  return mayBeTypo && isOneLetterOff(word.stem, other.stem) ? OF_TYPO * least : 0;
};
