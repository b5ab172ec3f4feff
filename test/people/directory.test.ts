import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../app/import/decode-text.ts';
import { readList } from '../../app/import/read-list.ts';
import { checkRows } from '../../bot/people/directory/check-rows.ts';
import { compareDirectory, tooManyGone } from '../../bot/people/directory/compare.ts';
import { matchRows } from '../../bot/people/directory/match-rows.ts';
import { type Row, readRow } from '../../bot/people/directory/row.ts';
import type { Person } from '../../bot/people/person.ts';
import { aPerson, masked, SEAL } from '../support/fixtures/builders.ts';

const HEADER = 'E-mail;Navn;Afdeling;Stilling;Nærmeste leder (e-mail);Roller;Principper;Emner;Sprog;Kapacitet';
const listOf = (text: string) => readList(text);
const row = (over: Partial<Row> & { email: string }, line = 2): Row => ({ line, name: 'Mette Krogh', ...over });
const cells = (over: Record<string, string>) => ({ line: 2, cells: { email: 'a@b.dk', name: 'A', ...over } });
const reasons = (over: Record<string, string>): string[] => {
  const read = readRow(cells(over));
  return Array.isArray(read) ? read.map(({ reason }) => reason) : [];
};

describe('rows and the people they are about', () => {
  it('leave a person who shares an address with a row to the row that is about them', () => {
    const [anna, bo] = [aPerson('anna', { email: 'a@b.dk' }), aPerson('bo', { email: 'b@b.dk' })];
    const [ofAnna, ofBo] = [row({ email: 'a@b.dk' }), row({ email: 'b@b.dk', others: ['a@b.dk'] }, 3)];
    const [alone] = matchRows([ofBo], [anna, bo]);
    assert.deepEqual([alone?.person?._id, alone?.others.map(({ _id }) => _id)], [bo._id, [anna._id]]);
    const both = matchRows([ofAnna, ofBo], [anna, bo]);
    assert.deepEqual(
      both.map(({ person, others }) => [person?._id, others.length]),
      [
        [anna._id, 0],
        [bo._id, 0],
      ],
    );
  });
});

describe('a list of people', () => {
  it('may have ; or , or tabs, BOM, CRLF, quotes and æøå; each row is named by the line it begins on', () => {
    for (const separator of [';', ',', '\t']) {
      const text = `\ufeffE-mail${separator}Navn${separator}Afdeling\r\na@b.dk${separator}"Å${separator} ""Ø""\r\nÆ"${separator}Skole\r\n\r\nc@d.dk${separator}C${separator}Bo\r\n`;
      const { rows, separator: detected } = listOf(text);
      assert.equal(detected, separator);
      assert.deepEqual(
        rows.map(({ line }) => line),
        [2, 5],
      );
      assert.equal(rows[0]?.cells.name, `Å${separator} "Ø"\nÆ`);
    }
  });

  it('may name its columns in Danish or English', () => {
    const english = 'email,name,unit,profession,manager,roles,principles,topics,languages,capacity';
    for (const header of [HEADER, english]) {
      const { rows, unused } = listOf(`${header}\n${'x'.repeat(3)}${(header.includes(';') ? ';' : ',').repeat(9)}\n`);
      assert.equal(Object.keys(rows[0]?.cells ?? {}).length, 10);
      assert.deepEqual(unused, []);
    }
    assert.deepEqual(listOf('E-mail;Navn;Lønnummer\na;b;c').unused, ['Lønnummer']);
    for (const text of ['', 'Navn;Afdeling\n', 'E-mail;Email;Navn\n', 'E-mail;Navn\n"a;b\n']) {
      assert.throws(() => listOf(text), { name: 'ImportStopped' }, text);
    }
  });

  it('may begin with Excel’s separator line, which does not shift the line numbers', () => {
    for (const first of ['sep=;', '\ufeffsep=;', 'SEP=;', '"sep=;"', 'sep=;;;']) {
      for (const end of ['\n', '\r\n']) {
        const { rows, faults, separator } = listOf([first, 'E-mail;Navn', 'a@b.dk;Å, Ø', 'one', 'c@d.dk;C'].join(end));
        assert.equal(separator, ';', first);
        assert.deepEqual(
          rows.map(({ line, cells }) => [line, cells.name]),
          [
            [3, 'Å, Ø'],
            [5, 'C'],
          ],
          first,
        );
        assert.deepEqual(
          faults.map(({ line }) => line),
          [4],
          first,
        );
      }
    }
    assert.equal(listOf('sep=,\nE-mail,Navn\na@b.dk,"A; B"').rows[0]?.cells.name, 'A; B');
    assert.equal(listOf('sep=\t\nE-mail\tNavn\na@b.dk\tA').separator, '\t');
    // A line that names no known separator is an ordinary header.
    assert.throws(() => listOf('sep=x\nE-mail;Navn\na@b.dk;A'), { name: 'ImportStopped' });
  });

  it('may be an Entra ID export: displayName is the name, and the sign-in name replaces a missing mail', () => {
    const { rows, unused } = listOf(
      'userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department\n' +
        'anna.p@kommune.example,Anna Prøve,Prøve,Anna@kommune.example,Anna,1,Member,Pædagog,Park\n' +
        'BO@kommune.example,Bo Prøve,Prøve,,Bo,2,Member,Gartner,Park\n' +
        ',Cy Prøve,Prøve,,Cy,3,Member,,Park\n',
    );
    assert.deepEqual(unused, ['surname', 'givenName', 'id']);
    const read = rows.map(readRow);
    assert.deepEqual(read, [
      {
        line: 2,
        email: 'anna@kommune.example',
        others: ['anna.p@kommune.example'],
        name: 'Anna Prøve',
        unit: 'Park',
        profession: 'Pædagog',
      },
      { line: 3, email: 'bo@kommune.example', name: 'Bo Prøve', unit: 'Park', profession: 'Gartner' },
      [{ line: 4, email: null, reason: 'the e-mail address is missing' }],
    ]);
    assert.equal(listOf('userPrincipalName,displayName\na@b.dk,A').rows.length, 1);
  });

  it('leaves out what a directory exports besides colleagues: guests, and accounts that are switched off', () => {
    const { rows, faults, leftOut } = listOf(
      'userPrincipalName,displayName,userType,accountEnabled\n' +
        'a@k.dk,Anna Prøve,Member,True\nb@k.dk,Bo Prøve,,\ngaest@firma.dk,Kaj Konsulent,Guest,True\n' +
        'lokale1@k.dk,Mødelokale 1,Member,False\n#EXT#,,Guest,False\n',
    );
    assert.deepEqual(
      rows.map(({ cells }) => cells.signIn),
      ['a@k.dk', 'b@k.dk'],
    );
    assert.deepEqual([faults, leftOut], [[], { guest: 2, off: 1 }]);
    assert.deepEqual(listOf('E-mail;Navn;Brugertype;Konto enabled\ng@k.dk;G;Gæst;Ja\nh@k.dk;H;Medlem;Nej').leftOut, {
      guest: 1,
      off: 1,
    });
  });

  it('may be in UTF-8, Latin-1 or UTF-16; any other encoding is refused', () => {
    const text = 'E-mail;Navn\na@b.dk;Åse Bjørnsæter';
    assert.equal(decodeText(Buffer.from(text)).encoding, 'UTF-8');
    const latin = decodeText(Buffer.from(text, 'latin1'));
    assert.deepEqual([latin.text, latin.encoding], [text, 'Windows-1252 (Latin-1)']);
    assert.equal(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')).text.replace('\ufeff', ''), text);
    assert.throws(() => decodeText(Buffer.from(text, 'utf16le')), { name: 'ImportStopped' });
    assert.throws(() => decodeText(Buffer.from([0xe6, 0x81, 0x0a])), { name: 'ImportStopped' });
  });

  it('is refused with every kind of fault named by its row', () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [{ email: '' }, /address is missing/],
      [{ email: 'Mette Krogh' }, /"mette krogh" is not an e-mail/],
      [{ email: 'a@b.dk, c@d.dk' }, /not an e-mail/],
      [{ name: ' ' }, /name is missing/],
      [{ name: 'x'.repeat(101) }, /longer than 100/],
      [{ manager: 'Torben' }, /manager "torben" is no/],
      [{ roles: 'agent konge' }, /no role "konge"/],
      [{ principles: 'venlig' }, /no principle "venlig"/],
      [{ topics: 'vejr' }, /no topic "vejr"/],
      [{ languages: 'sv' }, /no language "sv"/],
      [{ capacity: '-1' }, /not a whole number/],
      [{ capacity: '=1+1' }, /not a whole number/],
    ];
    for (const [over, reason] of wrong) assert.match(reasons(over).join(), reason, JSON.stringify(over));
    assert.deepEqual(reasons({ name: ' =HYPERLINK("x")\u0007 ', unit: '+45', roles: 'Agent, HR' }), []);
  });

  it('names principles and topics as people write them, and their ids', () => {
    const list = {
      principles: 'Gør det nemt, lytter først;Tydelig Ramme\nBygger bro',
      topics: 'Økonomi tværgående lovgivning',
    };
    const { principles, topics } = Object.assign({ principles: [], topics: [] }, readRow(cells(list)));
    assert.deepEqual(principles, ['lytter-foerst', 'bygger-bro', 'goer-det-nemt', 'tydelig-ramme']);
    assert.deepEqual(topics, ['lovgivning', 'oekonomi', 'tvaergaaende']);
    assert.match(reasons({ principles: 'Gør det svært' }).join(), /^there is no principle "gør det svært" \(/);
  });

  it('is refused with duplicates, unknown managers and cycles of managers named', () => {
    const rows = [
      row({ email: 'a@b.dk', manager: 'b@b.dk' }, 2),
      row({ email: 'b@b.dk', manager: 'a@b.dk' }, 3),
      row({ email: 'c@b.dk', manager: 'a@b.dk' }, 4),
      row({ email: 'd@b.dk', manager: 'd@b.dk' }, 5),
      row({ email: 'c@b.dk' }, 6),
      row({ email: 'e@b.dk', manager: 'x@b.dk' }, 7),
      row({ email: 'f@b.dk', manager: 'y@b.dk' }, 8),
    ];
    const known = new Set([...rows.map(({ email }) => email), 'y@b.dk']);
    const checked = checkRows(rows, known);
    assert.deepEqual(
      checked.rows.map(({ line }) => line),
      [4, 8],
    );
    const named = Object.fromEntries(checked.faults.map(({ line, reason }) => [line, reason]));
    assert.match(named[2] ?? '', /ring: a@b\.dk → b@b\.dk → a@b\.dk/);
    assert.match(named[5] ?? '', /ring: d@b\.dk → d@b\.dk/);
    assert.match(named[6] ?? '', /already on line 4/);
    assert.match(named[7] ?? '', /x@b\.dk is not on the list: add a row for them/);
  });
});

describe('the changes that a list makes', () => {
  const imported = (id: string, over: Partial<Person> = {}) =>
    aPerson(id, { email: `${id}@b.dk`, imported: true, ...over });
  const compare = (rows: Row[], people: Person[], keepAll = false) =>
    compareDirectory(rows, {
      seal: SEAL,
      people,
      named: new Set(rows.map(({ email }) => email)),
      language: 'da',
      keepAll,
    });

  it('are to people who are new, moved, changed, back or gone; others stay as they are', () => {
    const people = [
      imported('stays', { name: 'Mette Krogh' }),
      imported('moves', { name: 'Mette Krogh' }),
      imported('renamed'),
      imported('back', { name: 'Mette Krogh', left: new Date(), leaving: true }),
      imported('gone'),
      aPerson('demo'),
      aPerson('wrote', { email: 'wrote@b.dk' }),
    ];
    const rows = [
      row({ email: 'stays@b.dk', unit: 'Park og Vej' }),
      row({ email: 'moves@b.dk', unit: 'Skole' }),
      row({ email: 'renamed@b.dk' }),
      row({ email: 'back@b.dk' }),
      row({ email: 'new@b.dk', unit: 'Skole', manager: 'stays@b.dk' }),
    ];
    const { added, moved, changed, gone, same } = compare(rows, people);
    assert.deepEqual(
      [added.map(({ person }) => [person.email, person.unit, person.manager]), same],
      [[['new@b.dk', 'Skole', 'stays']], 1],
    );
    assert.deepEqual(
      moved.map(({ person, change }) => [person._id, change]),
      [['moves', { unit: 'Skole' }]],
    );
    assert.deepEqual(
      changed.map(({ person, back }) => [person._id, back]),
      [
        ['renamed', false],
        ['back', true],
      ],
    );
    assert.deepEqual(
      gone.map(({ _id }) => _id),
      ['gone'],
    );
    assert.deepEqual(compare(rows, people, true).gone, []);
  });

  it('revoke no admin role, and overwrite only the parts of an agent’s profile that the list states', () => {
    const agent = {
      principles: [],
      topics: ['oekonomi' as const],
      languages: ['en' as const],
      capacity: 5,
      shown: true,
      place: masked('Her'),
    };
    const person = imported('a', { name: 'Mette Krogh', roles: ['admin', 'agent'], agent });
    const [change] = compare([row({ email: 'a@b.dk', roles: [], capacity: 2 })], [person]).changed;
    assert.deepEqual(change?.change, { roles: ['admin'], agent: { ...agent, capacity: 2 } });
  });

  it('are refused when more than one person in twenty would go, but not for a single person', () => {
    const people = Array.from({ length: 20 }, (_, i) => imported(`p${i}`));
    const all = people.map(({ email }) => row({ email: email ?? '' }));
    assert.equal(tooManyGone(compare(all.slice(1), people), people), false);
    assert.equal(tooManyGone(compare(all.slice(2), people), people), true);
    assert.equal(tooManyGone(compare([], []), []), false);
  });

  it('are none when the list is imported again', () => {
    const email = fc.integer({ min: 0, max: 8 }).map((n) => `p${n}@b.dk`);
    const rows = fc.uniqueArray(
      fc.record({
        email,
        unit: fc.constantFrom('Skole', 'Park'),
        roles: fc.subarray(['agent', 'hr', 'admin'] as const),
        profession: fc.option(fc.constant('Lærer')),
      }),
      { selector: (entry) => entry.email },
    );
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const taken = (list: typeof first, people: Person[]): Person[] => {
          const { added, changed, moved } = compare(
            list.map((entry) => row({ ...entry, name: entry.email, roles: [...entry.roles] })),
            people,
          );
          const changes = new Map([...changed, ...moved].map(({ person, change }) => [person._id, change]));
          return [
            ...people.map((person) => ({ ...person, ...changes.get(person._id) })),
            ...added.map(({ person }) => person),
          ];
        };
        const people = taken(second, taken(first, []));
        const again = compare(
          second.map((entry) => row({ ...entry, name: entry.email, roles: [...entry.roles] })),
          people,
        );
        assert.deepEqual([again.added, again.changed, again.moved, again.same], [[], [], [], second.length]);
      }),
    );
  });
});
