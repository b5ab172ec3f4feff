import assert from 'node:assert/strict';
import type { OfferView } from '../../bot/cases/view-types.ts';
import type { Person } from '../../bot/people/person.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aProfile } from '../support/fixtures/builders.ts';
import { aGuess, classified } from '../support/fixtures/guesses.ts';

const asker = aPerson('asker');
const lead = anAgent('lead', { agent: aProfile({ principles: ['lytter-foerst'] }) });
const lawyerBy = (more: Partial<Person> = {}) =>
  anAgent('karen', { name: 'Karen Skov', agent: aProfile({ principles: [], topics: ['lovgivning'] }), ...more });
const TEXT = 'En gruppe naboer vil have en bænk på hjørnet';
const LAW = aGuess({ 'lytter-foerst': 0.9 }, { borgerdialog: 0.7 }, { sure: true, needs: ['lovgivning'] });

describe('an offer that needs more than its agent knows', () => {
  let setup: TestBot;
  afterEach(() => setup.close());

  const open = async (...others: Person[]): Promise<void> => {
    setup = await openTestBot([asker, lead, ...others]);
    setup.deps.classify = () => classified(LAW, ['naboer']);
    setup.deps.classifyWithHelp = async () => classified(LAW, ['naboer']);
  };
  const offered = (): OfferView => {
    const notice = setup.chatOf(lead).findLast(({ notice }) => notice.kind === 'case')?.notice;
    return notice?.kind === 'case' && notice.view.viewer === 'offered' ? notice.view : assert.fail('no offer');
  };
  const pair = () => offered().offer.pair;

  it('names a colleague who knows it, and tells that colleague nothing', async () => {
    await open(lawyerBy());
    await ask(setup, asker, TEXT);
    assert.deepEqual(pair(), { name: 'Karen Skov', needs: ['lovgivning'] });
    assert.equal(setup.posted.filter(({ to }) => to === 'karen').length, 0);
  });

  it('names nobody where the only one must not hear of it', async () => {
    await open(lawyerBy());
    await say(setup, asker, TEXT);
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no', notTo: ['karen'] });
    assert.deepEqual(pair(), { name: null, needs: ['lovgivning'] });
  });

  it('says the same for every anonymous asker, whoever they are', async () => {
    const seen: unknown[] = [];
    for (const [who, others] of [
      [asker, [lawyerBy()]],
      [aPerson('other', { manager: lawyerBy()._id }), [lawyerBy()]],
      [lawyerBy(), []],
    ] as const) {
      await open(...others, ...(who === asker ? [] : [who]));
      await say(setup, who, TEXT);
      await pressNewest(setup, who, 'submit-dilemma', { anonymous: 'yes' });
      seen.push(pair());
      if (seen.length < 3) await setup.close();
    }
    assert.deepEqual(seen, Array(3).fill({ name: null, needs: ['lovgivning'] }));
  });

  it('names nobody who has left or was forgotten since', async () => {
    await open(lawyerBy());
    const id = await ask(setup, asker, TEXT);
    const named = await setup.store.cases.naming(lawyerBy()._id);
    assert.deepEqual(
      named.map(({ _id }) => _id),
      [id],
    );
    await setup.store.people.change(lawyerBy()._id, { left: setup.now });
    await say(setup, lead, 'mine sager');
    await pressNewest(setup, lead, 'show-case', { case: id });
    assert.deepEqual(pair(), { name: null, needs: ['lovgivning'] });
  });
});
