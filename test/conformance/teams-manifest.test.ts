import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import AjvDraft04 from 'ajv-draft-04';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { wordInChat } from '../../bot/talk/words-in-chat.ts';
import { faultsOfIdentity, type Identity, packTeamsApp } from '../../manifest/teams/package.ts';

const IDENTITY = {
  appId: '7D2A1F4C-0000-4000-8000-00000000B0B0',
  publicUrl: 'https://sammen.lillekoebing.dk/',
  organisation: 'Den meget store og sammenlagte Kommune',
};

type Command = { title: string; description: string };
type Manifest = {
  id: string;
  developer: { name: string; websiteUrl: string };
  description: { short: string };
  validDomains: string[];
  bots: { botId: string; scopes: string[]; commandLists: { scopes: string[]; commands: Command[] }[] }[];
  composeExtensions: {
    botId: string;
    commands: { id: string; type: string; context: string[]; fetchTask: boolean }[];
  }[];
};

const files = unzipSync(packTeamsApp(IDENTITY));
const text = (name: string): string => Buffer.from(files[name] ?? assert.fail(`no ${name}`)).toString('utf8');
const manifest: Manifest = JSON.parse(text('manifest.json'));
const english: Record<string, string> = JSON.parse(text('en.json'));

/** Width and height in pixels and colour type, from a PNG's first chunk. */
const png = (name: string) => {
  const bytes = Buffer.from(files[name] ?? assert.fail(`no ${name}`));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colourType: bytes[25] };
};
const RGBA = 6;

const schema = JSON.parse(readFileSync(new URL('../data/schemas/teams-manifest-1.30.json', import.meta.url), 'utf8'));
const validate = new AjvDraft04.default({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
const manifestIn = (identity: Identity): unknown =>
  JSON.parse(Buffer.from(unzipSync(packTeamsApp(identity))['manifest.json'] ?? []).toString('utf8'));

describe('the Teams app package', () => {
  it('passes the published schema with every identity that is accepted', () => {
    const anIdentity = fc.record({
      appId: fc.oneof(fc.uuid(), fc.string()),
      publicUrl: fc.oneof(
        fc.webUrl({ validSchemes: ['https'] }),
        fc.nat(4_000).map((length) => `https://kommune.dk/${'x'.repeat(length)}`),
      ),
      organisation: fc.string({ minLength: 1, maxLength: 100 }),
      version: fc.constantFrom('1.0.0', '0.0.1', '12345.0.9'),
    });
    let accepted = 0;
    fc.assert(
      fc.property(anIdentity, (identity) => {
        if (faultsOfIdentity(identity).length > 0) return;
        accepted += 1;
        validate(manifestIn(identity));
        assert.deepEqual(validate.errors, null);
      }),
    );
    assert.ok(accepted > 10);
  });

  it('is refused with an identity that the schema refuses', () => {
    for (const wrong of [{ appId: 'Sammen' }, { publicUrl: `https://kommune.dk/${'x'.repeat(2_040)}` }]) {
      const identity = { ...IDENTITY, ...wrong };
      assert.equal(faultsOfIdentity(identity).length, 1);
      validate(manifestIn(identity));
      assert.notEqual(validate.errors, null);
    }
  });

  it('passes the published schema', () => {
    validate(manifest);
    assert.deepEqual(validate.errors, null);
    validate({ ...manifest, icons: {} });
    assert.notDeepEqual(validate.errors, null, 'the check can fail');
  });

  it('carries the app’s own id and address', () => {
    const id = IDENTITY.appId.toLowerCase();
    assert.deepEqual([manifest.id, manifest.bots[0]?.botId, manifest.composeExtensions[0]?.botId], [id, id, id]);
    assert.deepEqual(manifest.validDomains, ['sammen.lillekoebing.dk']);
    assert.equal(manifest.developer.websiteUrl, 'https://sammen.lillekoebing.dk');
    assert.doesNotMatch(text('manifest.json'), /00000000-0000-0000|example\.dk/);
  });

  it('offers commands that Sammen understands, in both languages', () => {
    const lists = manifest.bots[0]?.commandLists ?? [];
    assert.ok(lists.length > 0 && lists.length <= 3);
    lists.forEach(({ commands }, list) => {
      assert.ok(commands.length > 0 && commands.length <= 12);
      commands.forEach(({ title }, i) => {
        const other = english[`bots[0].commandLists[${list}].commands[${i}].title`] ?? '';
        assert.deepEqual(wordInChat(other), wordInChat(title), title);
        assert.notEqual(wordInChat(title), null, title);
      });
    });
  });

  it('offers commands in every place where it may be written to', () => {
    const [{ scopes = [], commandLists = [] } = {}] = manifest.bots;
    const offered = commandLists.flatMap((list) => list.scopes);
    assert.deepEqual([...offered].sort(), [...scopes].sort());
  });

  it('offers what people need when they want less, are away or want to be forgotten', () => {
    const [alone, inTeam] = (manifest.bots[0]?.commandLists ?? []).map(({ commands }) =>
      commands.map(({ title }) => wordInChat(title)?.word),
    );
    for (const word of ['help', 'stop', 'pause', 'absence', 'forget', 'report', 'language'])
      assert.ok(
        alone?.some((offered) => offered === word),
        word,
      );
    assert.deepEqual(inTeam, ['team', 'stop']);
  });

  it('translates everything into English, under keys that exist', () => {
    const keys = Object.keys(english).filter((key) => key !== '$schema');
    const valueAt = (path: string): unknown =>
      path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], manifest);
    for (const key of keys) assert.equal(typeof valueAt(key), 'string', key);
    const commands = (manifest.bots[0]?.commandLists ?? []).flatMap((list) => list.commands);
    assert.equal(keys.length, 4 + 2 * commands.length + 2);
    assert.ok((english['description.short'] ?? '').length <= 80);
  });

  it('has the message action that the bot handles', () => {
    const [action] = manifest.composeExtensions[0]?.commands ?? [];
    assert.deepEqual(
      { ...action, title: '', description: '' },
      { id: 'get-sparring', type: 'action', title: '', description: '', context: ['message'], fetchTask: true },
    );
  });

  it('has icons in the sizes that Teams requires', () => {
    assert.deepEqual(png('color.png'), { width: 192, height: 192, colourType: RGBA });
    assert.deepEqual(png('outline.png'), { width: 32, height: 32, colourType: RGBA });
  });

  it('is the same package for the same input', () => {
    assert.deepEqual(Buffer.from(packTeamsApp(IDENTITY)), Buffer.from(packTeamsApp(IDENTITY)));
  });
});
