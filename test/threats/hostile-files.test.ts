import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { calendarLink, calendarRoute } from '../../adapters/web/calendar.ts';
import { createSigner } from '../../adapters/web/signed.ts';
import { decodeText } from '../../app/import/decode-text.ts';
import { ImportStopped } from '../../app/import/import-stopped.ts';
import { readList } from '../../app/import/read-list.ts';
import { checkRows } from '../../bot/people/directory/check-rows.ts';
import { readRow } from '../../bot/people/directory/row.ts';
import { AGENT, ASKER, aCase, aPerson, masked, SEAL, TUESDAY } from '../support/fixtures/builders.ts';
import { type Seeded, seeded } from '../support/fixtures/seeded.ts';
import { aString } from './support/grammar.ts';

const FILES = process.env.LONG === 'short' ? 300 : 5_000;
const HEADER = ['e-mail', 'navn', 'afdeling', 'leder', 'roller', 'principper', 'kapacitet', 'displayName', '__proto__'];

const aCell = (seed: Seeded): string =>
  seed.pick([
    `"${aString(seed).slice(0, 500).replaceAll('"', '""')}"`,
    aString(seed)
      .replace(/["\r\n]/g, '')
      .slice(0, 500),
    'anna@kommune.dk',
    `bo${seed.below(1_000)}@kommune.dk`,
    'agent',
    seed.chance(0.05) ? '"' : 'Skole',
    '""',
    '=cmd|calc',
    '\t',
  ]);

const aList = (seed: Seeded): string => {
  const separator = seed.pick([';', ',', '\t', '|']);
  const end = seed.pick(['\n', '\r\n', '\r', '\n\n']);
  const columns = seed.chance(0.7) ? HEADER.slice(0, 3) : HEADER.filter(() => seed.chance(0.7));
  const width = (): number => (seed.chance(0.8) ? columns.length : seed.below(10));
  const row = (): string => Array.from({ length: width() }, () => aCell(seed)).join(separator);
  const lines = [seed.chance(0.9) ? columns.join(separator) : row(), ...Array.from({ length: seed.below(12) }, row)];
  return `${seed.pick(['', '\ufeff', 'sep=;\n', '"sep=,"\r\n', 'sep=x\n'])}${lines.join(end)}`;
};

describe('hostile files', function () {
  this.timeout(10 * 60_000);

  it(`${FILES} lists of people are read, or stopped in words, and no cell becomes more than a cell`, () => {
    const seed = seeded(4);
    const outcomes = { read: 0, stopped: 0, rows: 0, bad: 0 };
    for (let i = 0; i < FILES; i++) {
      const bytes = Buffer.from(aList(seed), seed.pick(['utf8', 'latin1', 'utf16le']));
      try {
        const { rows, faults } = readList(decodeText(bytes).text);
        const read = rows.map(readRow);
        const good = read.flatMap((row) => (Array.isArray(row) ? [] : [row]));
        checkRows(good, new Set());
        outcomes.read++;
        outcomes.rows += good.length;
        outcomes.bad += faults.length + read.length - good.length;
        for (const { line } of rows) assert.ok(line >= 1);
      } catch (error) {
        if (!(error instanceof ImportStopped)) throw error;
        outcomes.stopped++;
      }
    }
    console.log(`      ${JSON.stringify(outcomes)}`);
    assert.ok(outcomes.read > FILES / 20 && outcomes.stopped > FILES / 20 && outcomes.bad > 0);
  });

  it(`${FILES} talks with any names and places are one event each in their calendar file`, async () => {
    const seed = seeded(5);
    const signer = createSigner('a secret of the test, long enough', []);
    const link = calendarLink(signer, () => 'https://sammen.test');
    for (let i = 0; i < FILES; i++) {
      const talk = {
        start: new Date('2026-12-15T12:30:00Z'),
        minutes: 30,
        place: masked(aString(seed).slice(0, 2_000)),
      };
      const c = {
        ...aCase('active'),
        turns: [{ by: 'agent' as const, who: AGENT, at: TUESDAY, kind: 'talk' as const, text: null, talk }],
      };
      const people = [
        aPerson(ASKER, { name: aString(seed).slice(0, 300) }),
        aPerson(AGENT, { name: aString(seed).slice(0, 300) }),
      ];
      const { handle } = calendarRoute(signer, {
        cases: { get: async () => c as unknown as ReturnType<typeof aCase> },
        people: { get: async (id) => people.find(({ _id }) => _id === id) ?? null },
        goneCases: { goneCase: async () => null },
        seal: SEAL,
        now: () => TUESDAY,
      });
      const answer = await handle({
        params: { file: link(c._id, 0, TUESDAY).split('/').at(-1) ?? '' },
        query: new URLSearchParams(),
        headers: {},
        remoteAddress: '',
        json: () => assert.fail('not read'),
        form: () => assert.fail('not read'),
      });
      const file = answer.kind === 'file' ? String(answer.body) : assert.fail('no file');
      const calendar = new ICAL.Component(ICAL.parse(file));
      const [event, second] = calendar.getAllSubcomponents('vevent');
      assert.ok(event !== undefined && second === undefined);
      const names = new Set(event.getAllProperties().map(({ name }) => name));
      assert.ok(
        ['attendee', 'attach', 'url', 'rrule'].every((name) => !names.has(name)),
        [...names].join(' '),
      );
      assert.equal(event.getFirstPropertyValue('uid'), `${c._id}@sammen`);
    }
  });
});
