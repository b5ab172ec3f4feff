import assert from 'node:assert/strict';
import type { Doc } from '../../adapters/store/collection.ts';
import { noteSettled } from '../../bot/cases/settle.ts';
import { type CaseId, caseId } from '../../bot/ids.ts';
import { NEVER, type Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { runJob } from '../../jobs/jobs.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { cards } from '../cards/support.ts';
import { ask, openTestBot, pressNewest, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';

const on = (platform: Platform, id: string) => ({ addresses: [{ platform, id, at: NEVER }] });
const anna = aPerson('anna', on('teams', 'anna'));
const bo = anAgent('bo', on('slack', 'bo'));
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
  const caseIn = (person: Person) => {
    const posted = setup.chatOf(person).findLast(({ notice }) => notice.kind === 'case');
    assert.ok(posted?.notice.kind === 'case');
    return posted.notice.view.id;
  };
  /** Annas platform answers with this error; null lets everything through. */
  const annaGets = (error: DeliveryError | null) => {
    setup.trouble = (to) => {
      if (to._id === anna._id && error !== null) throw error;
    };
  };
  const stateOf = async () => (await setup.deps.cases.get(id))?.state;
  /** Every undelivered message is due at once, as after the pause between two tries or when somebody is back. */
  const retryNow = async () => {
    const deliveries = await setup.database.collection<Doc & Record<string, unknown>>('deliveries', []);
    const due = { state: 'due', tryAt: new Date(0), leaseUntil: new Date(0) };
    for (const { _id } of await deliveries.find({ state: { $in: ['due', 'unreachable', 'failed'] } }))
      await deliveries.update({ _id }, { $set: due });
    const holds = await setup.database.collection<Doc & Record<string, unknown>>('holds', []);
    for (const { _id } of await holds.find({})) await holds.update({ _id }, { $set: { probeAt: new Date(0) } });
    await setup.sender.flush();
  };
  /** The platform shuts Sammen out while this message is on its way. */
  const holdLatest = async (about: CaseId) => {
    const latest = (await setup.deps.cases.get(about))?.transits?.at(-1);
    assert.ok(latest);
    await noteSettled(about, { id: latest.id, state: 'waiting', on: 'teams' }, setup.deps);
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
    assert.match(cardOf(bo), /Teams tager ikke imod lige nu\. Jeg prøver igen af mig selv\./u);
    annaGets(null);
    await retryNow();
    assert.match(cardOf(bo), /Anna Prøve har fået dit svar/u);
    assert.doesNotMatch(cardOf(bo), /prøver igen/u);
  });

  it('says that they could not be had by somebody who is gone, and the case does not close over it', async () => {
    annaGets(new DeliveryError('unreachable', 'blocked'));
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    assert.match(cardOf(bo), /Anna har ikke kunnet få dit svar\. Jeg prøver igen, når jeg kan nå Anna\./u);
    setup.now = new Date(setup.now.getTime() + 5 * WEEK);
    await runJob('follow-up', setup.deps);
    assert.equal(await stateOf(), 'answered');
    annaGets(null);
    await retryNow();
    assert.match(cardOf(bo), /Anna Prøve har fået dit svar/u);
    await runJob('follow-up', setup.deps);
    assert.equal(await stateOf(), 'answered', 'ten quiet days begin when the answer arrived');
    setup.now = new Date(setup.now.getTime() + 3 * WEEK);
    await runJob('follow-up', setup.deps);
    assert.equal(await stateOf(), 'closed');
  });

  it('tells the truth in the end when the process dies before it notes an arrival', async () => {
    const { cases } = setup.deps;
    const { change } = cases;
    cases.change = async (about, rev, what, receipt) => {
      if (what.events.length === 0) throw new Error('killed');
      return change(about, rev, what, receipt);
    };
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    assert.match(cardOf(bo), /på vej til Anna Prøve/u);
    cases.change = change;
    await setup.sender.sweep();
    await setup.sender.flush();
    assert.match(cardOf(bo), /Anna Prøve har fået dit svar/u);
  });

  it('lets the asker ask another when the agent cannot be had', async () => {
    setup.trouble = (to) => {
      if (to._id === bo._id) throw new DeliveryError('unreachable', 'removed');
    };
    await pressNewest(setup, anna, 'reply', { text: 'Er du der?' });
    assert.match(cardOf(anna), /Bo har ikke kunnet få din besked\. Jeg prøver igen, når jeg kan nå Bo\./u);
    assert.match(cardOf(anna), /Spørg en anden/u);
    await pressNewest(setup, anna, 'ask-another');
    assert.equal(await stateOf(), 'waiting');
  });

  it('says that they failed', async () => {
    annaGets(new DeliveryError('failed', 'msg_too_long'));
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    assert.match(cardOf(bo), /Det lykkedes ikke at få dit svar frem til Anna\. En administrator kan prøve igen\./u);
  });

  it('keeps an anonymous asker anonymous in all of this', async () => {
    setup.trouble = null;
    const hidden = aPerson('havfrue', on('teams', 'havfrue'));
    await setup.store.people.add(hidden);
    await pressNewest(setup, bo, 'answer-case', ANSWER);
    await setup.bot.hear({ id: 'h1', from: hidden, text: 'Hvordan får jeg naboerne med fra starten?' });
    await setup.sender.flush();
    await pressNewest(setup, hidden, 'submit-dilemma', { anonymous: 'yes' });
    await pressNewest(setup, bo, 'accept-case');
    setup.trouble = (to) => {
      if (to._id === hidden._id) throw new DeliveryError('unreachable', 'no');
    };
    await pressNewest(setup, bo, 'reply', { text: 'Hvem er naboerne?' });
    assert.match(
      cardOf(bo),
      /Din kollega har ikke kunnet få din besked\. Jeg prøver igen, når jeg kan nå din kollega\./u,
    );
    assert.doesNotMatch(cardOf(bo), /Havfrue/u);
    await holdLatest(caseIn(bo));
    assert.match(cardOf(bo), /Chatten tager ikke imod lige nu/u);
    assert.doesNotMatch(cardOf(bo), /Havfrue|Teams|Slack/u);
  });
});
