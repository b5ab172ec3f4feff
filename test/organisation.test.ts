import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { organisationSchema, ownPhones, whereItBelongs } from '../bot/organisation.ts';
import { faultsIn } from './support/assertions/content-faults.ts';

const json = JSON.parse(readFileSync(new URL('../content/organisation.json', import.meta.url), 'utf8'));

const faultsOf = (input: unknown): readonly string[] =>
  faultsIn(input, organisationSchema).map((fault) => fault.replace(/^x\.json(, line \d+)?: /, ''));

/** The text of the fault that these changes cause; fails unless there is exactly one. */
const onlyFault = (changes: object): string => {
  const faults = faultsOf({ ...json, ...changes });
  assert.equal(faults.length, 1, faults.join('\n'));
  return faults[0] ?? '';
};

describe("the organisation's file", () => {
  it('is valid as shipped with Sammen, and says that it is invented', () => {
    const organisation = organisationSchema.parse(json);
    assert.equal(organisation.name, 'Lillekøbing Kommune');
    assert.match(organisation.note ?? '', /opdigtede/);
  });

  it('is refused with all faults together, each with its place and a fix', () => {
    const faults = faultsOf({
      ...json,
      name: ' ',
      timeZone: 'Europe/Lillekøbing',
      hours: { mon: ['16:00', '08:00'], tue: ['8', '16:00'], wed: ['08:00'] },
      closedDays: ['2026-02-30'],
      promiseHours: 0,
      offerMinutes: { normal: '120' },
      emergency: 112,
    });
    assert.deepEqual(
      faults.map((fault) => fault.split('. ')[0]),
      [
        '"name" is empty',
        '"timeZone" is not a time zone',
        '"hours.mon" ends before it begins',
        'entry 1 of "hours.tue" is "8"',
        '"hours.wed" is a list of 1',
        'entry 1 of "closedDays" is "2026-02-30"',
        '"promiseHours" is the number 0',
        '"offerMinutes.normal" is the text "120"',
        '"offerMinutes.today" is missing',
        '"emergency" is the number 112',
      ],
    );
    for (const fault of faults) assert.match(fault, /\. Write [^.]+.*\.$/);
  });

  it('may name a home page, which is a whole https address', () => {
    const { homePage: _none, ...without } = json;
    assert.equal(organisationSchema.parse(without).homePage, undefined);
    assert.equal(organisationSchema.parse(json).homePage, 'https://lillekoebing.example/');
    for (const homePage of ['http://kommune.dk', 'kommune.dk', 'javascript:alert(1)', '', 7, null])
      assert.match(onlyFault({ homePage }), /^"homePage" .*https address/, String(homePage));
  });

  it('names a misspelt setting and the valid ones', () => {
    assert.match(onlyFault({ promisHours: 8 }), /^"promisHours" is not known.*"promiseHours"/);
    assert.match(
      onlyFault({ hours: { ...json.hours, mandag: ['08:00', '16:00'] } }),
      /^"hours\.mandag" is not known.*"mon", "tue"/,
    );
  });

  it('rejects times that do not exist or end before they begin', () => {
    for (const time of ['24:00', '8:00', '08:60', '08.00', '']) {
      assert.match(
        onlyFault({ hours: { mon: [time, '16:00'] } }),
        /^entry 1 of "hours\.mon" is .*Write a time as 08:00/,
      );
    }
    assert.match(onlyFault({ hours: { mon: ['08:00', '08:00'] } }), /^"hours\.mon" ends before it begins/);
  });

  it('rejects an organisation that never opens', () => {
    assert.match(onlyFault({ hours: {} }), /^"hours" names no weekday\. Write hours for at least one/);
  });

  it('accepts only days that exist', () => {
    for (const day of ['2027-02-29', '24-12-2026', '2026-12-24T00:00', '2026-1-1'])
      assert.match(onlyFault({ closedDays: [day] }), /^entry 1 of "closedDays" is/);
    assert.deepEqual(faultsOf({ ...json, closedDays: ['2028-02-29'] }), []);
  });

  it('requires a phone number or address for every contact', () => {
    const nowhere = { name: 'ordningen', phone: null, url: null };
    assert.match(
      onlyFault({ contacts: { ...json.contacts, whistleblower: nowhere } }),
      /^"contacts\.whistleblower" has neither a phone/,
    );
    const script = { name: 'ordningen', phone: null, url: 'javascript:alert(1)' };
    assert.match(
      onlyFault({ contacts: { ...json.contacts, whistleblower: script } }),
      /^"contacts\.whistleblower\.url" is "javascript.*Write a whole address/,
    );
  });

  it('may name a coordinator by one e-mail address, which is compared without case', () => {
    assert.equal(
      organisationSchema.parse({ ...json, coordinator: ' Lone.HR@Kommune.dk ' }).coordinator,
      'lone.hr@kommune.dk',
    );
    assert.equal(organisationSchema.parse(json).coordinator, undefined);
    for (const coordinator of [
      '',
      'Lone i HR',
      'lone@hr',
      'a@x.dk, b@x.dk',
      'Lone <lone@kommune.dk>',
      null,
      ['a@x.dk'],
    ])
      assert.match(onlyFault({ coordinator }), /^"coordinator" is .*Write one e-mail address/, String(coordinator));
  });

  it('may say for how many months the text of a case is kept', () => {
    const { retention } = organisationSchema.parse({ ...json, retention: { caseTextMonths: 12 } });
    assert.deepEqual(retention, { caseTextMonths: 12 });
    for (const caseTextMonths of [0, -1, 1.5, 121, '12', null])
      assert.match(
        onlyFault({ retention: { caseTextMonths } }),
        /^"retention\.caseTextMonths" is .*Write a whole number of months/,
      );
    assert.match(onlyFault({ retention: { caseTextMonths: 12, days: 3 } }), /^"retention\.days" is not known here/);
  });

  it('is refused when it is not an object', () => {
    for (const input of [null, [], 'x', 3])
      assert.match(faultsOf(input)[0] ?? '', /^the file is .*Write an object in curly brackets with "note", "name"/);
  });

  it('lists all its own phone numbers, so that none is masked', () => {
    const phones = ownPhones(organisationSchema.parse(json));
    assert.deepEqual(phones, ['70 00 00 01', '70 00 00 02', '70 00 00 03', '70 00 00 04', '70 00 00 05', '112']);
  });

  it('finds the contact for the subject of a warning', () => {
    const organisation = organisationSchema.parse(json);
    assert.equal(whereItBelongs(organisation, 'danger')?.phone, '70 00 00 02');
    assert.match(whereItBelongs(organisation, 'whistleblower')?.url ?? '', /^https:/);
    assert.equal(whereItBelongs(organisation, 'harassment')?.name, 'Arbejdsmiljø i HR');
    assert.equal(whereItBelongs(organisation, 'threat')?.name, 'Arbejdsmiljø i HR');
    assert.equal(whereItBelongs(organisation, 'decision'), null);
  });
});
