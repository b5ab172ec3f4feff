import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import type { DraftView } from '../../bot/drafts/notice.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aProfile } from '../support/fixtures/builders.ts';
import { aGuess, classified } from '../support/fixtures/guesses.ts';

const asker = aPerson('asker');
const TEXT = 'En gruppe naboer vil have en bænk på hjørnet';
const UNSURE = aGuess({ 'lytter-foerst': 0.4, 'tydelig-ramme': 0.3, 'bygger-bro': 0.2, 'goer-det-nemt': 0.1 });
const SURE = aGuess({ 'goer-det-nemt': 0.9 }, { oekonomi: 0.8 }, { sure: true });
const SILENT = aGuess({ 'lytter-foerst': 0.2 }, {}, { says: false });

describe('the question what a dilemma is mostly about', () => {
  let setup: TestBot;
  let guess = UNSURE;
  beforeEach(async () => {
    guess = UNSURE;
    setup = await openTestBot([
      asker,
      anAgent('bo'),
      anAgent('eva', { agent: aProfile({ principles: ['tydelig-ramme'] }) }),
    ]);
    setup.deps.classify = () => classified(guess, ['naboer']);
    setup.deps.classifyWithHelp = async () => classified(guess, ['naboer']);
  });
  afterEach(() => setup.close());

  const card = (): DraftView => {
    const notice = setup.chatOf(asker).findLast(({ notice }) => notice.kind === 'draft')?.notice;
    return notice?.kind === 'draft' ? notice.view : assert.fail('no draft');
  };
  const theDraft = async () => (await setup.store.drafts.of(asker._id))[0] ?? assert.fail('no draft');
  const theCase = async (): Promise<Case> => (await setup.store.cases.of(asker._id, 9))[0] ?? assert.fail('no case');
  const name = (principle: string) => pressNewest(setup, asker, 'name-principle', { principle });
  const send = () => pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });

  it('has the three likeliest as choices, and can be left unanswered', async () => {
    await say(setup, asker, TEXT);
    assert.deepEqual(card().choices, ['lytter-foerst', 'tydelig-ramme', 'bygger-bro']);
    await send();
    const c = await theCase();
    assert.deepEqual([c.principle, c.labelled, c.offers[0]?.agent], ['lytter-foerst', undefined, 'bo']);
    assert.equal(c.offers[0]?.why?.guess, true);
  });

  it('keeps the answer as the asker’s label, on the same card, and asks an agent who knows it', async () => {
    await say(setup, asker, TEXT);
    await name('tydelig-ramme');
    const { principle, choices, named, certainty } = card();
    assert.deepEqual(
      { principle, choices, named, certainty },
      {
        principle: 'tydelig-ramme',
        choices: [],
        named: true,
        certainty: 'sure',
      },
    );
    assert.equal(setup.chatOf(asker).length, 1);
    await send();
    const c = await theCase();
    assert.deepEqual([c.principle, c.labelled], ['tydelig-ramme', { principle: 'asker' }]);
    assert.deepEqual(c.guess, UNSURE);
    assert.deepEqual([c.offers[0]?.agent, c.offers[0]?.why?.guess], ['eva', false]);
    const labelled = c.events.find(({ kind }) => kind === 'labelled');
    assert.deepEqual([labelled?.by, labelled?.principle, labelled?.topic], [asker._id, 'tydelig-ramme', undefined]);
  });

  it('is answered also by what was guessed: that is a label, too', async () => {
    await say(setup, asker, TEXT);
    await name('lytter-foerst');
    assert.deepEqual((await theDraft()).labelled, { principle: 'asker' });
  });

  it('is not asked again after another line, which guesses the rest anew', async () => {
    await say(setup, asker, TEXT);
    await name('bygger-bro');
    guess = SURE;
    await say(setup, asker, 'men vejafdelingen siger nej');
    const { principle, topic, guess: kept } = await theDraft();
    assert.deepEqual([principle, topic, kept], ['bygger-bro', 'oekonomi', SURE]);
    assert.deepEqual([card().named, card().choices], [true, []]);
  });

  it('goes when another line says it, and comes when one leaves it open', async () => {
    await say(setup, asker, TEXT);
    guess = SURE;
    await say(setup, asker, 'men vejafdelingen siger nej');
    assert.deepEqual(card().choices, []);
    guess = UNSURE;
    await say(setup, asker, 'og naboerne er sure');
    assert.equal(card().choices.length, 3);
  });

  it('can be answered otherwise under Change', async () => {
    await say(setup, asker, TEXT);
    await name('bygger-bro');
    await pressNewest(setup, asker, 'change-draft');
    assert.equal(card().principle, 'bygger-bro');
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no', text: TEXT, principle: 'goer-det-nemt' });
    const c = await theCase();
    assert.deepEqual([c.principle, c.labelled], ['goer-det-nemt', { principle: 'asker' }]);
  });

  it('is not asked when the text says too little, or nothing', async () => {
    await say(setup, asker, 'Jeg har et lille problem');
    assert.deepEqual([card().vague, card().choices], [true, []]);
    guess = SILENT;
    setup.now = new Date(setup.now.getTime() + 3_600_000);
    await say(setup, asker, TEXT);
    assert.deepEqual([card().certainty, card().choices], ['silent', []]);
  });

  it('takes the answer once, and again after another answer', async () => {
    await say(setup, asker, TEXT);
    const old = setup.chatOf(asker).at(-1)?.id ?? '';
    const { id: draft, rev } = card();
    const press = (principle: string) =>
      setup.bot.press({ from: asker, message: old, verb: 'name-principle', data: { draft, rev, principle } });
    await press('bygger-bro');
    const first = await theDraft();
    await press('bygger-bro');
    assert.equal((await theDraft()).rev, first.rev);
    await press('tydelig-ramme');
    assert.equal((await theDraft()).principle, 'tydelig-ramme');
  });

  it('is refused from others, for another word, and once it was sent or thrown away', async () => {
    await say(setup, asker, TEXT);
    const { id: draft } = card();
    const press = (from: typeof asker, principle: string) =>
      setup.bot.press({ from, message: 'm', verb: 'name-principle', data: { draft, principle } });
    await assert.rejects(press(aPerson('other'), 'bygger-bro'), { code: 'not-found' });
    await assert.rejects(press(asker, 'mod'));
    await send();
    await assert.rejects(press(asker, 'bygger-bro'), { code: 'draft-used' });
    await say(setup, asker, TEXT);
    await pressNewest(setup, asker, 'new-dilemma');
    await pressNewest(setup, asker, 'discard-draft');
    await assert.rejects(name('bygger-bro'), { code: 'draft-discarded' });
  });
});
