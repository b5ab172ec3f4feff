import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Nudge, nudgesSchema } from '../../bot/nudges/nudge-library.ts';
import { FIELDS_OF_WORK, LANGUAGES, NUDGE_KINDS, PRINCIPLES } from '../../bot/words.ts';
import { bureaucraticWords } from '../support/assertions/bureaucratic-words.ts';
import { lix } from '../support/assertions/lix.ts';
import { sharedRuns, similarity } from '../support/assertions/similarity.ts';

const nudges = nudgesSchema.parse(
  JSON.parse(readFileSync(new URL('../../content/nudges.json', import.meta.url), 'utf8')),
);
const of = (principle: string): Nudge[] => nudges.filter((nudge) => nudge.principle === principle);
const inBoth = nudges.flatMap(({ id, ...nudge }) =>
  LANGUAGES.map((language) => ({ id, text: nudge[language], language })),
);
const INVENTED = { da: 'Et tænkt eksempel: ', en: 'An invented example: ' };

const MAX_LENGTH = 300;
const HARDEST_LIX = 35;
const MAX_ALIKE = 0.15;
const SHARED_RUN = 6;

describe('the library of nudges', () => {
  for (const principle of PRINCIPLES) {
    it(`has ten nudges for ${principle}, nine of them for everybody: enough for a year`, () => {
      assert.ok(of(principle).length >= 10);
      assert.ok(of(principle).filter(({ field }) => field === 'all').length >= 9);
    });

    it(`has something of every kind and for every field of work in ${principle}`, () => {
      assert.deepEqual(new Set(of(principle).map(({ kind }) => kind)), new Set(NUDGE_KINDS));
      assert.deepEqual(new Set(of(principle).map(({ field }) => field)), new Set(FIELDS_OF_WORK));
    });

    it(`sends people out to meet somebody in a third of ${principle}`, () => {
      const out = of(principle).filter(({ kind }) => kind === 'reach-out');
      assert.ok(out.length * 3 >= of(principle).length, `${out.length} of ${of(principle).length}`);
    });
  }

  for (const field of FIELDS_OF_WORK.filter((field) => field !== 'all')) {
    it(`has eighteen nudges for ${field}, three in each principle and something of every kind`, () => {
      const own = nudges.filter((nudge) => nudge.field === field);
      for (const principle of PRINCIPLES) assert.ok(own.filter((nudge) => nudge.principle === principle).length >= 3);
      assert.deepEqual(new Set(own.map(({ kind }) => kind)), new Set(NUDGE_KINDS));
    });
  }

  it('prefixes each nudge’s id with its principle', () => {
    const shorts = new Map(
      PRINCIPLES.map((principle) => [principle, new Set(of(principle).map(({ id }) => id.slice(0, 3)))]),
    );
    assert.deepEqual(
      [...shorts.values()].flatMap((prefixes) => [...prefixes]),
      ['lf-', 'bb-', 'sf-', 'gn-', 'fv-', 'tr-'],
    );
  });

  it(`keeps each text within ${MAX_LENGTH} characters`, () => {
    assert.deepEqual(
      inBoth.filter(({ text }) => [...text].length > MAX_LENGTH),
      [],
    );
  });

  it(`reads easily: a LIX of at most ${HARDEST_LIX} in Danish`, () => {
    const hard = nudges.map(({ id, da }) => ({ id, lix: lix(da) })).filter(({ lix }) => lix > HARDEST_LIX);
    assert.deepEqual(hard, []);
  });

  it('marks every story as invented, in both languages', () => {
    for (const { id, kind, da, en } of nudges) {
      const marked = [da.startsWith(INVENTED.da), en.startsWith(INVENTED.en)];
      assert.equal(marked[0], marked[1], id);
      if (kind === 'story') assert.deepEqual(marked, [true, true], id);
    }
  });

  for (const language of LANGUAGES) {
    const texts = inBoth.filter((nudge) => nudge.language === language);
    const withoutMark = texts.map(({ id, text }) => ({ id, text: text.replace(INVENTED[language], '') }));

    it(`repeats no run of words (${language})`, () => {
      assert.deepEqual(sharedRuns(withoutMark, SHARED_RUN), []);
    });

    it(`has no two similar nudges (${language})`, () => {
      const alike = withoutMark.flatMap((nudge, index) =>
        withoutMark
          .slice(0, index)
          .filter((other) => similarity(nudge.text, other.text) > MAX_ALIKE)
          .map((other) => `${nudge.id} and ${other.id}`),
      );
      assert.deepEqual(alike, []);
    });

    it(`avoids bureaucratic words (${language})`, () => {
      assert.deepEqual(
        texts.flatMap(({ id, text }) => bureaucraticWords(text, language).map((word) => `${id}: ${word}`)),
        [],
      );
    });
  }

  it('has no exclamation marks, and closes every quote', () => {
    for (const { id, text } of inBoth) {
      assert.doesNotMatch(text, /!|\p{Extended_Pictographic}|\s{2}|\.\.\./u, id);
      assert.equal((text.match(/"/g)?.length ?? 0) % 2, 0, id);
      assert.match(text, /[.?…]"?\.?$/u, id);
    }
  });
});
