import assert from 'node:assert/strict';
import { createClassifier, type Example } from '../../bot/routing/classify.ts';
import { learnRouting } from '../../bot/routing/learn-routing.ts';
import { readRoutingModel, writeRoutingModel } from '../../bot/routing/routing-model.ts';
import type { Principle, Topic } from '../../bot/words.ts';
import { content } from '../support/fixtures/content.ts';
import { listening } from '../support/fixtures/small-lexicon.ts';

const example = (text: string, principle: Principle, topic: Topic): Example => ({
  text,
  principles: [principle],
  topics: [topic],
});
const few = {
  lexicon: listening([]),
  dilemmas: [
    example('Må en kælk stå på torvet?', 'tydelig-ramme', 'lovgivning'),
    example('Må en kælk lånes ud?', 'tydelig-ramme', 'lovgivning'),
    example('Hvem kender spejderne?', 'bygger-bro', 'tvaergaaende'),
    example('Hvem kender koret?', 'bygger-bro', 'tvaergaaende'),
  ],
  noDilemmas: ['Katten sover'],
};
const firstOf = (classify: ReturnType<typeof createClassifier>, text: string) => {
  const { principles, topics } = classify(text);
  return [principles[0]?.id, topics[0]?.id];
};

describe('what routing learned', () => {
  it('is kept as the words and examples teach it: after a change, run npm run train', () => {
    assert.ok(content.routingModel !== null, 'run npm run train');
  });

  it('is the same again, and after it was stored', () => {
    const model = learnRouting(few);
    assert.deepEqual(learnRouting(few), model);
    const { plain, bytes } = writeRoutingModel(model);
    assert.deepEqual(readRoutingModel(JSON.parse(JSON.stringify(plain)), bytes), model);
  });

  it('is what the examples say', () => {
    const classify = createClassifier(few);
    assert.deepEqual(firstOf(classify, 'Må en kælk køre på plænen?'), ['tydelig-ramme', 'lovgivning']);
    assert.deepEqual(firstOf(classify, 'Hvem kender klubben?'), ['bygger-bro', 'tvaergaaende']);
  });

  it('grows by the examples of a municipality, also by words that were never seen, and forgets nothing', () => {
    const own = ['åen', 'floden', 'bækken', 'fjorden'].map((water) =>
      example(`Snurrebassen ved ${water} skal op igen`, 'skaber-fremdrift', 'borgerinitiativ'),
    );
    const before = createClassifier(content, content.routingModel);
    const after = createClassifier(content, content.routingModel, own);
    const text = 'Hvad gør vi med snurrebassen?';
    const chance = (classify: typeof before) =>
      classify(text).principles.find(({ id }) => id === 'skaber-fremdrift')?.probability ?? 0;
    assert.ok(chance(after) > chance(before) + 0.1, `${chance(before)} ${chance(after)}`);
    const others = content.dilemmas.filter((_, i) => i % 40 === 0).map(({ text }) => text);
    const changed = others.filter((text) => firstOf(before, text)[0] !== firstOf(after, text)[0]);
    assert.ok(changed.length <= others.length / 30, changed.join('\n'));
  });
});
