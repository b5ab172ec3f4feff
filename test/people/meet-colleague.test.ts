import assert from 'node:assert/strict';
import { bootstrapAdmins } from '../../bot/people/bootstrap-admins.ts';
import { type MetColleague, meetColleague } from '../../bot/people/meet-colleague.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { NO_ADMINS } from '../support/fixtures/recorded.ts';

const ADMINS = ['boss@kommune.dk'];
const onTeams: MetColleague = {
  address: { platform: 'teams', id: 't-1', at: TUESDAY },
  name: 'Mette  Krogh ',
  emails: ['Mette@Kommune.dk'],
  language: 'da',
};
const onSlack: MetColleague = {
  ...onTeams,
  address: { platform: 'slack', id: 's-1', at: new Date(TUESDAY.getTime() + 1000) },
};

describe('meeting a colleague', () => {
  let setup: TestBot;
  const meet = (met: MetColleague) => meetColleague(met, { people: setup.store.people, ...NO_ADMINS, admins: ADMINS });
  beforeEach(async () => {
    setup = await openTestBot([aPerson('known', { email: 'known@kommune.dk', addresses: [], imported: true })]);
  });
  afterEach(() => setup.close());

  it('makes a new person a colleague without a unit', async () => {
    const met = await meet(onTeams);
    assert.deepEqual([met.name, met.email, met.unit, met.roles], ['Mette Krogh', 'mette@kommune.dk', null, []]);
    assert.deepEqual(await meet(onTeams), met);
  });

  it('recognises people by their account, then by their e-mail address, on both platforms', async () => {
    const known = await meet({ ...onTeams, emails: ['nobody@kommune.dk', 'KNOWN@kommune.dk'], language: 'en' });
    assert.deepEqual([known._id, known.name, known.language], ['known', 'Known Prøve', 'en']);
    assert.equal((await meet({ ...onTeams, emails: [] }))._id, 'known');
    const slack = await meet({ ...onSlack, emails: ['known@kommune.dk'] });
    assert.equal(slack._id, 'known');
    assert.deepEqual(
      slack.addresses.map(({ platform }) => platform),
      ['teams', 'slack'],
    );
    assert.deepEqual((await setup.store.people.get(slack._id))?.addresses, slack.addresses);
  });

  it('makes one person of concurrent first messages on one platform, and on two for people on the list', async () => {
    const listed = [onTeams, onSlack, onTeams, onSlack, onTeams].map((met) => ({
      ...met,
      emails: ['known@kommune.dk'],
    }));
    const known = await Promise.all(listed.map(meet));
    assert.equal(new Set(known.map(({ _id }) => _id)).size, 1);
    assert.equal((await setup.store.people.all()).length, 1);
    const [first, second] = [
      { ...onTeams, address: { ...onTeams.address, id: 't-5' } },
      { ...onSlack, address: { ...onSlack.address, id: 's-5' } },
    ];
    const met = await Promise.all([first, second, first, second, first].map(meet));
    const again = await Promise.all([first, second, first, second, first].map(meet));
    assert.deepEqual(
      again.map(({ _id }) => _id),
      met.map(({ _id }) => _id),
    );
    assert.equal((await setup.store.people.all()).length, 3, 'one e-mail address on two platforms proves too little');
    const nameless = { ...onTeams, address: { ...onTeams.address, id: 't-9' }, emails: [] };
    const others = await Promise.all([nameless, nameless, nameless].map(meet));
    assert.equal(new Set(others.map(({ _id }) => _id)).size, 1);
  });

  it('accepts an e-mail address as proof on another platform only when the municipality’s list contains it', async () => {
    const first = await meet(onTeams);
    const second = await meet(onSlack);
    assert.notEqual(second._id, first._id);
    assert.deepEqual([first.email, second.email], ['mette@kommune.dk', null]);
    await setup.store.people.change(first._id, { imported: true });
    assert.equal((await meet(onSlack))._id, first._id, 'the list has the address, and she had no account in Slack');
    assert.equal((await setup.store.people.get(second._id))?.joined, first._id);
  });

  it('grants people in ADMINS the role on first contact, or at start when they are already known', async () => {
    const { people } = setup.store;
    assert.deepEqual(await bootstrapAdmins([], people, NO_ADMINS.recordAdmin), { hasAdmin: false, unvouched: [] });
    assert.deepEqual(await bootstrapAdmins(['known@kommune.dk'], people, NO_ADMINS.recordAdmin), {
      hasAdmin: true,
      unvouched: [],
    });
    assert.deepEqual((await people.byEmail('known@kommune.dk'))?.roles, ['admin']);
    assert.equal((await bootstrapAdmins([], people, NO_ADMINS.recordAdmin)).hasAdmin, true);
    const boss = await meet({ ...onTeams, emails: ['Boss@kommune.dk'] });
    assert.deepEqual(boss.roles, ['admin']);
    assert.deepEqual((await people.get(boss._id))?.roles, ['admin']);
  });
});
