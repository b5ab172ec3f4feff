import assert from 'node:assert/strict';
import { deliveryId, type PersonId } from '../../bot/ids.ts';
import type { Saying } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { cards } from '../cards/support.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const alma = aPerson('alma', { phone: '70 00 01 01', unit: 'Havnen' });
const bo = anAgent('bo', { phone: '70 00 01 02' });
const DAY = 86_400_000;

describe('the headline of a ping about a case', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([alma, bo]);
    await say(setup, alma, 'Hvordan får jeg naboerne med fra starten?');
    await pressNewest(setup, alma, 'submit-dilemma', { anonymous: 'yes' });
  });
  afterEach(() => setup.close());

  const newest = (person: Person) => {
    const card = setup.chatOf(person).findLast(({ notice }) => notice.kind === 'case');
    assert.ok(card);
    return { title: cards.card(card.notice, 'da').title, text: renderPlainText(cards.card(card.notice, 'da'), 'da') };
  };
  const caseIn = (person: Person) => {
    const card = setup.chatOf(person).findLast(({ notice }) => notice.kind === 'case');
    assert.ok(card?.notice.kind === 'case');
    return card.notice.view.id;
  };
  const owe = async (to: PersonId, manner: 'ping' | 'quiet', why?: 'promise-missed') => {
    const told: Saying = { kind: 'case', case: caseIn(alma), from: 9, ...(why === undefined ? {} : { why }) };
    const id = deliveryId(`owed-${manner}-${why}-${setup.posted.length}`);
    await setup.deps.outbox.add([{ id, to, manner, notBefore: setup.now, say: told }]);
    await setup.sender.flush();
  };

  it('is the name that was shown, with the talk, the number and the calendar file', async () => {
    await pressNewest(setup, bo, 'accept-case', {});
    await pressNewest(setup, bo, 'talk', { start: new Date(TUESDAY.getTime() + DAY).toISOString(), place: 'Kantinen' });
    assert.doesNotMatch(newest(bo).text, /Alma|70 00 01 01|\.ics/u);
    const before = setup.chatOf(bo).length;
    await pressNewest(setup, alma, 'reveal-me');
    assert.equal(setup.chatOf(bo).length, before + 1);
    assert.equal(newest(bo).title, 'Din kollega er Alma Prøve');
    for (const wanted of ['Havnen', 'kl. 10', 'Kantinen', '70 00 01 01', '.ics', 'I kan nu tale sammen'])
      assert.ok(newest(bo).text.includes(wanted), wanted);
    await owe(bo._id, 'quiet');
    assert.equal(newest(bo).title, 'Din kollega er Alma Prøve', 'an update without news keeps the headline');
    await pressNewest(setup, bo, 'reply', { text: 'Godt, så tales vi ved.' });
    assert.notEqual(newest(bo).title, 'Din kollega er Alma Prøve', 'until something else happens');
  });

  it('is news only while it holds', async () => {
    await pressNewest(setup, bo, 'accept-case', {});
    await owe(bo._id, 'ping', 'promise-missed');
    assert.equal(newest(bo).title, 'Din kollega venter stadig på at høre fra dig');
    await pressNewest(setup, bo, 'reply', { text: 'Jeg læser det nu.' });
    await owe(bo._id, 'ping', 'promise-missed');
    assert.doesNotMatch(newest(bo).title, /venter stadig/u);
  });

  it('comes from the state for a debt that an earlier version stored', async () => {
    await pressNewest(setup, bo, 'accept-case', {});
    await owe(bo._id, 'ping');
    assert.equal(newest(bo).title, 'Du har sagen nu');
  });
});
