import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentName } from '../../app/content/content-files.ts';
import { CONTENT_FOLDER, createContentReader } from '../../app/content/content-reader.ts';
import { type ContentSources, contentSourcesIn } from '../../app/content/content-sources.ts';
import { loadContent } from '../../app/content/load-content.ts';
import { ConfigurationError, readConfig } from '../../app/settings/config.ts';
import { givenIn } from '../../app/settings/given.ts';
import { ContentFault } from '../../bot/content/content-fault.ts';
import { PRINCIPLES } from '../../bot/words.ts';
import { content } from '../support/fixtures/content.ts';
import { contentText } from '../support/fixtures/content-copy.ts';
import { OWN_ORGANISATION, ownOrganisation, REAL } from '../support/fixtures/own-organisation.ts';
import { runHere } from '../support/processes/command-here.ts';
import { startHere } from '../support/processes/sammen-here.ts';
import { complaints, sandboxAt } from '../support/processes/sandbox.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';

type Json = Record<string, unknown>;

/** The rows of a list file as they come with Sammen. */
const rowsOf = (name: ContentName): Json[] => JSON.parse(contentText(name));

describe('a municipality’s own files in CONTENT_DIR', () => {
  let root: Awaited<ReturnType<typeof tempFolder>>;
  before(async () => {
    root = await tempFolder();
  });
  after(() => root.remove());

  let number = 0;
  const folderWith = (files: Readonly<Record<string, unknown>>): string => {
    const folder = join(root.path, `eget-${++number}`);
    mkdirSync(folder);
    for (const [name, json] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(json, null, 2));
    return folder;
  };
  const sources = (contentDir: string): ContentSources => contentSourcesIn(givenIn({ CONTENT_DIR: contentDir }));
  /** Reads one own file; returns it with the warnings, in which the folder is called DIR. */
  const reading = <Name extends ContentName>(name: Name, json: unknown) => {
    const folder = folderWith({ [name]: json });
    const warnings: string[] = [];
    const reader = createContentReader(sources(folder), CONTENT_FOLDER, (warning) => warnings.push(warning));
    try {
      return { read: reader.read(name), warnings: warnings.map((one) => one.replace(folder, 'DIR')), faults: [] };
    } catch (error) {
      assert.ok(error instanceof ContentFault, String(error));
      return { read: null, warnings, faults: error.faults.map((one) => one.replace(folder, 'DIR')) };
    }
  };

  it('win, file by file, and those that come with Sammen fill in', () => {
    const nudges = rowsOf('nudges.json').map((nudge) => ({ ...nudge, da: 'Vores eget skub.' }));
    const own = loadContent(sources(folderWith({ 'nudges.json': nudges, 'organisation.json': ownOrganisation() })));
    assert.deepEqual([...new Set(own.nudges.map(({ da }) => da))], ['Vores eget skub.']);
    assert.equal(own.organisation.name, 'Prøveby Kommune');
    assert.deepEqual([own.principles, own.lexicon], [content.principles, content.lexicon]);
    assert.deepEqual(own.demoPeople(), content.demoPeople());
    assert.deepEqual(own.warnings, []);
  });

  it('may leave out what is new in an object: it is as it comes with Sammen', () => {
    const { read, warnings } = reading('lexicon.json', { topics: { oekonomi: { strong: ['kassekredit'] } } });
    const { topics, ...others } = content.lexicon;
    const expected = { ...topics, oekonomi: { ...topics.oekonomi, strong: ['kassekredit'] } };
    assert.deepEqual([read, warnings], [{ ...others, topics: expected }, []]);
    const words = reading('warning-words.json', { harassment: { alone: ['klamt ord'] } }).read;
    assert.deepEqual(words?.harassment.alone, ['klamt ord']);
    assert.deepEqual(words?.names, content.warningWords.names);
    assert.deepEqual(reading('public-numbers.json', { numbers: [] }).read, {
      ...content.publicNumbers,
      numbers: [],
    });
  });

  it('never get an invented value of the organisation', () => {
    const { contacts, ...rest } = ownOrganisation();
    const { switchboard: _gone, ...others } = contacts;
    assert.match(
      reading('organisation.json', { ...rest, contacts: others }).faults.join(),
      /^DIR\/organisation\.json, line \d+: "contacts\.switchboard" is missing\. Write /,
    );
  });

  it('start although a newer Sammen knew more: what is unknown is told with its place, and passed over', () => {
    const own = ownOrganisation();
    const newer = reading('organisation.json', { ...own, hours: { ...own.hours, lunch: '12' }, fromTheFuture: [1] });
    assert.deepEqual(newer.faults, []);
    assert.deepEqual(newer.read, reading('organisation.json', own).read);
    assert.deepEqual(
      newer.warnings.map((one) => one.replace(/line \d+/, 'line N').replace(/ Known are .*\. Until/, ' … Until')),
      ['hours.lunch', 'fromTheFuture'].map(
        (key) =>
          `DIR/organisation.json, line N: "${key}" is not known here. Correct the spelling, or take it out. … Until then it is passed over.`,
      ),
    );
    const rows = reading(
      'team-questions.json',
      rowsOf('team-questions.json').map((row) => ({ ...row, sv: 'På svenska' })),
    );
    assert.deepEqual(rows.read, content.teamQuestions);
    assert.equal(rows.warnings.length, content.teamQuestions.length);
    const words = reading('lexicon.json', { topics: { klima: { strong: [], normal: [], weak: [] } } });
    assert.deepEqual([words.read, words.warnings.length], [content.lexicon, 1]);
  });

  it('are refused with every fault, by the path that the operator knows', () => {
    const { name: _gone, ...own } = ownOrganisation();
    const { faults, warnings } = reading('organisation.json', { ...own, nmae: 'Prøveby', promiseHours: 0 });
    assert.deepEqual(warnings, []);
    assert.equal(faults.length, 3, faults.join('\n'));
    for (const fault of faults) assert.match(fault, /^DIR\/organisation\.json[,:] .*\. (?:Write|Correct) /);
  });

  for (const name of ['principles.json', 'organisation.json', 'examples.ndjson'])
    it(`are refused when they are a link to nowhere: ${name}`, () => {
      const folder = folderWith({});
      symlinkSync('/nowhere.json', join(folder, name));
      assert.throws(
        () => loadContent(sources(folder)),
        (error) =>
          error instanceof ContentFault &&
          error.message.startsWith(`${join(folder, name)} is a link to a file that is not there. `),
      );
    });

  it('may name their schema for an editor', () => {
    const $schema = './schemas/organisation.schema.json';
    const { read, warnings } = reading('organisation.json', { $schema, ...ownOrganisation() });
    assert.deepEqual([Object.hasOwn(Object(read), '$schema'), warnings], [false, []]);
  });

  it('of today, with nothing but what is required, are read by every later version', () => {
    const inWords = { name: 'Navn', text: 'Tekst' };
    const { coordinator: _optional, ...organisation } = ownOrganisation();
    const signs = { alone: ['x'], together: [] };
    const example = { id: 'd1', text: 'Et dilemma', principles: [PRINCIPLES[0]], topics: ['oekonomi'] };
    const minimal: Record<Exclude<ContentName, 'dilemmas.ndjson'>, unknown> = {
      'organisation.json': organisation,
      'principles.json': PRINCIPLES.map((id) => ({ id, da: inWords, en: inWords })),
      'nudges.json': PRINCIPLES.map((principle, n) => ({
        ...{ id: `n-${n}`, principle, kind: 'question', field: 'all', da: 'Dansk', en: 'English' },
      })),
      'team-questions.json': PRINCIPLES.map((principle) => ({ principle, da: 'Dansk?', en: 'English?' })),
      'fields.json': [{ field: 'schools', words: ['-skole'] }],
      'lexicon.json': {},
      'no-dilemmas.json': ['hej'],
      'warning-words.json': { groups: {}, danger: signs },
      'warning-examples.json': [{ text: 'Han slog mig', kind: 'threat' }],
      'public-numbers.json': {},
      'demo-people.json': [
        {
          ...{ id: 'alma', name: 'Alma', unit: 'Skole', profession: 'Lærer', manager: null, roles: [], phone: null },
          ...{ agent: null, absences: [] },
        },
      ],
    };
    const folder = folderWith(minimal);
    writeFileSync(join(folder, 'dilemmas.ndjson'), `${JSON.stringify(example)}\n`);
    writeFileSync(join(folder, 'examples.ndjson'), `${JSON.stringify({ ...example, id: 'e1' })}\n`);
    const own = loadContent(sources(folder));
    assert.deepEqual(own.warnings, []);
    assert.deepEqual([own.dilemmas.length, own.ownExamples.length, own.demoPeople().length], [1, 1, 1]);
  });

  describe('as a setting', () => {
    const faultsOf = (contentDir: string): readonly string[] => {
      try {
        readConfig({ CONTENT_DIR: contentDir });
        return [];
      } catch (error) {
        assert.ok(error instanceof ConfigurationError, String(error));
        return error.faults;
      }
    };

    it('name a folder that is there', async () => {
      const none = join(root.path, 'none');
      const mend = 'Give the path of the folder with your own content files, or leave it out.';
      assert.deepEqual(faultsOf(none), [`CONTENT_DIR names ${none}, which is not there. ${mend}`]);
      assert.deepEqual(faultsOf(OWN_ORGANISATION), [
        `CONTENT_DIR names ${OWN_ORGANISATION}, which is no folder. ${mend}`,
      ]);
      const { code, err } = await runHere(['route'], { DATA_DIR: none, CONTENT_DIR: none });
      assert.deepEqual([code, err], [1, `CONTENT_DIR names ${none}, which is not there. ${mend}\n`]);
    });

    it('stand for ORGANISATION_FILE outside the sandbox, and are checked as it is', () => {
      const { ORGANISATION_FILE: _none, ...real } = REAL;
      const own = folderWith({ 'organisation.json': ownOrganisation() });
      assert.equal(
        readConfig({ ...real, SANDBOX: 'off', CONTENT_DIR: own }).organisationFile,
        join(own, 'organisation.json'),
      );
      const invented = folderWith({ 'organisation.json': JSON.parse(contentText('organisation.json')) });
      assert.throws(() => readConfig({ ...real, SANDBOX: 'off', CONTENT_DIR: invented }), /invented for the sandbox/);
    });

    it('tell of files that are not read', () => {
      const folder = folderWith({ 'nudge.json': [], 'organisation.json': ownOrganisation(), 'læs mig.txt': 1 });
      const { warnings } = loadContent({ contentDir: folder, organisationFile: OWN_ORGANISATION });
      assert.equal(warnings.length, 2, warnings.join('\n'));
      assert.match(warnings[0] ?? '', /nudge\.json is not read, but nudges\.json is\. Rename it, or take it out\.$/);
      assert.match(warnings[1] ?? '', /organisation\.json is not read, because ORGANISATION_FILE names another file/);
    });

    for (const [name, meant] of [
      ['examples.ndjso', 'examples.ndjson'],
      ['examples.jsonl', 'examples.ndjson'],
      ['Principles.json', 'principles.json'],
      ['organisaton.json', 'organisation.json'],
      ['organization.json', 'organisation.json'],
      ['team_questions.json', 'team-questions.json'],
      ['nudges.json.txt', 'nudges.json'],
      ['nudges (1).json', 'nudges.json'],
      ['lexicon', 'lexicon.json'],
    ] as const)
      it(`tell which name ${name} is to have`, () => {
        assert.deepEqual(
          loadContent(sources(folderWith({ [name]: [] }))).warnings.map((one) => one.replace(/^.*\//, '')),
          [`${name} is not read, but ${meant} is. Rename it, or take it out.`],
        );
      });

    it('tell the known names where none is like it, and nothing of what is kept beside', () => {
      const beside = ['principles.json~', '.nudges.json.swp', 'nudges.json.bak', 'organisation.docx', 'README.md'];
      const folder = folderWith(Object.fromEntries([...beside, 'ord.json'].map((name) => [name, []])));
      const { warnings } = loadContent(sources(folder));
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.match(warnings[0] ?? '', /ord\.json is not read\. Correct its name, or .*Known are organisation\.json, /);
    });

    it('name a misspelt organisation.json where it is missing', () => {
      const { ORGANISATION_FILE: _none, ...real } = REAL;
      const folder = folderWith({ 'organisaton.json': ownOrganisation() });
      assert.throws(
        () => readConfig({ ...real, SANDBOX: 'off', CONTENT_DIR: folder }),
        /organisaton\.json is not read, but organisation\.json is\. Rename it/,
      );
    });
  });

  it('are what the program itself shows', async () => {
    const principles = rowsOf('principles.json').map((row) => ({
      ...row,
      da: { name: 'Vores ord', text: 'Vi siger det selv.' },
    }));
    const folder = folderWith({
      'principles.json': principles,
      'demo-people.json': rowsOf('demo-people.json').map((row) =>
        row.id === 'signe' ? { ...row, name: 'Sigrid Selv' } : row,
      ),
      'organisation.json': { ...ownOrganisation(), fromTheFuture: 1 },
    });
    const env = { DATA_DIR: join(root.path, 'data'), CONTENT_DIR: folder };
    const running = await startHere(env.DATA_DIR, { CONTENT_DIR: folder });
    try {
      const sandbox = sandboxAt(() => running.url);
      assert.ok((await sandbox.people()).some(({ name }) => name === 'Sigrid Selv'));
      await sandbox.say('signe', 'principper');
      assert.match(await sandbox.read('signe'), /Vi siger det selv\./);
    } finally {
      await running.stop();
    }
    assert.match(complaints(running.printed()).join('\n'), /"fromTheFuture\\" is not known here/);
    const preview = await runHere(['preview-nudge'], env);
    assert.match(preview.out, /Vores ord/);
    assert.match(preview.err, /"fromTheFuture" is not known here/);
    const checked = await runHere(['check'], env);
    assert.match(checked.out + checked.err, /Prøveby Kommune[\s\S]*"fromTheFuture" is not known here/);
  });
});
