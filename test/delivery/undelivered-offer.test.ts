import assert from 'node:assert/strict';
import { meetColleague } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { ask, openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { NO_ADMINS, RECORDED } from '../support/fixtures/recorded.ts';

const asker = aPerson('asker');
const blocked = anAgent('a-blocked', { addresses: [{ platform: 'slack', id: 'U1', at: new Date(0) }] });
const next = anAgent('b-next');

describe('an offer that cannot be delivered', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, blocked, next]);
    setup.trouble = (to) => {
      if (to._id === blocked._id) throw new DeliveryError('unreachable', 'user_not_found');
    };
  });
  afterEach(() => setup.close());

  const offersOf = async (id: Parameters<typeof setup.store.cases.get>[0]) =>
    (await setup.store.cases.get(id))?.offers.map(({ agent, state }) => [agent, state]);
  const askerCard = () => {
    const notice = setup.chatOf(asker).findLast((post) => post.notice.kind === 'case')?.notice;
    assert.ok(notice?.kind === 'case' && notice.view.viewer === 'asker');
    return notice.view;
  };
  const cardsOf = (person: Person) => setup.chatOf(person).filter(({ notice }) => notice.kind === 'case').length;

  it('moves on in the same flush, and does not count as a question', async () => {
    const id = await ask(setup, asker);
    assert.deepEqual(await offersOf(id), [
      [blocked._id, 'undelivered'],
      [next._id, 'open'],
    ]);
    assert.equal(cardsOf(next), 1);
    assert.deepEqual([askerCard().asked, askerCard().offer?.agent, askerCard().sharing], [1, next.name, 'no']);
  });

  it('is the last one that agent gets until they are back', async () => {
    await ask(setup, asker);
    const second = await ask(setup, asker, 'Hvordan får jeg forældrene med fra starten?');
    assert.deepEqual(await offersOf(second), [[next._id, 'open']]);
    assert.equal((await setup.store.people.get(blocked._id))?.unreachableSince instanceof Date, true);

    setup.trouble = null;
    const address = { platform: 'slack', id: 'U1', at: new Date() } as const;
    await meetColleague(
      { address, name: blocked.name, emails: [], language: 'da' },
      { people: setup.store.people, ...NO_ADMINS },
    );
    const third = await ask(setup, asker, 'Hvordan får jeg driften med fra starten?');
    assert.deepEqual(await offersOf(third), [[blocked._id, 'open']]);
  });

  it('asks the asker when nobody else is left, without claiming that somebody was asked', async () => {
    await setup.store.people.takeRole(next._id, 'agent', RECORDED);
    const id = await ask(setup, asker);
    assert.deepEqual(await offersOf(id), [[blocked._id, 'undelivered']]);
    assert.equal(askerCard().asked, 0);
  });
});
