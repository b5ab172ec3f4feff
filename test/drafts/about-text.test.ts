import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { withPersonErased } from '../../bot/cases/replace-person.ts';
import { caseId, personId } from '../../bot/ids.ts';
import { guessFrom } from '../../bot/routing/guess.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aCase, aDraft, anAgent, aPerson } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const TEXT = 'Hvordan giver vi de trætte frivillige luft uden at tage over?';
const OTHER = 'Må vi give penge til klubben, når budgettet er brugt?';

describe('what a case is about', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, anAgent('agent')]);
    await say(setup, asker, TEXT);
  });
  afterEach(() => setup.close());

  const guessOf = (text: string) => guessFrom(setup.deps.classify(text));
  const theDraft = async () => (await setup.store.drafts.of(asker._id))[0] ?? assert.fail('no draft');
  const theCase = async (): Promise<Case> => (await setup.store.cases.of(asker._id, 9))[0] ?? assert.fail('no case');
  const send = (data: Record<string, unknown> = {}) =>
    pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no', ...data });
  const kinds = ({ events }: Case) => events.map(({ kind }) => kind);

  it('is guessed, and the guess goes with the draft to the case', async () => {
    const guess = guessOf(TEXT);
    assert.deepEqual((await theDraft()).guess, guess);
    await send();
    const c = await theCase();
    assert.deepEqual([c.guess, c.labelled], [guess, undefined]);
    assert.deepEqual([c.principle, c.topic], [guess.principles[0]?.id, guess.topics[0]?.id]);
    assert.deepEqual(kinds(c), ['asked', 'offered']);
    assert.equal((await theDraft()).guess, null);
  });

  it('is guessed with embeddings where there are any, which may take a moment', async () => {
    const other = setup.deps.classify(OTHER);
    setup.deps.classifyWithHelp = async () => {
      await new Promise(setImmediate);
      return other;
    };
    await say(setup, asker, 'Det ved ingen.');
    assert.deepEqual((await theDraft()).guess, guessFrom(other));
    await send({ text: 'Noget helt andet.' });
    assert.deepEqual((await theCase()).guess, guessFrom(other));
  });

  it('is guessed anew with a new line', async () => {
    await say(setup, asker, 'De siger, at budgettet er brugt.');
    const { text, guess } = await theDraft();
    assert.deepEqual(guess, guessOf(text));
  });

  it('is what the asker names on the form, and the journal says so', async () => {
    await pressNewest(setup, asker, 'change-draft');
    const { principle } = await theDraft();
    await send({ text: TEXT, principle, topic: 'oekonomi' });
    const c = await theCase();
    assert.deepEqual([c.principle, c.topic, c.labelled], [principle, 'oekonomi', { topic: 'asker' }]);
    assert.deepEqual(c.guess, guessOf(TEXT));
    assert.deepEqual(
      c.events.filter(({ kind }) => kind === 'labelled').map(({ by, principle, topic }) => [by, principle, topic]),
      [[asker._id, undefined, 'oekonomi']],
    );
  });

  it('is not named by labels that were only left on the form', async () => {
    await pressNewest(setup, asker, 'change-draft');
    const { principle, topic } = await theDraft();
    await send({ text: TEXT, principle, topic });
    const c = await theCase();
    assert.deepEqual([c.principle, c.topic, c.labelled], [principle, topic, undefined]);
    assert.deepEqual(kinds(c), ['asked', 'offered']);
  });

  it('is guessed from the text that is sent', async () => {
    await send({ text: OTHER });
    const c = await theCase();
    assert.deepEqual([c.guess, c.labelled], [guessOf(OTHER), undefined]);
    assert.equal(c.topic, 'oekonomi');
  });

  it('is a label that stayed on the form when the text became another', async () => {
    const { principle } = await theDraft();
    await send({ text: OTHER, principle });
    const c = await theCase();
    assert.deepEqual([c.principle, c.labelled], [principle, { principle: 'asker' }]);
  });

  it('is what it was for a draft of an earlier version, without a guess', async () => {
    const old = aDraft({ _id: caseId('old'), person: asker._id, principle: 'bygger-bro', topic: 'lovgivning' });
    await setup.store.drafts.add(old);
    await setup.bot.press({
      from: asker,
      message: 'm',
      verb: 'submit-dilemma',
      data: { draft: 'old', anonymous: 'no' },
    });
    const c = await theCase();
    assert.deepEqual([c.principle, c.topic, c.guess], ['bygger-bro', 'lovgivning', undefined]);
  });

  it('is no longer guessed when the text is gone', async () => {
    await pressNewest(setup, asker, 'discard-draft');
    assert.equal((await theDraft()).guess, null);
    const waiting = aCase('waiting', { asker: asker._id, guess: guessOf(TEXT) });
    assert.equal(withPersonErased(waiting, asker._id, personId('nobody')).guess, null);
  });
});
