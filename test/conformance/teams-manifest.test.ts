import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import AjvDraft04 from 'ajv-draft-04';
import { unzipSync } from 'fflate';
import { wordInChat } from '../../bot/talk/words-in-chat.ts';
import { packTeamsApp } from '../../manifest/teams/package.ts';

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
  bots: { botId: string; commandLists: { commands: Command[] }[] }[];
  composeExtensions: {
    botId: string;
    commands: { id: string; type: string; context: string[]; fetchTask: boolean }[];
  }[];
};

const files = unzipSync(packTeamsApp(IDENTITY));
const text = (name: string): string => Buffer.from(files[name] ?? assert.fail(`no ${name}`)).toString('utf8');
const manifest: Manifest = JSON.parse(text('manifest.json'));
const english: Record<string, string> = JSON.parse(text('en.json'));

/** Width, height and kind of colour, from a PNG's first chunk. */
const png = (name: string) => {
  const bytes = Buffer.from(files[name] ?? assert.fail(`no ${name}`));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colours: bytes[25] };
};
const WITH_TRANSPARENCY = 6;

describe('the app package for Teams', () => {
  it('passes the published schema', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../data/schemas/teams-manifest-1.30.json', import.meta.url), 'utf8'),
    );
    const ajv = new AjvDraft04.default({ strict: false, allErrors: true, validateFormats: false });
    const validate = ajv.compile(schema);
    validate(manifest);
    assert.deepEqual(validate.errors, null);
    validate({ ...manifest, icons: {} });
    assert.notDeepEqual(validate.errors, null, 'and the check can fail');
  });

  it('carries the app’s own id and address', () => {
    const id = IDENTITY.appId.toLowerCase();
    assert.deepEqual([manifest.id, manifest.bots[0]?.botId, manifest.composeExtensions[0]?.botId], [id, id, id]);
    assert.deepEqual(manifest.validDomains, ['sammen.lillekoebing.dk']);
    assert.equal(manifest.developer.websiteUrl, 'https://sammen.lillekoebing.dk');
    assert.doesNotMatch(text('manifest.json'), /00000000-0000-0000|example\.dk/);
  });

  it('offers words that Sammen knows, in both languages', () => {
    const commands = manifest.bots[0]?.commandLists[0]?.commands ?? [];
    assert.ok(commands.length > 0 && commands.length <= 12);
    commands.forEach(({ title }, i) => {
      const other = english[`bots[0].commandLists[0].commands[${i}].title`] ?? '';
      assert.deepEqual(wordInChat(other), wordInChat(title), title);
      assert.notEqual(wordInChat(title), null, title);
    });
  });

  it('says everything in English that it says in Danish, in places that exist', () => {
    const places = Object.keys(english).filter((key) => key !== '$schema');
    const at = (place: string): unknown =>
      place
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], manifest);
    for (const place of places) assert.equal(typeof at(place), 'string', place);
    assert.equal(places.length, 4 + 2 * (manifest.bots[0]?.commandLists[0]?.commands.length ?? 0) + 2);
    assert.ok((english['description.short'] ?? '').length <= 80);
  });

  it('has the message action that the bot answers', () => {
    const [action] = manifest.composeExtensions[0]?.commands ?? [];
    assert.deepEqual(
      { ...action, title: '', description: '' },
      { id: 'get-sparring', type: 'action', title: '', description: '', context: ['message'], fetchTask: true },
    );
  });

  it('has its icons in the sizes Teams wants', () => {
    assert.deepEqual(png('color.png'), { width: 192, height: 192, colours: WITH_TRANSPARENCY });
    assert.deepEqual(png('outline.png'), { width: 32, height: 32, colours: WITH_TRANSPARENCY });
  });

  it('is the same package for the same input', () => {
    assert.deepEqual(Buffer.from(packTeamsApp(IDENTITY)), Buffer.from(packTeamsApp(IDENTITY)));
  });
});
