import assert from 'node:assert/strict';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';
import type { Classification } from '../../bot/routing/classify.ts';
import { createClassifierWithHelp } from '../../bot/routing/classify-with-help.ts';
import type { Embeddings } from '../../bot/routing/embeddings.ts';
import type { Example } from '../../bot/routing/examples.ts';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';

const masked = (text: string) => maskPersonalNumbers(text, { phones: [] }).text;
const settled = () => new Promise(setImmediate);

/** 90 examples: the money ones speak of taget, the others of mødet. */
const EXAMPLES: Example[] = Array.from({ length: 90 }, (_, i) =>
  i % 3 === 0
    ? { text: `taget ${i}`, principles: ['tydelig-ramme'], topics: ['oekonomi'] }
    : { text: `mødet ${i}, ring 20 12 34 5${i % 10}`, principles: ['lytter-foerst'], topics: ['borgerdialog'] },
);

/** A text without a word of its own for anything: every label is equally likely. */
const undecided = (): Classification => ({
  principles: PRINCIPLES.map((id) => ({ id, probability: 1 / PRINCIPLES.length })),
  topics: TOPICS.map((id) => ({ id, probability: 1 / TOPICS.length })),
  sure: false,
  says: true,
  names: true,
  needs: ['lovgivning'],
  wordsFor: () => [],
});

const vectorOf = (text: string, length: number): Float32Array => {
  const vector = new Float32Array(length);
  vector[text.includes('tag') ? 0 : 1] = 1;
  return vector;
};

describe('classifying with the help of embeddings', () => {
  let asked: string[][];
  let waits: number[];
  let length: number | null;
  const embeddings: Embeddings = {
    vectorsOf: async (texts, within) => {
      asked.push([...texts]);
      waits.push(within);
      const places = length;
      return places === null ? null : texts.map((text) => vectorOf(text, places));
    },
  };
  const create = (classify = undecided) =>
    createClassifierWithHelp({
      classify,
      isSure: ([best]) => (best?.probability ?? 0) > 0.3,
      examples: EXAMPLES,
      embeddings,
    });

  beforeEach(() => {
    asked = [];
    waits = [];
    length = 4;
  });

  it('says what the words say until all examples are placed, which happens in the background', async () => {
    const classify = create();
    const text = masked('Vores tagrende');
    assert.deepEqual((await classify(text)).principles, undecided().principles);
    await settled();
    assert.deepEqual(
      asked.map((texts) => texts.length),
      [32, 32, 26],
    );
    assert.ok(!asked.flat().some((example) => example.includes('20 12')), 'examples are masked');
    const { principles, topics, sure, needs } = await classify(text);
    assert.deepEqual(
      [principles[0]?.id, topics[0]?.id, sure, needs],
      ['tydelig-ramme', 'oekonomi', true, ['lovgivning']],
    );
    assert.deepEqual(asked.at(-1), [text]);
    assert.deepEqual(waits, [20_000, 20_000, 20_000, 300]);
    for (const ranked of [principles, topics]) {
      const sum = ranked.reduce((total, { probability }) => total + probability, 0);
      assert.ok(Math.abs(sum - 1) < 1e-9, String(sum));
      assert.ok(ranked.every(({ probability }) => probability > 0));
    }
  });

  it('does not overturn words that are sure', async () => {
    const clear = (): Classification => ({
      ...undecided(),
      principles: PRINCIPLES.map((id) => ({ id, probability: id === 'bygger-bro' ? 0.95 : 0.01 })).toSorted(
        (a, b) => b.probability - a.probability,
      ),
    });
    const classify = create(clear);
    await classify(masked('tagrende'));
    await settled();
    assert.equal((await classify(masked('tagrende'))).principles[0]?.id, 'bygger-bro');
  });

  it('does not ask about a text that says nothing about work', async () => {
    const classify = create(() => ({ ...undecided(), says: false }));
    await classify(masked('blåt tag'));
    await settled();
    await classify(masked('blåt tag'));
    assert.equal(asked.length, 3);
  });

  it('goes on with the examples where it stopped, and is never in the way', async () => {
    length = null;
    const classify = create();
    for (let text = 0; text < 3; text++) {
      assert.deepEqual((await classify(masked('tagrende'))).topics, undecided().topics);
      await settled();
    }
    length = 4;
    await classify(masked('tagrende'));
    await settled();
    assert.equal((await classify(masked('tagrende'))).topics[0]?.id, 'oekonomi');
    length = null;
    assert.deepEqual((await classify(masked('tagrende'))).topics, undecided().topics);
  });

  it('places the examples again when the server has another model', async () => {
    const classify = create();
    await classify(masked('tagrende'));
    await settled();
    length = 7;
    assert.deepEqual((await classify(masked('tagrende'))).topics, undecided().topics);
    await classify(masked('tagrende'));
    await settled();
    assert.equal((await classify(masked('tagrende'))).topics[0]?.id, 'oekonomi');
  });

  it('starts the examples over when the model changes among them', async () => {
    let batch = 0;
    const changing: Embeddings = {
      vectorsOf: async (texts) => texts.map((text) => vectorOf(text, batch++ === 0 ? 4 : 7)),
    };
    const classify = createClassifierWithHelp({
      classify: undecided,
      isSure: () => false,
      examples: EXAMPLES,
      embeddings: changing,
    });
    for (let text = 0; text < 3; text++) {
      await classify(masked('tagrende'));
      await settled();
    }
    assert.equal((await classify(masked('tagrende'))).topics[0]?.id, 'oekonomi');
  });

  it('learns nothing from vectors that are all alike', async () => {
    const alike: Embeddings = { vectorsOf: async (texts) => texts.map(() => Float32Array.of(1, 0)) };
    const classify = createClassifierWithHelp({
      classify: undecided,
      isSure: () => false,
      examples: EXAMPLES,
      embeddings: alike,
    });
    await classify(masked('tagrende'));
    await settled();
    assert.deepEqual((await classify(masked('tagrende'))).topics, undecided().topics);
  });
});
