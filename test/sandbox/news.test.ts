import assert from 'node:assert/strict';
import { countNews } from '../../adapters/sandbox/news.ts';
import { personId } from '../../bot/ids.ts';
import { assertRefused } from '../support/assertions/assert-refused.ts';
import { DILEMMA } from '../support/fixtures/sandbox-cases.ts';
import { rawRequest } from '../support/processes/raw-request.ts';
import { inSandbox, type Sandbox } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

type News = { person: string; next: number; unseen: number };

const newsOf = async (sandbox: Sandbox, person: string, seen: readonly string[] = []): Promise<News | undefined> => {
  const query = new URLSearchParams(seen.map((pair): [string, string] => ['seen', pair]));
  const { news } = await sandbox.expect<{ news: News[] }>(200, 'GET', `/sandbox/news?${query}`);
  return news.find((one) => one.person === person);
};

describe('GET /sandbox/news', function () {
  this.timeout(120_000);
  const { inSandbox: inShared } = useSharedSandbox();

  it('counts what the bot wrote and nobody saw, for everybody in one call', () =>
    inShared(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      const silent = await sandbox.addPerson({ name: 'Sigurd Stille', unit: 'Skole' });
      assert.equal(await newsOf(sandbox, asker), undefined, 'no messages, no line');
      await sandbox.say(asker, 'hjælp');
      const first = (await newsOf(sandbox, asker)) ?? assert.fail();
      assert.equal(first.unseen, 1, 'her own line is not news');
      assert.equal(first.next, (await sandbox.messages(asker)).at(-1)?.seq);
      await sandbox.say(asker, 'principper');
      assert.equal((await newsOf(sandbox, asker, [`${asker}:${first.next}`, 'nobody:3']))?.unseen, 1);
      assert.equal((await newsOf(sandbox, asker))?.unseen, 2);
      assert.equal(await newsOf(sandbox, silent), undefined);
    }));

  it('does not count a change to a message that was seen', () =>
    inShared(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      await sandbox.say(asker, DILEMMA);
      const before = (await newsOf(sandbox, asker)) ?? assert.fail();
      await sandbox.pressNewest(asker, 'submit-dilemma', { anonymous: 'no' });
      const after = (await newsOf(sandbox, asker, [`${asker}:${before.next}`])) ?? assert.fail();
      assert.ok(after.next > before.next, 'the card changed');
      assert.equal(after.unseen, 0);
    }));

  it('answers 400 to a seen that cannot be read', () =>
    inSandbox(async (_sandbox, { url }) => {
      for (const seen of ['', 'signe', 'signe:', ':3', 'signe:-1', 'signe:1.5', 'signe:x', `signe:${'9'.repeat(16)}`])
        assertRefused(
          await rawRequest(url, { path: `/sandbox/news?seen=${encodeURIComponent(seen)}` }),
          [400],
          `seen=${seen}`,
        );
    }));
});

describe('the count of news', () => {
  const person = personId('a:b');
  const lines = [
    { person, from: 'bot', seq: 9, firstSeq: 1 },
    { person, from: 'me', seq: 4, firstSeq: 4 },
    // Stored before `firstSeq` existed.
    { person, from: 'bot', seq: 6 },
  ] as const;

  for (const [seen, unseen, why] of [
    [null, 2, 'nothing was seen'],
    [4, 1, 'the first was seen before it changed'],
    [9, 0, 'all was seen'],
    [10, 2, 'more was seen than there is, so it was another store'],
  ] as const) {
    it(`is ${unseen} when ${why}`, () => {
      const until = new Map(seen === null ? [] : [['a:b', seen] as const]);
      assert.deepEqual(countNews(lines, until), [{ person, next: 9, unseen }]);
    });
  }
});
