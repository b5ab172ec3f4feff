import assert from 'node:assert/strict';
import { createBot } from '../../bot/conversation/bot.ts';
import type { Deps } from '../../bot/deps.ts';
import type { Person } from '../../bot/people/person.ts';
import { runJob } from '../../jobs/jobs.ts';
import { dyingAt, Killed } from '../support/fakes/dying-ports.ts';
import { anAgent, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { ask, openHouse, pressNewest, say, type TestHouse } from '../support/fixtures/house.ts';
import { type Account, codeFor, meet, writes } from './support.ts';

const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
const slack: Account = { platform: 'slack', id: 's-mette', name: 'mette' };
const agent = anAgent('bo', { addresses: [{ platform: 'teams', id: 't-bo', at: TUESDAY }] });

/** What becoming one writes to or reads. */
const PORTS = [
  'people',
  'cases',
  'drafts',
  'standingCards',
  'linkRequests',
  'adminLog',
  'outbox',
  'nudges',
  'readers',
] as const;

describe('becoming one person, when the process dies in the middle of it', () => {
  /** Both sides have a case, one with an agent; the one that joins has a draft, too. */
  const prepare = async (): Promise<{ house: TestHouse; typer: Person; link: string }> => {
    const house = await openHouse([agent]);
    const mette = await meet(house, teams);
    await ask(house, mette);
    await ask(house, mette, 'Hvem bestemmer, om vi må sætte en bænk op ved søen?');
    const other = await meet(house, slack);
    await ask(house, other, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    await pressNewest(house, agent, 'accept-case', { text: 'Hvem spørger?' });
    await say(house, other, 'Skaterne vil selv bygge en rampe. Hvem skal jeg tale med?');
    await writes(house, slack, 'stop');
    const typer = await writes(house, slack, `forbind ${await codeFor(house, teams)}`);
    const card = house.chatOf(typer).at(-1)?.notice;
    assert.ok(card?.kind === 'link-confirm');
    return { house, typer, link: card.link };
  };

  const confirm = (deps: Deps, from: Person, link: string) =>
    createBot(deps).press({ from, message: 'card', verb: 'confirm-link', data: { link } });

  const theSame = async (house: TestHouse) => {
    const { store } = house;
    const [a, b] = [await meet(house, teams), await meet(house, slack)];
    assert.equal(a._id, b._id);
    assert.deepEqual((await store.people.get(a._id))?.addresses.map(({ platform }) => platform).sort(), [
      'slack',
      'teams',
    ]);
    const cases = await store.cases.of(a._id, 9);
    assert.equal(cases.filter(({ asker }) => asker === a._id).length, 3);
    assert.equal((await store.drafts.openOf(a._id)).length, 1);
    for (const c of cases) assert.notEqual(await store.posts.get(a._id, c._id), null);
    assert.deepEqual(await store.people.joining(), []);
    assert.notEqual((await store.readers.get(a._id)).stoppedAt, null);
    const log = await store.adminLog.newest(9);
    assert.equal(log.filter(({ did }) => did === 'link').length, 1);
    return a;
  };

  it('is done once in the end, wherever it dies', async () => {
    for (let call = 1; ; call++) {
      const { house, typer, link } = await prepare();
      const died = await confirm(dyingAt(call, house.deps, PORTS), typer, link).then(
        () => false,
        (error) => {
          if (!(error instanceof Killed)) throw error;
          return true;
        },
      );
      // The platform brings the press again; what the dead process left is found by the mark.
      const outcome = await confirm(house.deps, await meet(house, slack), link);
      assert.ok(outcome === 'done' || (outcome === 'repeated' && (!died || call > 1)));
      for (let twice = 0; twice < 2; twice++) await runJob('links', house.deps);
      await house.sender.flush();
      const one = await theSame(house);
      const told = house.posted.filter(({ notice }) => notice.kind === 'linked');
      assert.deepEqual(
        told.map(({ to }) => to),
        [one._id],
      );
      await house.close();
      if (!died) return assert.ok(call > 20);
    }
  });

  it('brings what a case tells meanwhile, late rather than never', async () => {
    const { house, typer, link } = await prepare();
    // The mark is set, and nothing is brought over yet.
    const recasting = { ...house.deps.cases, recast: async () => Promise.reject(new Killed()) };
    await assert.rejects(confirm({ ...house.deps, cases: recasting }, typer, link), Killed);
    await pressNewest(house, agent, 'ask-back', { text: 'Hvor mange er de?' });
    for (let twice = 0; twice < 2; twice++) await runJob('links', house.deps);
    const waiting = await house.database.collection<{ _id: string; state: string; tryAt: Date }>('deliveries', []);
    for (const { _id } of await waiting.find({ state: 'due' })) {
      await waiting.update({ _id }, { $set: { tryAt: new Date(0) } });
    }
    await house.sender.flush();
    const one = await meet(house, slack);
    const turns = house
      .chatOf(one)
      .flatMap(({ notice }) =>
        notice.kind === 'case' && 'turns' in notice.view ? notice.view.turns.map(({ text }) => text) : [],
      );
    assert.ok(turns.includes(masked('Hvor mange er de?')));
    await house.close();
  });
});
