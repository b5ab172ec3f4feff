import assert from 'node:assert/strict';
import { aPerson } from '../support/fixtures/builders.ts';
import { bo } from './support/anna-and-bo.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

describe('one person in Teams and in Slack', () => {
  let both: BothHouse;
  let here: Party;
  let there: Party;
  let agent: Party;
  beforeEach(async () => {
    const listed = aPerson('anna', { email: 'anna@kommune.dk', addresses: [], imported: true });
    both = await openBothHouse([bo, listed]);
    here = inTeams(both, 'anna', 'anna@kommune.dk');
    there = inSlack(both, 'anna', null);
    agent = inTeams(both, 'bo', 'bo@kommune.dk');
    await agent.say('hej');
  });
  afterEach(async () => {
    assert.deepEqual(both.faults, []);
    await both.close();
  });

  const last = (party: Party): string => party.chat().at(-1) ?? '';
  const codeFrom = async (party: Party): Promise<string> => {
    await party.say('forbind');
    return /forbind (\S+)/.exec(last(party))?.[1] ?? assert.fail(last(party));
  };
  const ask = async (party: Party, text = 'Hvordan får jeg naboerne med fra starten?'): Promise<void> => {
    await party.say(text);
    await party.press('submit-dilemma', {}, { anonymous: 'no' });
  };
  const people = async () => (await both.setup.store.people.all()).length;

  it('is recognised through the municipality’s list, without a code', async () => {
    const known = inSlack(both, 'annaslack', 'anna@kommune.dk');
    await here.say('hej');
    await known.say('hej');
    assert.equal(await people(), 2);
  });

  it('is linked by a code: cases merge, messages go to the current platform, the older card is settled', async () => {
    await ask(here);
    await ask(there, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    assert.equal(await people(), 3);
    await there.say(`forbind ${await codeFrom(here)}`);
    assert.match(
      last(there),
      /Er det også dig\?[\s\S]*lavet i Teams af Anna[\s\S]*bliver dine sager i Slack og Teams samlet/,
    );
    await there.press('confirm-link');
    assert.match(last(there), /Nu er du den samme i Teams og Slack/);
    assert.equal(await people(), 2);

    await there.say('mine sager');
    assert.ok(last(there).includes('naboerne') && last(there).includes('gymnastiksalen'));

    const before = here.chat().length;
    const card = here.chat().findIndex((words) => words.includes('Sag 1'));
    assert.ok(here.hasButtons(card));
    const first = (await both.setup.store.cases.of(bo._id, 9)).find(({ text }) => text.includes('naboerne'));
    await agent.press('accept-case', { text: 'Hvem af dem kender du?' }, { case: first?._id ?? '' });
    assert.match(last(there), /Hvem af dem kender du\?/);
    assert.equal(here.chat().length, before, 'nothing new in Teams');
    assert.ok(!here.hasButtons(card), 'the card in Teams has given up its buttons');

    await there.press('reply', { text: 'Kun dem på hjørnet.' });
    assert.match(last(agent), /Kun dem på hjørnet\./);
    await here.say('sag 1');
    assert.match(last(here), /naboerne/);
  });

  it('can unlink, and the other account becomes a new person', async () => {
    await ask(here);
    await there.say(`forbind ${await codeFrom(here)}`);
    await there.press('confirm-link');
    await here.say('adskil');
    assert.match(last(here), /ikke længere forbundet med Slack/);
    await there.say('mine sager');
    assert.match(last(there), /Du har ingen sager lige nu/);
    await here.say('mine sager');
    assert.match(last(here), /naboerne/);
    assert.equal(await people(), 3);
  });

  it('is reached on one platform after removing the app on the other', async () => {
    await ask(here);
    await there.say(`forbind ${await codeFrom(here)}`);
    await there.press('confirm-link');
    both.slack.trouble = ({ method }) => (method === 'chat.postMessage' ? { error: 'channel_not_found' } : null);
    await agent.press('accept-case', { text: 'Hvem af dem kender du?' });
    const deliveries = await both.setup.database.collection<{ _id: string; state: string; tryAt: Date }>(
      'deliveries',
      [],
    );
    for (let tries = 0; tries < 3 && !last(here).includes('Hvem af dem'); tries++) {
      for (const { _id } of await deliveries.find({ state: 'due' })) {
        await deliveries.update({ _id }, { $set: { tryAt: new Date(0) } });
      }
      await both.flush();
    }
    assert.match(last(here), /Hvem af dem kender du\?/);
    const tried = both.slack.calls.filter(
      ({ method, fields }) => method === 'chat.postMessage' && fields.get('blocks')?.includes('Hvem af dem'),
    );
    assert.ok(tried.length > 0, 'Slack was asked first');
    both.faults.length = 0;
  });
});
