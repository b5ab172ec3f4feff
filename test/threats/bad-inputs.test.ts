import assert from 'node:assert/strict';
import { askAndAccept, DILEMMA } from '../support/fixtures/sandbox-cases.ts';
import { seeded } from '../support/fixtures/seeded.ts';
import { rawRequest } from '../support/processes/raw-request.ts';
import { inSandbox } from '../support/processes/sandbox.ts';
import { aBadRequest, type Known } from './support/bad-requests.ts';
import { changedIn, settle, storedIn } from './support/stored.ts';

const INPUTS = process.env.LONG === 'short' ? 1_500 : 20_000;
const AT_ONCE = 8;
const seed = Number(process.env.SEED ?? 2026);

describe(`${INPUTS} bad inputs over every route and verb`, function () {
  this.timeout(30 * 60_000);

  it('crash nothing, cause no fault of ours, and change nothing in the store', () =>
    inSandbox(async (sandbox, running) => {
      const { asker, agent, id } = await askAndAccept(sandbox);
      const waiting = await askAndAccept(sandbox, { name: 'Mads Spørger' }, { anonymous: 'yes' });
      const stranger = await sandbox.addPerson({ name: 'Mads Fremmed', unit: 'Havn' });
      const [hr, admin] = await Promise.all(
        (['hr', 'admin'] as const).map((role) =>
          sandbox.addPerson({ name: `Lone ${role}`, unit: 'Rådhuset', roles: [role] }),
        ),
      );
      const people = [];
      for (const person of [asker, agent, hr, admin, stranger]) {
        if (person === undefined) continue;
        if ((await sandbox.messages(person)).every(({ from }) => from !== 'bot')) await sandbox.say(person, 'hjælp');
        const message = (await sandbox.messages(person)).findLast(({ from }) => from === 'bot')?.id ?? assert.fail();
        people.push({ id: person, message });
      }
      const known: Known = { people, cases: [id, waiting.id] };
      await settle(sandbox);
      const before = await storedIn(running.dataDir);

      const random = seeded(seed);
      const statuses = new Map<number, number>();
      const faults: string[] = [];
      const one = async (nth: number): Promise<void> => {
        const { what, mayRead, ...request } = aBadRequest(random, known);
        const { status, text } = await rawRequest(running.url, request);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const isRefused = status >= 400 && status < 500;
        const isRead = mayRead === true && status >= 200 && status < 400;
        const tells = / at .*\.[jt]s:\d|node_modules/.test(isRefused ? text : '');
        if ((!isRefused && !isRead) || tells)
          faults.push(`${nth} ${what} → ${status} ${String(request.body).slice(0, 300)} ${text.slice(0, 200)}`);
      };
      for (let done = 0; done < INPUTS; done += AT_ONCE)
        await Promise.all(Array.from({ length: Math.min(AT_ONCE, INPUTS - done) }, (_none, i) => one(done + i)));

      console.log(
        `      ${[...statuses]
          .sort()
          .map(([status, times]) => `${status}: ${times}`)
          .join(', ')}`,
      );
      assert.deepEqual(faults.slice(0, 10), []);
      await settle(sandbox);
      assert.deepEqual(await changedIn(running.dataDir, before), []);
      assert.equal(running.printed().err, '');
      await sandbox.say(stranger, DILEMMA);
      assert.ok((await changedIn(running.dataDir, before)).length > 0, 'what is done is seen');
    }));
});
