import assert from 'node:assert/strict';
import { caseId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { JOBS } from '../../jobs/jobs.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { cards } from '../cards/support.ts';
import { ask, openTestBot, pressNewest, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';

const anna = aPerson('anna');
const bo = anAgent('bo');
const ANSWER = { text: 'Inviter dem på pladsen.', outcome: 'advice' };
const WEEK = 7 * 86_400_000;

describe('the card of whoever wrote', () => {
  let setup: TestBot;
  let id = caseId('none');
  beforeEach(async () => {
    setup = await openTestBot([anna, bo]);
    id = await ask(setup, anna);
    await pressNewest(setup, bo, 'accept-case');
  });
  afterEach(() => setup.close());

  const cardOf = (person: Person) => {
    const posted = setup.chatOf(person).findLast(({ notice }) => notice.kind === 'case');
    assert.ok(posted);
    return renderPlainText(cards.card(posted.notice, 'da'), 'da');
  };
  /** Annas platform answers with this error; null lets everything through. */
  const annaGets = (error: DeliveryError | null) => {
    setup.trouble = (to) => {
      if (to._id === anna._id && error !== null) throw error;
    };
  };
  const stateOf = async () => (await setup.deps.cases.get(id))?.state;
  const retryNow = async () => {
    for (const { _id } of await (await setup.database.collection('deliveries', [])).find({})) {
      const due = { state: 'due', tryAt: new Date(0), leaseUntil: new Date(0) };
      await (await setup.database.collection<{ _id: string } & Record<string, unknown>>('deliveries', [])).update(
        { _id, state: { $nin: ['sent', 'obsolete'] } },
        { $set: due },
      );
    }
    await setup.sender.flush();
  };

  it('says that the offer and the answer arrived, with one quiet update each', async () => {
    assert.match(cardOf(anna), /Bo Prøve/u);
    const pings = setup.chatOf(bo).length;
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    assert.match(cardOf(bo), /Anna Prøve har fået dit svar/u);
    assert.equal(setup.chatOf(bo).length, pings);
  });

  it('says that words are on their way until the platform has them', async () => {
    annaGets(new DeliveryError('retry', 'busy'));
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    assert.match(cardOf(bo), /Dit svar er på vej til Anna Prøve/u);
    annaGets(null);
    await retryNow();
    assert.match(cardOf(bo), /Anna Prøve har fået dit svar/u);
  });

  it('says that they wait when the platform shuts Sammen out, and arrives at the truth by itself', async () => {
    annaGets(new DeliveryError('barred', 'invalid_auth'));
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    assert.match(cardOf(bo), /tager ikke imod lige nu\. Jeg prøver igen af mig selv\./u);
    annaGets(null);
    await retryNow();
    assert.match(cardOf(bo), /Anna Prøve har fået dit svar/u);
    assert.doesNotMatch(cardOf(bo), /prøver igen/u);
  });

  it('says that they could not be had by somebody who is gone, and the case does not close over it', async () => {
    annaGets(new DeliveryError('unreachable', 'blocked'));
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    assert.match(cardOf(bo), /Anna Prøve har ikke kunnet få dit svar\. Jeg prøver igen, når Anna er her\./u);
    setup.now = new Date(setup.now.getTime() + 5 * WEEK);
    await JOBS['follow-up'].run(setup.deps);
    assert.equal(await stateOf(), 'answered');
    annaGets(null);
    await retryNow();
    assert.match(cardOf(bo), /Anna Prøve har fået dit svar/u);
    await JOBS['follow-up'].run(setup.deps);
    assert.equal(await stateOf(), 'answered', 'ten quiet days begin when the answer arrived');
    setup.now = new Date(setup.now.getTime() + 3 * WEEK);
    await JOBS['follow-up'].run(setup.deps);
    assert.equal(await stateOf(), 'closed');
  });

  it('says that they failed', async () => {
    annaGets(new DeliveryError('failed', 'msg_too_long'));
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    assert.match(cardOf(bo), /Det lykkedes ikke at få dit svar frem til Anna\. En administrator kan sende det igen\./u);
  });

  it('keeps an anonymous asker anonymous in all of this', async () => {
    setup.trouble = null;
    const hidden = aPerson('havfrue');
    await setup.store.people.add(hidden);
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    await setup.bot.hear({ id: 'h1', from: hidden, text: 'Hvordan får jeg naboerne med fra starten?' });
    await setup.sender.flush();
    await pressNewest(setup, hidden, 'submit-dilemma', { anonymous: 'yes' });
    await pressNewest(setup, bo, 'accept-case');
    for (const outcome of ['barred', 'unreachable', 'failed'] as const) {
      setup.trouble = (to) => {
        if (to._id === hidden._id) throw new DeliveryError(outcome, 'no');
      };
      await pressNewest(setup, bo, 'reply', { text: 'Hvem er naboerne?' });
      assert.doesNotMatch(cardOf(bo), /Havfrue|Teams|Slack|prøvepladsen/u);
      assert.match(cardOf(bo), /ikke/u);
    }
  });
});
