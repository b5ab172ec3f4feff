import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { OrganisationFault, ownPhones, parseOrganisation, whereItBelongs } from '../bot/organisation.ts';

const json = JSON.parse(readFileSync(new URL('../content/organisation.json', import.meta.url), 'utf8'));

const faultsOf = (input: unknown): readonly string[] => {
  try {
    parseOrganisation(input);
    return [];
  } catch (fault) {
    assert.ok(fault instanceof OrganisationFault);
    return fault.faults;
  }
};

/** What one fault says, when there is exactly one. */
const only = (changes: object): string => {
  const faults = faultsOf({ ...json, ...changes });
  assert.equal(faults.length, 1, faults.join('\n'));
  return faults[0] ?? '';
};

describe("the organisation's file", () => {
  it('that comes with Sammen is right, and says that it is invented', () => {
    const organisation = parseOrganisation(json);
    assert.equal(organisation.name, 'Lillekøbing Kommune');
    assert.match(organisation.note ?? '', /opdigtede/);
  });

  it('is refused with all faults at once, each with its place and its mend', () => {
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
    const places = ['name', 'timeZone', 'hours.mon', 'hours.tue.0', 'hours.wed', 'closedDays.0', 'promiseHours'];
    const more = ['offerMinutes.normal', 'offerMinutes.today', 'emergency'];
    assert.deepEqual(
      faults.map((fault) => fault.split(':')[0]),
      [...places, ...more],
    );
    for (const fault of faults) assert.match(fault, /: (write|let|give) /);
  });

  it('names the misspelt setting and the ones there are', () => {
    assert.match(only({ promisHours: 8 }), /promisHours is not known.*promiseHours/);
    assert.match(only({ hours: { ...json.hours, mandag: ['08:00', '16:00'] } }), /mandag is not known.*mon, tue/);
  });

  it('takes no times that do not exist or end before they begin', () => {
    for (const time of ['24:00', '8:00', '08:60', '08.00', '']) {
      assert.match(only({ hours: { mon: [time, '16:00'] } }), /^hours\.mon\.0: write a time as 08:00/);
    }
    assert.match(only({ hours: { mon: ['08:00', '08:00'] } }), /^hours\.mon: let the first time be before/);
  });

  it('takes no organisation that never opens', () => {
    assert.match(only({ hours: {} }), /^hours: give hours for at least one weekday/);
  });

  it('takes only days that exist', () => {
    for (const day of ['2027-02-29', '24-12-2026', '2026-12-24T00:00', '2026-1-1'])
      assert.match(only({ closedDays: [day] }), /^closedDays\.0/);
    assert.deepEqual(faultsOf({ ...json, closedDays: ['2028-02-29'] }), []);
  });

  it('wants a way to reach whom it names', () => {
    const nowhere = { name: 'ordningen', phone: null, url: null };
    assert.match(
      only({ contacts: { ...json.contacts, whistleblower: nowhere } }),
      /^contacts\.whistleblower: give it a phone/,
    );
    const script = { name: 'ordningen', phone: null, url: 'javascript:alert(1)' };
    assert.match(
      only({ contacts: { ...json.contacts, whistleblower: script } }),
      /^contacts\.whistleblower\.url: write a whole address/,
    );
  });

  it('is refused when it is something else altogether', () => {
    for (const input of [null, [], 'x', 3, undefined])
      assert.match(faultsOf(input)[0] ?? '', /^the file: write an object/);
  });

  it('gives every number of its own, so that none is masked', () => {
    const phones = ownPhones(parseOrganisation(json));
    assert.deepEqual(phones, ['70 00 00 01', '70 00 00 02', '70 00 00 03', '70 00 00 04', '70 00 00 05', '112']);
  });

  it('tells where the matter of a warning belongs', () => {
    const organisation = parseOrganisation(json);
    assert.equal(whereItBelongs(organisation, 'danger')?.phone, '70 00 00 02');
    assert.match(whereItBelongs(organisation, 'whistleblower')?.url ?? '', /^https:/);
    assert.equal(whereItBelongs(organisation, 'harassment')?.name, 'Arbejdsmiljø i HR');
    assert.equal(whereItBelongs(organisation, 'decision')?.name, 'Borgerservice');
    assert.equal(whereItBelongs(organisation, 'names'), null);
    assert.equal(whereItBelongs(organisation, 'masked-number'), null);
  });
});
