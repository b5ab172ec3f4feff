import assert from 'node:assert/strict';
import { notVouched } from '../../app/maintain-people.ts';
import { bringOver } from '../../bot/accounts/linking/bring-over.ts';
import { bootstrapAdmins } from '../../bot/people/bootstrap-admins.ts';
import { meetColleague } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import { closeAccount } from '../../bot/people/update-account.ts';
import type { Platform } from '../../bot/platform.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { NO_ADMINS } from '../support/fixtures/recorded.ts';

const BO = 'bo@kommune.dk';
const NEW = 'bo.nynavn@kommune.dk';

describe('a person is an account, not an address', () => {
  let setup: TestBot;
  let seconds: number;
  let warned: string[];
  const meet = (platform: Platform, id: string, emails: string[], name = 'Bo Prøve'): Promise<Person> => {
    const address = { platform, id, at: new Date(TUESDAY.getTime() + ++seconds * 1000) };
    const deps = {
      people: setup.store.people,
      ...NO_ADMINS,
      admins: ['boss@kommune.dk'],
      onUnvouchedAdmin: (email: string) => warned.push(email),
    };
    return meetColleague({ address, name, emails, language: 'da' }, deps);
  };
  const now = async ({ _id }: Person) => (await setup.store.people.get(_id)) ?? assert.fail('nobody has this id');
  beforeEach(async () => {
    seconds = 0;
    warned = [];
    const listed = { email: BO, addresses: [], imported: true, roles: ['agent' as const] };
    setup = await openTestBot([aPerson('bo', { ...listed, name: 'Bo Prøve' })]);
  });
  afterEach(() => setup.close());

  it('stays who they are when their address and name change', async () => {
    await meet('slack', 's-1', [BO]);
    const renamed = await meet('slack', 's-1', [NEW], 'Bo Nynavn');
    assert.deepEqual([renamed._id, renamed.name, renamed.roles], ['bo', 'Bo Nynavn', ['agent']]);
    for (const email of [BO, NEW.toUpperCase()])
      assert.deepEqual(
        (await setup.store.people.withEmail(email)).map(({ _id }) => _id),
        ['bo'],
        email,
      );
  });

  it('keeps the name from the list until the platform changes its own', async () => {
    const first = await meet('slack', 's-1', [BO], 'bproeve');
    const second = await meet('slack', 's-1', [BO], 'bproeve');
    const third = await meet('slack', 's-1', [BO], 'Bo Nynavn');
    assert.deepEqual(
      [first, second, third].map(({ name }) => name),
      ['Bo Prøve', 'Bo Prøve', 'Bo Nynavn'],
    );
    assert.equal((await meet('slack', 's-1', [BO], ' ')).name, 'Bo Nynavn');
  });

  it('is not flipped between the names of two platforms', async () => {
    await meet('slack', 's-1', [BO], 'bproeve');
    await meet('teams', 't-1', [BO], 'Prøve, Bo');
    const names: string[] = [];
    for (const [platform, id, name] of [
      ['slack', 's-1', 'bproeve'],
      ['teams', 't-1', 'Prøve, Bo'],
    ] as const)
      names.push((await meet(platform, id, [BO], name)).name);
    assert.deepEqual(names, ['Bo Prøve', 'Bo Prøve']);
  });

  it('is found in Teams by the mail address and by the user principal name, without case', async () => {
    assert.equal((await meet('teams', 't-1', ['b@kommune.dk', 'BO@Kommune.dk']))._id, 'bo');
    const { said } = await now(await meet('teams', 't-1', ['b@kommune.dk', BO]));
    assert.deepEqual(
      said.map(({ email }) => email),
      ['b@kommune.dk', BO],
    );
  });

  it('passes nothing on to a new account with an old address', async () => {
    await meet('slack', 's-1', [BO]);
    for (const [platform, id] of [
      ['slack', 's-2'],
      ['slack', 's-3'],
    ] as const) {
      const other = await meet(platform, id, [BO]);
      assert.deepEqual([other._id === 'bo', other.roles], [false, []], id);
    }
    await meet('slack', 's-1', [NEW]);
    assert.notEqual((await meet('teams', 't-9', [BO]))._id, 'bo', 'an address that Bo no longer has');
    assert.equal((await meet('teams', 't-1', [NEW]))._id, 'bo');
  });

  it('passes nothing on after they left or their account was switched off', async () => {
    const bo = await meet('slack', 's-1', [BO]);
    await closeAccount(bo, { platform: 'slack', id: 's-1', why: 'deactivated', at: TUESDAY }, setup.store.people);
    for (const [platform, id] of [
      ['slack', 's-2'],
      ['teams', 't-2'],
    ] as const)
      assert.notEqual((await meet(platform, id, [BO]))._id, 'bo', platform);
    await setup.store.people.add(
      aPerson('gone', { email: 'gone@kommune.dk', addresses: [], imported: true, left: TUESDAY }),
    );
    assert.notEqual((await meet('teams', 't-3', ['gone@kommune.dk']))._id, 'gone');
    const back = await meet('slack', 's-1', [BO]);
    assert.deepEqual([back._id, back.closed, back.addresses.map(({ id }) => id)], ['bo', [], ['s-1']]);
  });

  it('is somebody new when a mail address and a principal name belong to two people', async () => {
    await setup.store.people.add(aPerson('cy', { email: 'cy@kommune.dk', addresses: [], imported: true }));
    const crossing = await meet('teams', 't-1', [BO, 'cy@kommune.dk']);
    assert.ok(!['bo', 'cy'].includes(crossing._id));
    assert.equal(crossing.email, null);
    assert.equal((await meet('teams', 't-2', [BO]))._id, 'bo', 'the right account still finds its person');
  });

  it('is somebody new once for each of two accounts with one address at once', async () => {
    const both = await Promise.all([meet('slack', 's-1', [BO]), meet('slack', 's-2', [BO])]);
    const again = await Promise.all([meet('slack', 's-1', [BO]), meet('slack', 's-2', [BO])]);
    assert.deepEqual(
      again.map(({ _id }) => _id),
      both.map(({ _id }) => _id),
    );
  });

  it('becomes the person on the list whose address their account gets, with what was theirs', async () => {
    const met = await meet('slack', 's-1', ['private@kommune.dk'], 'bproeve');
    assert.notEqual(met._id, 'bo');
    assert.equal((await meet('slack', 's-1', [BO], 'bproeve'))._id, 'bo');
    const joined = await now(met);
    assert.deepEqual([joined.joined, joined.joining], ['bo', true]);
    await bringOver(joined, setup.deps);
    assert.equal((await setup.store.people.byAddress('slack', 's-1'))?._id, 'bo');
    assert.equal((await now(await meet('slack', 's-1', [BO]))).name, 'Bo Prøve');
  });

  it('is found again by their account after a list left them out under an old address', async () => {
    const bo = await meet('slack', 's-1', [BO]);
    await setup.store.people.change(bo._id, { left: TUESDAY, leaving: true, roles: [] });
    await setup.store.people.add(aPerson('nynavn', { email: NEW, addresses: [], imported: true, roles: ['hr'] }));
    assert.equal((await meet('slack', 's-1', [NEW], 'Bo Nynavn'))._id, 'nynavn');
    const old = await now(bo);
    assert.deepEqual([old.joined, old.leaving, old.left], ['nynavn', false, null]);
  });

  it('does not become their own manager, nor somebody whose account there is another', async () => {
    const met = await meet('slack', 's-1', ['x@kommune.dk']);
    await setup.store.people.change(met._id, { manager: aPerson('bo')._id });
    assert.equal((await meet('slack', 's-1', [BO]))._id, met._id);
    await meet('slack', 's-5', [BO]);
    assert.equal((await meet('slack', 's-1', [BO]))._id, met._id);
  });

  it('is named in the log by their place in ADMINS, never by their address', () => {
    const said = notVouched('boss@kommune.dk', ['first@kommune.dk', 'boss@kommune.dk']);
    assert.match(said, /^number 2 in ADMINS /);
    assert.ok(!said.includes('@'));
  });

  it('is admin by ADMINS only where Teams or the list vouches for the address', async () => {
    const { people } = setup.store;
    const inSlack = await meet('slack', 's-1', ['boss@kommune.dk'], 'Boss');
    assert.deepEqual([inSlack.roles, warned], [[], ['boss@kommune.dk']]);
    assert.deepEqual(await bootstrapAdmins(['boss@kommune.dk'], people, NO_ADMINS.recordAdmin), {
      hasAdmin: false,
      unvouched: ['boss@kommune.dk'],
    });
    const inTeams = await meet('teams', 't-1', ['Boss@kommune.dk'], 'Boss');
    assert.deepEqual(inTeams.roles, ['admin']);
    assert.equal((await bootstrapAdmins(['boss@kommune.dk'], people, NO_ADMINS.recordAdmin)).hasAdmin, true);
    await people.say(inSlack._id, [{ by: 'list', name: 'Boss', email: 'boss@kommune.dk', at: TUESDAY }]);
    assert.deepEqual(await bootstrapAdmins(['boss@kommune.dk'], people, NO_ADMINS.recordAdmin), {
      hasAdmin: true,
      unvouched: [],
    });
    assert.deepEqual((await now(inSlack)).roles, ['admin']);
  });
});
