import assert from 'node:assert/strict';
import type { CaseId, StoryId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';
import { findWarning } from '../../bot/privacy/warnings.ts';
import { Refusal } from '../../bot/refusal.ts';
import type { Story } from '../../bot/stories/story.ts';
import { runJob } from '../../jobs/jobs.ts';
import { ask, dumpStore, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const DAY = 86_400_000;
const mette = aPerson('mette', { name: 'Mette Krogh', unit: 'Park og Vej' });
const karen = anAgent('karen', { name: 'Karen Skov', unit: 'Biblioteket' });
const lone = aPerson('lone', { name: 'Lone Hede', roles: ['hr'] });
const per = aPerson('per', { name: 'Per Dam' });

const DILEMMA =
  'Jeg hedder Mette Krogh og er i Park og Vej. Hvordan får jeg naboerne på Søvej 14 med, når Bent Jensen klager over bænken?';
const ANSWER = 'Gå derned sammen med dem, før nogen tegner noget. Hilsen Karen Skov, Biblioteket';
const LEARNED = 'At det hjælper at gå derned i stedet for at skrive. Bent ringer nu til mig på 22 34 56 78.';

/** A case that is answered and closed, and whose asker was asked how it went. */
const followedUp = async (setup: TestBot, anonymous: 'yes' | 'no' = 'no'): Promise<CaseId> => {
  setup.now = TUESDAY;
  await say(setup, mette, DILEMMA);
  await pressNewest(setup, mette, 'submit-dilemma', { anonymous });
  await pressNewest(setup, karen, 'accept-case', { text: '' });
  await pressNewest(setup, karen, 'answer-case', { text: ANSWER, outcome: 'advice' });
  await pressNewest(setup, mette, 'close-case');
  setup.now = new Date(TUESDAY.getTime() + 14 * DAY);
  await runJob('follow-up', setup.deps);
  await setup.sender.flush();
  const newest = setup.chatOf(mette).findLast(({ notice }) => notice.kind === 'case');
  assert.ok(newest?.notice.kind === 'case');
  return newest.notice.view.id;
};

const cardOf = (setup: TestBot, person: Person) => {
  const newest = setup.chatOf(person).findLast(({ notice }) => notice.kind === 'story');
  assert.ok(newest?.notice.kind === 'story', `${person.name} has no story`);
  return { message: newest.id, view: newest.notice.view };
};
const press = async (setup: TestBot, from: Person, verb: string, data: Record<string, unknown>, message = 'm') => {
  const outcome = await setup.bot.press({ from, message, verb, data });
  await setup.sender.flush();
  return outcome;
};
const codeOf = (pressed: Promise<unknown>): Promise<string> =>
  pressed.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const storyOf = async (setup: TestBot, id: CaseId): Promise<Story> => {
  const story = await setup.store.stories.ofCase(id);
  assert.ok(story);
  return story;
};
const publishedNow = (setup: TestBot) => setup.store.stories.publishedAfter('', 100);

describe('the life of a story', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([mette, karen, lone, per]);
  });
  afterEach(() => setup.close());

  /** A story that both have said yes to. */
  const told = async (anonymous: 'yes' | 'no' = 'no'): Promise<{ id: CaseId; story: StoryId }> => {
    const id = await followedUp(setup, anonymous);
    await pressNewest(setup, mette, 'follow-up', { kept: 'yes', text: LEARNED, story: 'yes' });
    await press(setup, mette, 'approve-story', { case: id, approve: 'yes' });
    await press(setup, karen, 'approve-story', { case: id, approve: 'yes' });
    return { id, story: (await storyOf(setup, id))._id };
  };

  it('outlives its case, and either of the two can still take it back', async () => {
    const { id, story } = await told();
    setup.now = new Date(setup.now.getTime() + 400 * DAY);
    await runJob('retention', setup.deps, 'hand');
    await setup.sender.flush();
    assert.equal(await setup.store.cases.get(id), null);
    assert.equal((await publishedNow(setup)).length, 1);
    await press(setup, karen, 'show-story', { story });
    const { view } = cardOf(setup, karen);
    assert.ok(view.viewer === 'agent');
    assert.deepEqual([view.state, view.number, view.may], ['published', 1, { approve: false, edit: false }]);
    assert.deepEqual(view.teller, { as: 'anonymous' });
    assert.equal(await codeOf(press(setup, mette, 'edit-story', { case: id, text: 'Andre ord' })), 'case-gone');
    await press(setup, karen, 'withdraw-story', { story });
    assert.deepEqual(await publishedNow(setup), []);
  });

  for (const anonymous of ['no', 'yes'] as const) {
    it(`ends published with nothing that masking or the name finder sees (anonymous: ${anonymous})`, async () => {
      const { id, story } = await told(anonymous);
      const [shown, ...more] = await publishedNow(setup);
      assert.ok(shown);
      assert.deepEqual(more, []);
      assert.ok(shown.text.length <= 600 && /[.!?]$/.test(shown.text), shown.text);
      assert.match(shown.text, /Gå derned sammen med dem, før nogen tegner noget\./);
      assert.match(shown.text, /At det hjælper at gå derned i stedet for at skrive\./);
      assert.deepEqual(maskPersonalNumbers(shown.text, { phones: [] }), { text: shown.text, found: [] });
      assert.equal(findWarning(shown.text, [], setup.deps.warningWords)?.named ?? false, false);
      for (const word of [
        'Mette',
        'Krogh',
        'Park og Vej',
        'Karen',
        'Skov',
        'Biblioteket',
        'Bent',
        'Jensen',
        'Søvej',
        '22 34',
      ])
        assert.ok(!shown.text.includes(word), `${word} in: ${shown.text}`);
      // Whoever reads it has an id, its labels, its words and a week: none of them is of the case or of a person.
      assert.deepEqual(Object.keys(shown).sort(), ['_id', 'language', 'principle', 'text', 'topic', 'week']);
      for (const part of [id, mette._id, karen._id]) assert.ok(!story.includes(part), part);
    });
  }

  it('shows nobody the words before both yeses, and asks for both again after a change', async () => {
    const id = await followedUp(setup);
    await pressNewest(setup, mette, 'follow-up', { kept: 'yes', story: 'yes' });
    const steps: [Person, string, Record<string, unknown>, Story['state']][] = [
      [mette, 'edit-story', { text: 'Vi gik derned sammen.' }, 'proposed'],
      [mette, 'approve-story', { approve: 'yes' }, 'approved'],
      [mette, 'edit-story', { text: 'Vi gik derned sammen, før nogen tegnede.' }, 'proposed'],
      [mette, 'approve-story', { approve: 'yes' }, 'approved'],
      [karen, 'approve-story', { approve: 'yes' }, 'published'],
      [mette, 'edit-story', { text: 'Vi gik derned.' }, 'proposed'],
      [mette, 'approve-story', { approve: 'yes' }, 'approved'],
    ];
    for (const [who, verb, data, state] of steps) {
      await press(setup, who, verb, { case: id, ...data });
      assert.equal((await storyOf(setup, id)).state, state, `${verb} of ${who.name}`);
      assert.equal((await publishedNow(setup)).length, state === 'published' ? 1 : 0);
    }
    // The agent reads the exact words, and can say no to them for ever.
    assert.equal(cardOf(setup, karen).view.text, 'Vi gik derned.');
    await press(setup, karen, 'approve-story', { case: id, approve: 'no' });
    assert.equal((await storyOf(setup, id)).state, 'withdrawn');
    assert.ok(![...(await dumpStore(setup.database)).values()].some((text) => text.includes('Vi gik derned')));
  });

  it('takes out what a person writes of others, and says a yes only to the words that were seen', async () => {
    const id = await followedUp(setup);
    await pressNewest(setup, mette, 'follow-up', { kept: 'yes', story: 'yes' });
    const old = cardOf(setup, mette).view;
    await press(setup, mette, 'edit-story', {
      case: id,
      text: 'Karen Skov fra Biblioteket ringede på 22 34 56 78 til hr. Holm, 010190-1234. Han sagde ja.',
    });
    const { text } = await storyOf(setup, id);
    assert.match(text, /Han sagde ja\.$/);
    for (const word of ['Karen', 'Skov', 'Biblioteket', '22 34', 'Holm', '0101'])
      assert.ok(!text.includes(word), `${word} in: ${text}`);
    const yes = (rev: number) => codeOf(press(setup, mette, 'approve-story', { case: id, approve: 'yes', rev }));
    assert.equal(await yes(old.rev), 'story-changed');
    assert.equal((await storyOf(setup, id)).state, 'proposed');
    assert.equal(await yes(cardOf(setup, mette).view.rev), 'done');
  });

  it('can be taken back by either for ever, and down by HR with a reason that both read', async () => {
    for (const who of [mette, karen]) {
      const { id, story } = await told();
      await press(setup, who, 'withdraw-story', { story });
      assert.equal((await storyOf(setup, id)).state, 'withdrawn');
      assert.deepEqual(await publishedNow(setup), []);
      for (const [verb, data] of [
        ['edit-story', { text: 'Igen' }],
        ['approve-story', { approve: 'yes' }],
      ] as const)
        assert.equal(await codeOf(press(setup, mette, verb, { case: id, ...data })), 'story-over');
    }
    const { id, story } = await told();
    assert.equal(await codeOf(press(setup, lone, 'withdraw-story', { story })), 'empty-text');
    await press(setup, lone, 'show-story', { story });
    const seen = JSON.stringify(cardOf(setup, lone).view);
    for (const part of [id, 'Mette', 'Karen', mette._id, karen._id]) assert.ok(!seen.includes(part), part);
    await press(setup, lone, 'withdraw-story', { story, reason: 'En borger kan kendes på bænken.' });
    for (const who of [mette, karen]) {
      const { view } = cardOf(setup, who);
      assert.ok(view.viewer !== 'hr');
      assert.deepEqual([view.state, view.reason], ['taken-down', 'En borger kan kendes på bænken.']);
    }
    assert.deepEqual(await publishedNow(setup), []);
  });

  it('is refused to whoever may not, at a time when it is not theirs, and in words that do not fit', async () => {
    const edit = (who: Person, id: CaseId, text: unknown) =>
      codeOf(press(setup, who, 'edit-story', { case: id, text }, `e${Math.random()}`));
    const yes = (who: Person, id: CaseId) =>
      codeOf(press(setup, who, 'approve-story', { case: id, approve: 'yes' }, `y${Math.random()}`));
    const early = await ask(setup, per, 'Hvordan får jeg de unge med til mødet?');
    assert.deepEqual([await edit(per, early, 'x'), await edit(mette, early, 'x')], ['not-answered', 'not-found']);
    await pressNewest(setup, per, 'withdraw-case');
    assert.equal(await yes(per, early), 'withdrawn');
    const id = await followedUp(setup);
    assert.equal(await edit(mette, id, 'x'), 'no-story');
    assert.equal(await yes(per, id), 'not-found');
    await pressNewest(setup, mette, 'follow-up', { kept: 'yes', story: 'yes' });
    const { _id: story } = await storyOf(setup, id);
    assert.equal(await edit(mette, id, ''), 'empty-text');
    assert.equal(await edit(mette, id, '\u200b \n'), 'empty-text');
    assert.equal(await edit(mette, id, 'x'.repeat(601)), 'too-long');
    assert.equal(await edit(mette, id, 'x'.repeat(600)), 'done');
    assert.equal(await edit(karen, id, 'x'), 'only-asker');
    assert.equal(await yes(karen, id), 'story-not-approved');
    for (const who of [per, lone]) {
      assert.equal(await codeOf(press(setup, who, 'withdraw-story', { story, reason: 'x' })), 'not-found');
      assert.equal(await codeOf(press(setup, who, 'show-story', { story })), 'not-found');
    }
    assert.equal(await codeOf(press(setup, mette, 'withdraw-story', { story: 's-none' })), 'not-found');
    const before = await storyOf(setup, id);
    assert.deepEqual([before.state, before.text], ['proposed', 'x'.repeat(600)]);
    // Nothing is asked of a silent asker, and nothing of an agent before the first yes.
    assert.equal(
      setup.chatOf(karen).some(({ notice }) => notice.kind === 'story'),
      false,
    );
  });

  it('stays when its teller is forgotten, without them; words that were not approved go', async () => {
    const { story } = await told();
    const second = await followedUp(setup);
    await pressNewest(setup, mette, 'follow-up', { kept: 'yes', story: 'yes' });
    const forgetting = { asked: setup.now.toISOString() };
    await say(setup, mette, 'slet mig');
    const question = setup.chatOf(mette).findLast(({ notice }) => notice.kind === 'forget-me')?.notice;
    assert.ok(question?.kind === 'forget-me');
    // Only what is published stays, so only that is asked about; the button opens the card that takes it back.
    assert.deepEqual(
      question.told?.map(({ id }) => id),
      [story],
    );
    await press(setup, mette, 'show-story', { story });
    assert.equal(cardOf(setup, mette).view.state, 'published');
    await press(setup, mette, 'forget-me', forgetting);
    for (let round = 0; round < 3; round++) {
      await setup.sender.flush();
      await runJob('forget', setup.deps);
    }
    assert.equal(await setup.store.people.get(mette._id), null);
    assert.equal((await setup.store.stories.get(story))?.teller, null);
    assert.equal((await publishedNow(setup)).length, 1);
    assert.deepEqual([(await storyOf(setup, second)).state, (await storyOf(setup, second)).text], ['withdrawn', '']);
    assert.deepEqual(
      [...(await dumpStore(setup.database))].filter(
        ([name, text]) => /^stories/.test(name) && text.includes(mette._id),
      ),
      [],
    );
  });

  it('is proposed by the clock when the process died after the answer, once', async () => {
    const id = await followedUp(setup);
    const { stories } = setup.deps;
    setup.deps.stories = { ...stories, add: () => Promise.reject(new Error('the process died')) };
    await assert.rejects(pressNewest(setup, mette, 'follow-up', { kept: 'yes', story: 'yes' }));
    setup.deps.stories = stories;
    assert.equal(await setup.store.stories.ofCase(id), null);
    assert.equal((await runJob('follow-up', setup.deps))['stories-proposed'], 1);
    assert.deepEqual(await runJob('follow-up', setup.deps), {});
    await setup.sender.flush();
    assert.equal(cardOf(setup, mette).view.state, 'proposed');
    assert.equal((await setup.store.cases.get(id))?.story, (await storyOf(setup, id))._id);
  });
});
