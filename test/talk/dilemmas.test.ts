import assert from 'node:assert/strict';
import { createClassifier } from '../../bot/routing/classify.ts';
import { saysMuch } from '../../bot/routing/says-much.ts';
import { inDoubt } from '../../bot/talk/in-doubt.ts';
import { recognise } from '../../bot/talk/recognise.ts';
import { smallTalk } from '../../bot/talk/small-talk.ts';
import { tooShort } from '../../bot/talk/words-in-chat.ts';
import { content } from '../support/fixtures/content.ts';

/** Every fourth of them, to be quick. */
const DILEMMAS = content.dilemmas.filter((_, i) => i % 4 === 0).map(({ text }) => text);
/** People write in bursts, so a sentence may come alone. */
const SENTENCES = DILEMMAS.flatMap((text) => text.split(/(?<=[.?!:])\s+/u)).filter((text) => !tooShort(text));

const classify = createClassifier(content, content.routingModel);
const knows = (text: string): boolean => saysMuch(classify(text));

/** Whether Sammen would answer it instead of making a draft. */
const isSwallowed = (text: string): boolean => {
  const heard = recognise(text);
  const asked = heard !== null && heard.to !== 'anybody' && heard.as !== 'guess';
  return asked || smallTalk(text) !== null;
};

describe('a real dilemma', () => {
  it('is never taken for a question to Sammen or for small talk; of its sentences at most two in a thousand are', () => {
    assert.ok(DILEMMAS.length > 800 && SENTENCES.length > 1000);
    assert.deepEqual(DILEMMAS.filter(isSwallowed), []);
    const alone = SENTENCES.filter(isSwallowed);
    assert.ok(alone.length <= (2 * SENTENCES.length) / 1000, alone.join('\n'));
  });

  it('is shown as a draft at once; only a few short sentences alone are asked about', () => {
    assert.deepEqual(
      DILEMMAS.filter((text) => inDoubt(text, knows) !== null),
      [],
    );
    const asked = SENTENCES.filter((text) => inDoubt(text, knows) !== null);
    assert.ok(asked.length < SENTENCES.length / 40, `${asked.length} of ${SENTENCES.length}`);
  });
});

describe('a text that could be either', () => {
  const either = {
    help: [
      'Kan du hjælpe mig?',
      'help me, can you?',
      'Vil du gifte dig med mig?',
      'asdf qwer zxcv',
      'Jeg forstår ikke',
    ],
    agents: ['Hvem kan hjælpe?', 'Hvem kan jeg spørge?'],
  };
  for (const [word, texts] of Object.entries(either))
    it(`offers ${word} beside the draft`, () => {
      for (const text of texts) assert.equal(inDoubt(text, knows), word, text);
    });

  it('is a dilemma when it speaks of others or announces one', () => {
    for (const text of ['Kan du hjælpe mig med en nabo?', 'Jeg har et lille problem', 'Hej, må jeg spørge om noget?'])
      assert.equal(inDoubt(text, knows), null, text);
  });
});
