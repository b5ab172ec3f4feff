import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { OWN_ORGANISATION } from '../support/fixtures/own-organisation.ts';
import { runHere } from '../support/processes/command-here.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';

const APP_ID = '7d2a1f4c-0000-4000-8000-00000000b0b0';
const SETTINGS = {
  MicrosoftAppId: APP_ID,
  PUBLIC_URL: 'https://sammen.proeveby.dk/',
  ORGANISATION_FILE: OWN_ORGANISATION,
};

describe('the manifest command', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  before(async () => {
    folder = await tempFolder();
  });
  after(() => folder.remove());

  it('makes both packages, with the version that is asked for', async () => {
    const out = join(folder.path, 'to', 'upload');
    const ended = await runHere(['manifest', '--out', out, '--package-version', '1.4.2'], SETTINGS);
    const paths = ['sammen-teams.zip', 'sammen-slack.json'].map((name) => join(out, name));
    assert.deepEqual(
      [ended.code, ended.err, ended.out.trim().split('\n')],
      [0, '', paths],
      'nothing is invented, so nothing is warned of',
    );
    const [zip = '', slack = ''] = paths;
    const teams = JSON.parse(Buffer.from(unzipSync(readFileSync(zip))['manifest.json'] ?? []).toString('utf8'));
    assert.deepEqual(
      [teams.version, teams.id, teams.developer.name, teams.developer.privacyUrl],
      ['1.4.2', APP_ID, 'Prøveby Kommune', 'https://sammen.proeveby.dk/privacy'],
    );
    assert.match(readFileSync(slack, 'utf8'), /https:\/\/sammen\.proeveby\.dk\/slack\/events/);
  });

  it('refuses in a sentence each what Teams would not take, and makes nothing', async () => {
    const out = join(folder.path, 'none');
    const wrong = { ...SETTINGS, MicrosoftAppId: 'Sammen', PUBLIC_URL: 'http://sammen.proeveby.dk' };
    const ended = await runHere(['manifest', '--out', out], wrong);
    assert.equal(ended.code, 2);
    assert.match(
      ended.err,
      /^Nothing was made\.\n {2}- PUBLIC_URL begins with http, .*\n {2}- MicrosoftAppId is no GUID\./,
    );
    for (const version of ['1.2', 'v1.0.0', '01.0.0', '1.0.0-beta'])
      assert.equal(
        (await runHere(['manifest', '--out', out, '--package-version', version], SETTINGS)).code,
        2,
        version,
      );
    assert.ok(!existsSync(out));
  });

  it('says where it cannot write, and what is still invented', async () => {
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    const { code, err } = await runHere(['manifest', '--out', file], SETTINGS);
    assert.deepEqual(
      [code, /lies below something that is no folder\. Move it, or take another folder\. --out names it\./.test(err)],
      [2, true],
    );
    const invented = await runHere(['manifest', '--out', folder.path], {});
    assert.equal(invented.code, 0);
    for (const name of ['MicrosoftAppId and PUBLIC_URL', 'ORGANISATION_FILE', 'SLACK_APP_TOKEN'])
      assert.ok(invented.err.includes(name), name);
  });
});
