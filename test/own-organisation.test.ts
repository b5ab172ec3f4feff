import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, readConfig } from '../app/settings/config.ts';
import { contentText } from './support/fixtures/content-copy.ts';
import { ownOrganisation, REAL } from './support/fixtures/own-organisation.ts';
import { tempFolder } from './support/processes/temp-folder.ts';

const SHIPPED = JSON.parse(contentText('organisation.json'));
const SHIPPED_NUMBERS = Object.entries<{ phone: string }>(SHIPPED.contacts).map(([key, { phone }]) => ({ key, phone }));

describe('an organisation’s own file outside the sandbox', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  before(async () => {
    folder = await tempFolder();
  });
  after(() => folder.remove());

  const faultsOf = (text: string, env: Record<string, string> = { SANDBOX: 'off' }): string[] => {
    const path = join(folder.path, 'egen.json');
    writeFileSync(path, text);
    try {
      readConfig({ ...REAL, ...env, ORGANISATION_FILE: path });
      return [];
    } catch (error) {
      assert.ok(error instanceof ConfigurationError, String(error));
      return error.faults.map((fault) => fault.replace(path, 'FILE'));
    }
  };
  /** The faults of a municipality's own file after a change. */
  const changed = (change: (own: ReturnType<typeof ownOrganisation>) => void) => {
    const own = ownOrganisation();
    change(own);
    return faultsOf(JSON.stringify(own, null, 2));
  };
  const shipped = contentText('organisation.json');

  it('is accepted when nothing in it is invented', () => {
    assert.deepEqual(
      changed(() => undefined),
      [],
    );
  });

  it('cannot be the shipped file: its name, greeter, address and every number are named, each with its place', () => {
    const faults = faultsOf(shipped);
    const named = (key: string) => faults.filter((fault) => fault.includes(`"${key}"`)).length;
    for (const { key, phone } of SHIPPED_NUMBERS) {
      const about = faults.find((fault) => fault.includes(`"contacts.${key}.phone"`));
      assert.match(about ?? '', /^FILE, line \d+: .*invented for the sandbox\. Write the real one/);
      assert.ok(about?.includes(phone), about);
    }
    assert.deepEqual([named('name'), named('welcomeFrom'), named('contacts.whistleblower.url')], [1, 1, 1]);
    for (const fault of faults) assert.match(fault, /\. Write /);
  });

  it('cannot keep one number of the shipped file, however it is written', () => {
    for (const { key, phone } of SHIPPED_NUMBERS) {
      const digits = phone.replaceAll(' ', '');
      for (const written of [
        phone,
        digits,
        `+45 ${phone}`,
        `+45${digits}`,
        `0045 ${digits}`,
        `7000 ${digits.slice(4)}`,
      ]) {
        const faults = changed((own) => {
          own.contacts[key].phone = written;
        });
        assert.equal(faults.length, 1, `${written}: ${faults.join('\n')}`);
        assert.ok(faults[0]?.includes(`"contacts.${key}.phone"`) && faults[0].includes(written), faults[0]);
      }
    }
  });

  it('cannot keep another invented value, however it is written', () => {
    for (const [change, said] of [
      [{ name: ' lillekøbing  KOMMUNE ' }, /"name" is .*the town invented/],
      [{ name: 'Lillekøbing Kommune' }, /"name" is .*the town invented/],
      [{ welcomeFrom: 'Lone i  HR ' }, /"welcomeFrom" is the name invented/],
      [{ coordinator: 'lone@kommune.example' }, /"coordinator" is .*nobody can ever answer/],
    ] as const) {
      const faults = changed((own) => Object.assign(own, change));
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0] ?? '', said);
    }
    for (const url of [
      'https://lillekoebing.dk/x',
      'https://kommune.example/x',
      'http://localhost/x',
      'https://example.com',
    ]) {
      const faults = changed((own) => {
        own.contacts.whistleblower.url = url;
      });
      assert.equal(faults.length, 1, `${url}: ${faults.join('\n')}`);
      assert.match(faults[0] ?? '', /"contacts\.whistleblower\.url"/);
    }
  });

  it('may say in its note what it was copied from, and may resemble what is invented', () => {
    const faults = changed((own) => {
      own.note = SHIPPED.note;
      own.welcomeFrom = 'Lone Bæk i HR';
      own.contacts.switchboard.phone = '70 00 00 10';
      own.contacts.whistleblower.url = 'https://example.dk/whistleblower';
    });
    assert.deepEqual(faults, []);
  });

  it('is reported with all its faults and those of the other settings together', () => {
    const broken = shipped.replace('"promiseHours": 8', '"promiseHours": 0');
    const faults = faultsOf(broken, { SANDBOX: 'off', PORT: 'http', SECRET: 'short' });
    for (const part of ['PORT', 'SECRET', '"promiseHours"', '"name"', '"welcomeFrom"', '"contacts.switchboard.phone"'])
      assert.ok(
        faults.some((fault) => fault.includes(part)),
        `${part}: ${faults.join('\n')}`,
      );
  });

  it('that cannot be read is one fault', () => {
    assert.equal(faultsOf('{').length, 1);
    assert.match(
      faultsOf('{"name": "Lillekøbing Kommune"}').join('\n'),
      /"language" is missing[\s\S]*the town invented/,
    );
  });

  it('is required with a platform or MongoDB alone, and not in the sandbox', () => {
    const { ORGANISATION_FILE: _, ...rest } = REAL;
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signing' };
    const teams = { MicrosoftAppId: 'id', MicrosoftAppPassword: 'password', MicrosoftAppTenantId: 'tenant' };
    for (const given of [slack, teams, { MONGODB_URI: 'mongodb://127.0.0.1/x' }, { SANDBOX: 'off' }])
      assert.throws(() => readConfig({ ...rest, ...given }), /ORGANISATION_FILE is missing\. Copy/);
    assert.equal(readConfig({}).organisationFile, null);
    assert.equal(readConfig({ TEAMS_LOCAL: 'on' }).organisationFile, null);
    assert.deepEqual(faultsOf(shipped, { SANDBOX: 'on' }), []);
  });
});
