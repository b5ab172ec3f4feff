import assert from 'node:assert/strict';
import { applyDifference } from '../../app/import/apply.ts';
import { readList } from '../../app/import/read-list.ts';
import { reportDifference } from '../../app/import/report.ts';
import { checkRows } from '../../bot/people/directory/check-rows.ts';
import { type CompareOptions, compareDirectory } from '../../bot/people/directory/compare.ts';
import { addressesOn } from '../../bot/people/directory/match-rows.ts';
import { type Row, readRow } from '../../bot/people/directory/row.ts';
import { meetColleague } from '../../bot/people/meet-colleague.ts';
import type { Person, Said, Source } from '../../bot/people/person.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, SEAL, TUESDAY } from '../support/fixtures/builders.ts';
import { NO_ADMINS } from '../support/fixtures/recorded.ts';

const GUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const says = (by: Source, email: string | null, name = 'Bo Prøve'): Said => ({ by, name, email, at: TUESDAY });
const inSlack = (id: string) => ({ platform: 'slack' as const, id, at: TUESDAY });
const rowsOf = (csv: string): Row[] =>
  readList(csv)
    .rows.map(readRow)
    .flatMap((row) => (Array.isArray(row) ? [] : [row]));
const listed = (id: string, over: Partial<Person> = {}): Person =>
  aPerson(id, {
    name: 'Bo Prøve',
    unit: 'Park',
    email: `${id}@k.dk`,
    imported: true,
    addresses: [],
    said: [says('list', `${id}@k.dk`)],
    ...over,
  });

describe('a list of people and who they are', () => {
  const compare = (csv: string, people: Person[], options: Partial<CompareOptions> = {}) => {
    const rows = rowsOf(csv);
    return compareDirectory(rows, {
      seal: SEAL,
      people,
      named: new Set(rows.flatMap(addressesOn)),
      language: 'da',
      ...options,
    });
  };
  /** Each outcome by the ids of the people. */
  const outcome = (difference: ReturnType<typeof compare>) => ({
    added: difference.added.map(({ person }) => person.email),
    changed: [...difference.changed, ...difference.moved].map(({ person }) => person._id),
    joined: difference.joined.map(({ from, to }) => [from._id, to._id]),
    doubles: difference.doubles.map(({ person }) => person._id),
    gone: difference.gone.map(({ _id }) => _id),
    same: difference.same,
  });
  type Outcome = {
    added: (string | null)[];
    changed: string[];
    joined: string[][];
    doubles: string[];
    gone: string[];
    same: number;
  };
  const nothing: Outcome = { added: [], changed: [], joined: [], doubles: [], gone: [], same: 0 };
  const slackOn = (id: string, email: string, over: Partial<Person> = {}) =>
    aPerson(id, {
      name: 'Bo Prøve',
      unit: null,
      addresses: [inSlack(`S${id}`)],
      said: [says('slack', email)],
      ...over,
    });

  const cases: [string, string, Person[], Partial<typeof nothing>][] = [
    [
      'an address that their account has now',
      'E-mail;Navn\nnew@k.dk;Bo Nynavn\n',
      [listed('bo', { addresses: [inSlack('S1')], said: [says('list', 'bo@k.dk'), says('slack', 'new@k.dk')] })],
      { changed: ['bo'] },
    ],
    ['an address in other capitals', 'E-mail;Navn;Afdeling\nBO@K.DK;Bo Prøve;Park\n', [listed('bo')], { same: 1 }],
    [
      'the user principal name',
      'mail;userPrincipalName;Navn\nb@k.dk;bo@k.dk;Bo Prøve\n',
      [slackOn('bo', 'bo@k.dk')],
      { changed: ['bo'] },
    ],
    [
      'the object id',
      `E-mail;Navn;Object ID\nx@k.dk;Bo Xyz;${GUID.toUpperCase()}\n`,
      [listed('bo', { addresses: [{ platform: 'teams', id: GUID, at: TUESDAY }] })],
      { changed: ['bo'] },
    ],
    [
      'the object id, before an address that another has',
      `E-mail;Navn;Object ID\ncy@k.dk;Bo Xyz;${GUID}\n`,
      [listed('bo', { addresses: [{ platform: 'teams', id: GUID, at: TUESDAY }] }), listed('cy', { name: 'Cy' })],
      { changed: ['bo'], gone: ['cy'] },
    ],
    [
      'Slack’s member id',
      'E-mail;Navn;Slack ID\nx@k.dk;Bo Xyz;S1234\n'.replace('S1234', 'U0BO1'),
      [listed('bo', { addresses: [inSlack('U0BO1')] })],
      { changed: ['bo'] },
    ],
    [
      'an earlier address',
      'E-mail;Navn;Tidligere e-mail\nnew@k.dk;Bo Nynavn;bo@k.dk\n',
      [listed('bo')],
      { changed: ['bo'] },
    ],
    [
      'their new address, when somebody new has the old one',
      'E-mail;Navn\nbo@k.dk;Bodil Ny\nnew@k.dk;Bo Prøve\n',
      [listed('bo', { addresses: [inSlack('S1')], said: [says('list', 'bo@k.dk'), says('slack', 'new@k.dk')] })],
      { added: ['bo@k.dk'], changed: ['bo'] },
    ],
    [
      'an address of two people, who become one',
      'mail;userPrincipalName;Navn\nb@k.dk;bo@k.dk;Bo Prøve\n',
      [listed('bo'), slackOn('met', 'b@k.dk', { name: 'bproeve' })],
      { changed: ['bo'], joined: [['met', 'bo']] },
    ],
    [
      'an address of two people with accounts on one platform, who stay two',
      'mail;userPrincipalName;Navn\nb@k.dk;bo@k.dk;Bo Prøve\n',
      [listed('bo', { addresses: [inSlack('S9')] }), slackOn('met', 'b@k.dk')],
      { changed: ['met'], gone: ['bo'] },
    ],
    [
      'a reused address, whose owner was switched off',
      'E-mail;Navn\nbo@k.dk;Bodil Ny\n',
      [
        listed('bo', { closed: [{ platform: 'slack', id: 'S1', why: 'deactivated' }] }),
        slackOn('bodil', 'bo@k.dk', { name: 'Bodil Ny' }),
      ],
      { changed: ['bodil'], gone: ['bo'] },
    ],
    [
      'a new account of one who was switched off, under the same name',
      'E-mail;Navn\nbo@k.dk;Prøve, Bo\n',
      [listed('bo', { closed: [{ platform: 'slack', id: 'S1', why: 'deactivated' }] }), slackOn('again', 'bo@k.dk')],
      { changed: ['bo'], joined: [['again', 'bo']] },
    ],
    [
      'the address of one who left, for somebody with another name',
      'E-mail;Navn\nbo@k.dk;Bodil Ny\n',
      [listed('bo', { left: TUESDAY })],
      { added: ['bo@k.dk'] },
    ],
    [
      'one who left and is back',
      'E-mail;Navn\nbo@k.dk;Bo Prøve\n',
      [listed('bo', { left: TUESDAY })],
      { changed: ['bo'] },
    ],
    [
      'a likely double by name and unit',
      'E-mail;Navn;Afdeling\nnew@k.dk;PRØVE, BO (PARK);Park\n',
      [listed('bo')],
      { doubles: ['bo'] },
    ],
    [
      'a namesake in another unit',
      'E-mail;Navn;Afdeling\nnew@k.dk;Bo Prøve;Skole\n',
      [listed('bo')],
      { added: ['new@k.dk'], gone: ['bo'] },
    ],
    [
      'a likely double who wrote before',
      'E-mail;Navn;Afdeling\nnew@k.dk;Bo Prøve;Park\n',
      [slackOn('met', 'private@k.dk')],
      { doubles: ['met'] },
    ],
    [
      'a likely double by a new surname',
      'E-mail;Navn;Afdeling\nnew@k.dk;Bo Nynavn;Park\n',
      [listed('bo', { addresses: [inSlack('S1')] })],
      { doubles: ['bo'] },
    ],
    [
      'namesakes who are both on the list',
      'E-mail;Navn;Afdeling\nbo@k.dk;Bo Prøve;Park\nbo2@k.dk;Bo Prøve;Park\n',
      [listed('bo')],
      { added: ['bo2@k.dk'], same: 1 },
    ],
    [
      'an id that is none of an account',
      'id;E-mail;Navn;Afdeling\n17;bo@k.dk;Bo Prøve;Park\n',
      [listed('bo')],
      { same: 1 },
    ],
  ];
  for (const [name, csv, people, expected] of cases) {
    it(`are matched by ${name}`, () => assert.deepEqual(outcome(compare(csv, people)), { ...nothing, ...expected }));
  }

  it('are two people with --as-new', () => {
    const difference = compare('E-mail;Navn;Afdeling\nnew@k.dk;Bo Prøve;Park\n', [listed('bo')], { asNew: true });
    assert.deepEqual(outcome(difference), { ...nothing, added: ['new@k.dk'], gone: ['bo'] });
  });

  it('are named as likely doubles, with what to do', () => {
    const report = reportDifference(compare('E-mail;Navn;Afdeling\nnew@k.dk;Bo Prøve;Park\n', [listed('bo')]));
    assert.match(report, /1 likely double\n {2}\? Bo Prøve <new@k\.dk>, Park \(line 2\) may be Bo Prøve <bo@k\.dk>/);
    assert.match(report, /"Tidligere e-mail"[\s\S]*--as-new/);
    const changed = reportDifference(
      compare('E-mail;Navn;Tidligere e-mail\nnew@k.dk;Bo Prøve;bo@k.dk\n', [listed('bo')]),
    );
    assert.match(changed, /~ Bo Prøve <bo@k\.dk> e-mail: bo@k\.dk → new@k\.dk, bo@k\.dk \(line 2\)/);
  });

  it('are bad rows when mail and principal name of two people cross, and nobody is gone', () => {
    const rows = rowsOf('mail;userPrincipalName;Navn\na@k.dk;b@k.dk;A\nb@k.dk;a@k.dk;B\nc@k.dk;c@k.dk;C\n');
    const named = new Set(rows.flatMap(addressesOn));
    const { rows: good, faults } = checkRows(rows, named);
    assert.deepEqual([good.map(({ name }) => name), faults.map(({ line }) => line)], [['C'], [2, 3]]);
    assert.match(faults[0]?.reason ?? '', /^[ab]@k\.dk is also on line 3$/);
    const people = [listed('a'), listed('b'), listed('c', { name: 'C', said: [says('list', 'c@k.dk', 'C')] })];
    const { gone, joined, same } = compareDirectory(good, { seal: SEAL, people, named, language: 'da' });
    assert.deepEqual([gone, joined, same], [[], [], 1]);
  });

  it('find a manager by any known address', () => {
    const people = [
      listed('boss', { name: 'Boss', said: [says('list', 'boss@k.dk', 'Boss'), says('slack', 'chef@k.dk')] }),
    ];
    const { added } = compare('E-mail;Navn;Leder\nboss@k.dk;Boss;\nnew@k.dk;Ny;CHEF@k.dk\n', people);
    assert.deepEqual(
      added.map(({ person }) => person.manager),
      ['boss'],
    );
  });

  describe('in the store', () => {
    let setup: TestBot;
    beforeEach(async () => {
      const left = listed('left', { _id: aPerson('x')._id, email: 'left@k.dk', left: TUESDAY, roles: [] });
      setup = await openTestBot([listed('bo'), slackOn('met', 'b@k.dk', { name: 'bproeve' }), left]);
    });
    afterEach(() => setup.close());
    const take = async (csv: string) => {
      const difference = compare(csv, await setup.store.people.all());
      await applyDifference(difference, setup.store.people, null);
      return outcome(difference);
    };

    it('lose nothing when somebody writes, or changes their address, between the reading and the writing', async () => {
      const { people } = setup.store;
      const csv = 'E-mail;Navn;Afdeling\nbo@k.dk;Bo Prøve;Skole\nnew@k.dk;Ny Kollega;Park\n';
      const difference = compare(csv, await people.all(), { seal: people.seal });
      const at = new Date(TUESDAY.getTime() + 1000);
      const deps = { people, ...NO_ADMINS };
      const meet = (id: string, email: string, name: string) =>
        meetColleague({ address: { platform: 'slack', id, at }, name, emails: [email], language: 'da' }, deps);
      const written = await meet('Snew', 'new@k.dk', 'nyk');
      assert.equal((await meet('Sbo', 'bo@k.dk', 'Bo'))._id, 'bo');
      await meet('Sbo', 'nynavn@k.dk', 'Bo Nynavn');
      await applyDifference(difference, people, null);
      const [bo, fresh] = [await people.get(aPerson('bo')._id), await people.get(written._id)];
      assert.deepEqual([bo?.unit, bo?.addresses.map(({ id }) => id)], ['Skole', ['Sbo']]);
      assert.deepEqual(
        (await people.withEmail('nynavn@k.dk')).map(({ _id }) => _id),
        ['bo'],
      );
      assert.deepEqual(
        [fresh?.name, fresh?.unit, fresh?.imported, fresh?.addresses.length],
        ['Ny Kollega', 'Park', true, 1],
      );
      assert.deepEqual(
        (await people.withEmail('new@k.dk')).map(({ _id }) => _id),
        [written._id],
      );
    });

    it('are imported again without a change, also after addresses and names have changed', async () => {
      const list = 'mail;userPrincipalName;Navn;Afdeling\nb@k.dk;bo@k.dk;Bo Prøve;Park\nleft@k.dk;;Lene Ny;Park\n';
      assert.deepEqual((await take(list)).joined, [['met', 'bo']]);
      assert.deepEqual(await take(list), { ...nothing, same: 2 });
      const { people } = setup.store;
      assert.equal((await people.byAddress('slack', 'Smet'))?.joined, 'bo');
      const later = new Date(TUESDAY.getTime() + 1000);
      await people.say(aPerson('bo')._id, [{ by: 'slack', name: 'Bo Nynavn', email: 'nynavn@k.dk', at: later }]);
      await people.change(aPerson('bo')._id, { name: 'Bo Nynavn' });
      assert.deepEqual(await take(list), { ...nothing, same: 2 });
      assert.equal((await people.get(aPerson('bo')._id))?.name, 'Bo Nynavn');
      const renewed = list.replace('b@k.dk;bo@k.dk;Bo Prøve', 'nynavn@k.dk;nynavn@k.dk;Bo Nynavn');
      assert.deepEqual((await take(renewed)).changed, ['bo']);
      assert.deepEqual(await take(renewed), { ...nothing, same: 2 });
    });
  });
});
