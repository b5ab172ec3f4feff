import assert from 'node:assert/strict';
import { stub } from 'sinon';
import { OWN_PARTS } from '../../bot/accounts/own-data/data.ts';
import { personId } from '../../bot/ids.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { tracesOf } from '../support/assertions/traces-of.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aDraft, anAgent, aPerson, aProfile, aStory, aWelcome, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { type OwnDataHouse, openOwnData, rowsIn } from './support.ts';

const boss = aPerson('boss-id-5512', { name: 'Berit Chef' });
const asker = aPerson('asker-id-90217', {
  name: 'Mette Sandgaard',
  unit: 'Skovbørnehaven',
  phone: '70 00 00 07',
  email: 'mette@kommune.dk',
  manager: boss._id,
});
const bo = anAgent('bo-id-3311', { name: 'Bo Lindgren', unit: 'Åskolen' });
/** An agent whom routing never asks; the agent introduces her. */
const karen = anAgent('karen-id-7741', { name: 'Karen Skov', agent: aProfile({ capacity: 0 }) });
const lise = anAgent('lise-id-1187', { name: 'Lise Ravn', agent: aProfile({ capacity: 0 }) });
const DILEMMA = 'Naboerne vil have en anden indgang. Hvordan får jeg dem med fra starten? <b>fed</b>';

describe('my data', () => {
  let setup: TestBot;
  let house: OwnDataHouse;
  before(async () => {
    setup = await openTestBot([boss, asker, bo, karen, lise]);
    house = await openOwnData(setup);
    await say(setup, asker, DILEMMA);
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'yes', notTo: lise._id });
    await pressNewest(setup, bo, 'accept-case', { text: 'Hvem har du spurgt, siger Bo?' });
    await pressNewest(setup, asker, 'reply', { text: 'Kun bestyrelsen, svarer spørgeren.' });
    await pressNewest(setup, bo, 'request-introduction', { person: karen._id, text: 'Hun har nøglen til huset.' });
  });
  after(async () => {
    await house.close();
    await setup.close();
  });
  const rowsOf = async (person: typeof asker, part: string) =>
    rowsIn(await house.fileOf(person)).flatMap((one) => (one.part === part ? [one.row] : []));

  it('is one link in the chat, whose page has one button and spends nothing', async () => {
    await say(setup, asker, 'mine data');
    const notice = setup.chatOf(asker).at(-1)?.notice;
    assert.ok(notice?.kind === 'own-data' && notice.url.includes(asker._id), notice?.kind);
    const link = house.link(asker);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const door = await fetch(link, { method });
      assert.equal(door.status, 200);
      if (method === 'GET') assert.equal((await door.text()).match(/<button/gu)?.length, 1);
    }
    const file = await house.press(link);
    assert.deepEqual(
      [file.status, file.headers.get('content-disposition'), file.headers.get('cache-control')],
      [200, 'attachment; filename="sammen-mine-data.html"', 'no-store'],
    );
    assert.ok((await file.text()).endsWith('</html>\n'));
    const [entry] = (await setup.store.adminLog.newest(99)).filter(({ did }) => did === 'own-data');
    assert.deepEqual([entry?.by, entry?.about, entry?.detail], [asker._id, asker._id, null]);
  });

  it('works once, also when many press at the same time, and then says how to get a new link', async () => {
    const link = house.link(asker);
    const statuses = (await Promise.all([1, 2, 3].map(() => house.press(link)))).map(({ status }) => status);
    assert.deepEqual(statuses.toSorted(), [200, 410, 410]);
    const late = await fetch(link);
    assert.equal(late.status, 410);
    const page = await late.text();
    for (const language of ['da', 'en'] as const)
      assert.ok(page.includes(TEXTS[language].ownData.closed.over), language);
  });

  it('is refused when it is too old, changed, made for something else, or of somebody who is gone', async () => {
    const { signer } = house;
    const [old, later] = [house.link(asker), Date.now() + 15 * 60_000 + 1_000];
    const now = stub(Date, 'now').returns(later);
    try {
      assert.deepEqual([(await fetch(old)).status, (await house.press(old)).status], [410, 410]);
    } finally {
      now.restore();
    }
    const at = (token: string) => `${house.url}/files/my-data?token=${token}`;
    const report = signer.sign({ opens: 'report', person: asker._id, id: crypto.randomUUID() }, new Date(8e12));
    for (const wrong of [
      `${house.link(asker)}x`,
      at(report),
      at(''),
      at('x'.repeat(2_000)),
      house.link({ _id: personId('gone') }),
    ])
      assert.deepEqual(
        [(await fetch(wrong)).status, (await house.press(wrong)).status],
        [403, 403],
        wrong.slice(0, 90),
      );
    assert.deepEqual(house.faults, []);
  });

  it('gives an asker all that they may see, for people and for programs', async () => {
    const file = await house.fileOf(asker);
    const rows = rowsIn(file);
    const [profile] = rows.filter(({ part }) => part === 'profile');
    assert.deepEqual(
      [profile?.row.name, profile?.row.unit, profile?.row.manager, profile?.row.phone],
      ['Mette Sandgaard', 'Skovbørnehaven', 'Berit Chef', '70 00 00 07'],
    );
    const [mine, ...others] = rows.filter(({ part }) => part === 'cases');
    assert.equal(others.length, 0);
    assert.deepEqual([mine?.row.viewer, mine?.row.text, mine?.row.notTo], ['asker', DILEMMA, ['Lise Ravn']]);
    for (const words of ['Hvem har du spurgt, siger Bo?', 'Kun bestyrelsen, svarer spørgeren.', 'Bo Lindgren'])
      assert.ok(file.includes(words), words);
    assert.ok(file.includes('&lt;b&gt;fed') && !file.includes('<b>fed'), 'escaped');
    assert.deepEqual(await rowsOf(boss, 'cases'), [], 'a manager gets nothing of it');
  });

  it('never leads from the agent, or from whom they introduce, to an anonymous asker', async () => {
    await pressNewest(setup, bo, 'answer-case', { text: 'Inviter dem, før tegningen er lagt.', outcome: 'advice' });
    const secrets = [
      'Mette',
      'Sandgaard',
      'Skovbørnehaven',
      '70000007',
      asker._id,
      'mette@kommune.dk',
      'Berit',
      boss._id,
    ];
    for (const person of [bo, karen]) {
      const file = await house.fileOf(person);
      assert.deepEqual(tracesOf(secrets, file), [], person.name);
    }
    const [held] = await rowsOf(bo, 'cases');
    assert.deepEqual([held?.asker, held?.text], [{ as: 'anonymous' }, DILEMMA]);
    assert.ok((await house.fileOf(bo)).includes('Inviter dem, før tegningen er lagt.'), 'their own words');
    assert.deepEqual(await rowsOf(karen, 'cases'), [], 'nobody has asked her yet');
  });

  it('gives the third colleague the name only, once both said yes, and no way to the case', async () => {
    await pressNewest(setup, asker, 'accept-introduction');
    await pressNewest(setup, karen, 'accept-introduction');
    const file = await house.fileOf(karen);
    const [row] = rowsIn(file).filter(({ part }) => part === 'cases');
    assert.deepEqual([row?.row.viewer, row?.row.state], ['introduced', 'made']);
    assert.ok(file.includes('Mette Sandgaard'));
    const c = (await setup.store.cases.byNumber(1)) ?? assert.fail();
    assert.deepEqual([row?.row.number, tracesOf([DILEMMA.slice(0, 20), c._id, 'Inviter dem'], file)], [undefined, []]);
    assert.deepEqual(tracesOf(['Mette', asker._id], await house.fileOf(bo)), [], 'the agent still does not learn it');
  });

  it('keeps what somebody wrote in a case that they no longer see, apart from the case', async () => {
    await pressNewest(setup, asker, 'withdraw-case', { sure: 'yes' });
    const [row] = await rowsOf(bo, 'cases');
    assert.deepEqual([row?.state, row?.text], ['withdrawn', undefined]);
    const own = await rowsOf(bo, 'ownWords');
    assert.ok(own.some(({ text }) => text === 'Hvem har du spurgt, siger Bo?'));
    assert.deepEqual(
      own.filter((one) => 'number' in one),
      [],
    );
  });

  it('has every part, under a name, with every field by a name and no id', async () => {
    const { store } = setup;
    await store.readers.change(asker._id, { weekday: 'tue' });
    await store.drafts.add(aDraft({ person: asker._id, text: masked('En kladde.') }));
    await store.nudges.add(aWelcome(asker._id));
    await store.stories.add(aStory({ teller: asker._id, agent: bo._id }));
    await store.people.add(aPerson('joined', { joined: asker._id, name: 'Mette på Slack' }));
    await store.linkRequests.add({
      _id: 'l',
      maker: asker._id,
      platform: 'teams',
      until: TUESDAY,
      state: 'open',
      by: null,
    });
    const file = await house.fileOf(asker);
    const rows = rowsIn(file);
    const parts = new Set(rows.map(({ part }) => part));
    assert.deepEqual(
      OWN_PARTS.filter((part) => !parts.has(part)),
      ['ownWords', 'meetings', 'undelivered'],
    );
    const names = new Set<string>();
    const collect = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return;
      for (const [name, one] of Object.entries(value)) {
        if (!Array.isArray(value)) names.add(name);
        collect(one);
      }
    };
    for (const { row } of [...rows, ...rowsIn(await house.fileOf(bo)), ...rowsIn(await house.fileOf(karen))])
      collect(row);
    for (const language of ['da', 'en'] as const)
      assert.deepEqual(
        [...names].filter((name) => TEXTS[language].ownData.fields[name] === undefined),
        [],
        language,
      );
    const ids = [bo, karen, boss, lise].map(({ _id }) => _id);
    assert.deepEqual(tracesOf(ids, file), []);
  });
});
