import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPostings } from '../../bot/stories/search/postings.ts';
import type { Word } from '../../bot/stories/search/vocabulary.ts';

const aWord = fc.record({
  stem: fc.constantFrom('bænk', 'skole', 'skolevej', 'vej', 'kor', 'sne'),
  parts: fc.subarray(['skole', 'vej']),
  weight: fc.integer({ min: 1, max: 5 }),
});
const words = fc.uniqueArray(aWord, { selector: ({ stem }) => stem, minLength: 1, maxLength: 4 });
/** A text under an id, or null: what was under it is removed. */
const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.option(words)), { maxLength: 40 });

/** What the words share with a text, counted naively: each word's stem, or else a part of it. */
const sharedWith = (asked: readonly Word[], text: readonly Word[]): number => {
  const terms = new Set(text.flatMap(({ stem, parts }) => [stem, ...parts]));
  const share = ({ stem, parts, weight }: Word) =>
    terms.has(stem) ? weight : parts.some((part) => terms.has(part)) ? 0.7 * weight : 0;
  return asked.reduce((sum, word) => sum + share(word), 0);
};

describe('the postings of a search', () => {
  it('find the texts that share the most, whatever was put in and removed before', () => {
    fc.assert(
      fc.property(steps, words, fc.integer({ min: 1, max: 6 }), (done, asked, limit) => {
        const postings = createPostings<number>();
        const texts = new Map<number, readonly Word[]>();
        for (const [id, text] of done) {
          postings.remove(id);
          texts.delete(id);
          if (text === null) continue;
          postings.put(id, text);
          texts.set(id, text);
        }
        const share = (id: number) => sharedWith(asked, texts.get(id) ?? []);
        const wanted = [...texts.keys()].map(share).filter((shared) => shared > 0);
        const found = postings.sharing(asked, limit);
        assert.deepEqual(
          found.map((id) => share(id).toFixed(6)),
          wanted
            .toSorted((a, b) => b - a)
            .slice(0, limit)
            .map((shared) => shared.toFixed(6)),
        );
        assert.equal(new Set(found).size, found.length);
        for (const stem of postings.stems()) assert.equal(postings.holding(stem).length, postings.count(stem));
      }),
    );
  });
});
