import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { EVENTS } from '../../adapters/slack/listen.ts';
import { fillSlackManifest } from '../../manifest/slack/fill.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

type Manifest = {
  features: { shortcuts: { name: string; callback_id: string }[]; slash_commands: { command: string; url?: string }[] };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { request_url?: string; bot_events: string[] };
    interactivity: { request_url?: string; message_menu_options_url?: string };
    socket_mode_enabled: boolean;
  };
};

const overHttp = fillSlackManifest({ publicUrl: 'https://sammen.lillekoebing.dk/' }) as Manifest;
const overSocket = fillSlackManifest('socket') as Manifest;
const validate = new Ajv.default({ strict: false, allErrors: true, validateFormats: false }).compile(
  JSON.parse(read('../data/schemas/slack-manifest-2.0.0.json')),
);

describe('the Slack manifest', () => {
  for (const [how, manifest] of Object.entries({ overHttp, overSocket })) {
    it(`passes the published schema, ${how}`, () => {
      validate(manifest);
      assert.deepEqual(validate.errors, null);
      validate({ ...manifest, features: { shortcuts: [{ name: 'Få sparring på dette herinde' }] } });
      assert.notDeepEqual(validate.errors, null, 'the check can fail');
    });
  }

  it('points every address at Sammen’s own, and has none in socket mode', () => {
    const addresses = ({ features, settings }: Manifest) => [
      ...features.slash_commands.map(({ url }) => url),
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      settings.interactivity.message_menu_options_url,
    ];
    const own = 'https://sammen.lillekoebing.dk/slack/events';
    assert.deepEqual(addresses(overHttp), [own, own, own, own]);
    assert.deepEqual(addresses(overSocket), [undefined, undefined, undefined, undefined]);
    assert.doesNotMatch(JSON.stringify([overHttp, overSocket]), /example\.dk/);
    assert.deepEqual(
      [overHttp, overSocket].map(({ settings }) => settings.socket_mode_enabled),
      [false, true],
    );
  });

  it('has every scope and event explained in its README, and no others', () => {
    const { oauth_config: oauth, settings } = overHttp;
    const explained = [...read('../../manifest/slack/README.md').matchAll(/^\| `([a-z_:.]+)` \|/gmu)].map(
      ([, name]) => name,
    );
    assert.deepEqual(explained.sort(), [...oauth.scopes.bot, ...settings.event_subscriptions.bot_events].sort());
  });

  it('requests the events that Sammen listens to and the scopes that its calls need', () => {
    const folder = new URL('../../adapters/slack/', import.meta.url);
    const source = readdirSync(folder)
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const { bot_events } = overHttp.settings.event_subscriptions;
    const requested = bot_events.map((name) => name.replace(/^message\..*/u, 'message'));
    assert.deepEqual([...EVENTS.keys()].sort(), requested.sort());
    const scopes: Record<string, string> = {
      'chat.postMessage': 'chat:write',
      'chat.update': 'chat:write',
      'chat.postEphemeral': 'chat:write',
      'conversations.open': 'im:write',
      'users.info': 'users:read',
    };
    const calls = [...source.matchAll(/client\.((?:chat|conversations|users)\.[a-zA-Z]+)/gu)].map(
      ([, call = '']) => call,
    );
    assert.ok(calls.length > 0);
    for (const call of calls) {
      const scope = scopes[call] ?? assert.fail(`which scope does ${call} need?`);
      assert.ok(overHttp.oauth_config.scopes.bot.includes(scope), call);
    }
  });
});
