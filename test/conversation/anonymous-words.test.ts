import assert from 'node:assert/strict';
import type { Person } from '../../bot/people/person.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';

const asker = aPerson('asker', { name: 'Mette Krogh', unit: 'Biblioteket', phone: '20 30 40 50' });
const agent = anAgent('agent');
const TEXT = 'Borgerne vil have et kor. Vi på Biblioteket har et rum. Ring på 20 30 40 50. Hilsen Mette';

describe('an asker who writes without their name', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent]);
    await say(setup, asker, TEXT);
  });
  afterEach(() => setup.close());

  const own = (person: Person) =>
    setup
      .chatOf(person)
      .flatMap(({ notice }) =>
        notice.kind === 'noticed' && notice.warning.own !== undefined ? [notice.warning.own] : [],
      );
  const textOfCase = async () => (await setup.store.cases.of(asker._id, 1))[0]?.text;
  const previewed = () => {
    const [card] = setup.chatOf(asker);
    return card?.notice.kind === 'draft' ? card.notice.view.own : null;
  };

  it('is told before what would give them away, and it is masked', async () => {
    assert.deepEqual(previewed(), ['name', 'unit', 'phone']);
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'yes' });
    assert.equal(
      await textOfCase(),
      'Borgerne vil have et kor. Vi på [min afdeling] har et rum. Ring på [telefonnummer]. Hilsen [mit navn]',
    );
  });

  it('may insist', async () => {
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'yes', keepMine: 'yes' });
    assert.equal(await textOfCase(), TEXT);
  });

  it('keeps their words when they send with their name', async () => {
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    assert.equal(await textOfCase(), TEXT);
  });

  it('is told of what was hidden in words they changed on the form', async () => {
    await pressNewest(setup, asker, 'change-draft');
    await pressNewest(setup, asker, 'submit-dilemma', {
      anonymous: 'yes',
      text: 'Mette Krogh spørger om et kor i byen.',
    });
    assert.equal(await textOfCase(), '[mit navn] spørger om et kor i byen.');
    assert.deepEqual(own(asker), [['name']]);
  });

  it('does the same once when Send comes twice', async () => {
    const twice = { anonymous: 'yes', text: 'Mette Krogh spørger om et kor i byen.' };
    const draft = setup.chatOf(asker)[0];
    assert.ok(draft?.notice.kind === 'draft');
    await pressNewest(setup, asker, 'submit-dilemma', twice);
    await pressNewest(setup, asker, 'submit-dilemma', { ...twice, draft: draft.notice.view.id });
    assert.equal((await setup.store.cases.of(asker._id, 5)).length, 1);
  });

  it('is told when their name was hidden in a reply, and nobody else is', async () => {
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'yes' });
    await pressNewest(setup, agent, 'accept-case', { text: 'Hvem er med?' });
    await pressNewest(setup, asker, 'reply', { text: 'Det er mig, Mette, og to andre.' });
    const [c] = await setup.store.cases.of(asker._id, 1);
    assert.equal(c?.turns.at(-1)?.text, 'Det er mig, [mit navn], og to andre.');
    assert.deepEqual([own(asker), own(agent)], [[['name']], []]);
  });
});
