import type { Story } from '../stories/story.ts';
import type { Counting } from './case-facts.ts';
import type { Fact } from './fact.ts';

/**
 * The fact that a story was told: once, in the week in which it was first published. Taking it back afterwards takes
 * back its words, not that it was told (docs/rules.md, "Facts"). Nothing counts once its teller is forgotten; what was
 * counted before stays.
 */
export const factsOfStory = (
  { _id, teller, told, publishedIn }: Story,
  { pseudonyms }: Pick<Counting, 'pseudonyms'>,
): Fact[] => {
  // Earlier versions noted no more than the week.
  const first = told ?? (publishedIn === null ? null : { week: publishedIn, unit: null });
  if (first === null || teller === null) return [];
  const who = pseudonyms.of(teller, first.week);
  return [{ _id: pseudonyms.fact(_id, 'story-told'), week: first.week, unit: first.unit, who, kind: 'story-told' }];
};
