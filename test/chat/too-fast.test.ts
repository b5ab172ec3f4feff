import assert from 'node:assert/strict';
import { createChanges } from '../../adapters/chat/changes.ts';
import { hear, hearAside } from '../../adapters/chat/hear.ts';
import { createNotAgain } from '../../adapters/chat/not-again.ts';
import { press } from '../../adapters/chat/press.ts';
import { createQuota } from '../../adapters/web/quota.ts';
import type { Bot } from '../../bot/conversation/bot.ts';
import { createCards } from '../../cards/create-cards.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { readSources } from '../support/assertions/sources.ts';
import { AGENT, ASKER, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const { tooFast } = TEXTS.da.chat;

describe('somebody who writes and presses faster than anybody can', () => {
  it('is told so once, and nothing of it is heard or done; others go on', async () => {
    const [done, told]: [string[], string[]] = [[], []];
    const quota = createQuota(10);
    const deps = {
      bot: {
        hear: async ({ id }: { id: string }) => void done.push(id),
        press: async ({ message }: { message: string }) => void done.push(message),
      } as unknown as Bot,
      cards: createCards({ timeZone: 'Europe/Copenhagen', principles: [] }),
      send: () => undefined,
      notAgain: createNotAgain(() => TUESDAY),
      changes: createChanges(),
      isTooFast: async (person: string) => (await quota.take(person)) !== null,
    };
    const say = (id: string, from = aPerson(ASKER)) =>
      hear({ id, from, text: 'hej', more: false }, async (_about, line) => void told.push(line), deps);
    const delivery = { id: null, at: TUESDAY, sameWish: 'for-a-minute' as const };
    for (let i = 0; i < 15; i++) await say(`line-${i}`);
    const refused = await press({ from: aPerson(ASKER), message: 'm', verb: 'show-nudges', data: {}, delivery }, deps);
    assert.equal(refused?.line, tooFast.press);
    // A slash command, a window and a message action answer whoever wrote each time.
    const aside = { id: 'command', from: aPerson(ASKER), text: 'hej' };
    for (let twice = 0; twice < 2; twice++) assert.equal(await hearAside(aside, deps), tooFast.words);
    assert.deepEqual(told, [tooFast.words]);
    assert.equal(done.length, 10);
    await say('of-another', aPerson(AGENT));
    assert.equal(done.at(-1), 'of-another');
    assert.equal(await hearAside({ ...aside, from: aPerson(AGENT) }, deps), null);
    assert.equal(done.at(-1), 'command');
  });

  it('is noticed whichever way the words or the press came: nothing in Teams or Slack passes them on by itself', async () => {
    const ways = (await readSources('adapters')).filter(({ code }) => /\bbot\.(?:hear|press)\(/.test(code));
    const paced = ways.filter(({ path }) => !path.startsWith('adapters/sandbox/')).map(({ path }) => path);
    assert.deepEqual(paced.sort(), ['adapters/chat/hear.ts', 'adapters/chat/press.ts']);
  });
});
