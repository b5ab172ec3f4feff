import assert from 'node:assert/strict';
import { createBot } from '../../bot/conversation/bot.ts';
import type { Deps } from '../../bot/deps.ts';
import type { Person } from '../../bot/people/person.ts';
import { runJob } from '../../jobs/jobs.ts';
import { dieAtCall, Killed } from '../support/fakes/dying-ports.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { type Account, codeFor, meet, writes } from './support.ts';

const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
const slack: Account = { platform: 'slack', id: 's-mette', name: 'mette' };
const agent = anAgent('bo', { addresses: [{ platform: 'teams', id: 't-bo', at: TUESDAY }] });

/** The ports that linking reads or writes. */
const PORTS = [
  'people',
  'cases',
  'drafts',
  'stories',
  'livingCardsOfPerson',
  'linkRequests',
  'adminLog',
  'outbox',
  'nudges',
  'readers',
] as const;

describe('linking two accounts while the process dies', () => {
  /** Both people have a case, one of them with an agent; the joining person also has a draft. */
  const prepare = async (): Promise<{ setup: TestBot; typer: Person; link: string }> => {
    const setup = await openTestBot([agent]);
    const mette = await meet(setup, teams);
    await ask(setup, mette);
    await ask(setup, mette, 'Hvem bestemmer, om vi må sætte en bænk op ved søen?');
    const other = await meet(setup, slack);
    await ask(setup, other, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    await pressNewest(setup, agent, 'accept-case', { text: 'Hvem spørger?' });
    await say(setup, other, 'Skaterne vil selv bygge en rampe. Hvem skal jeg tale med?');
    await writes(setup, slack, 'stop');
    const typer = await writes(setup, slack, `forbind ${await codeFor(setup, teams)}`);
    const card = setup.chatOf(typer).at(-1)?.notice;
    assert.ok(card?.kind === 'link-confirm');
    return { setup, typer, link: card.link };
  };

  const confirm = (deps: Deps, from: Person, link: string) =>
    createBot(deps).press({ from, message: 'card', verb: 'confirm-link', data: { link } });

  const theSame = async (setup: TestBot) => {
    const { store } = setup;
    const [a, b] = [await meet(setup, teams), await meet(setup, slack)];
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

  it('is completed exactly once, wherever the process dies', async () => {
    for (let call = 1; ; call++) {
      const { setup, typer, link } = await prepare();
      const died = await confirm(dieAtCall(call, setup.deps, PORTS), typer, link).then(
        () => false,
        (error) => {
          if (!(error instanceof Killed)) throw error;
          return true;
        },
      );
      // The platform redelivers the press; the mark shows what the dead process left unfinished.
      const outcome = await confirm(setup.deps, await meet(setup, slack), link);
      assert.ok(outcome === 'done' || (outcome === 'repeated' && (!died || call > 1)));
      for (let twice = 0; twice < 2; twice++) await runJob('links', setup.deps);
      await setup.sender.flush();
      const person = await theSame(setup);
      const linked = setup.posted.filter(({ notice }) => notice.kind === 'linked');
      assert.deepEqual(
        linked.map(({ to }) => to),
        [person._id],
      );
      await setup.close();
      if (!died) return assert.ok(call > 20);
    }
  });

  it('delivers the messages of a case late rather than never', async () => {
    const { setup, typer, link } = await prepare();
    // The mark is set, but nothing is moved yet.
    const recasting = { ...setup.deps.cases, replacePerson: async () => Promise.reject(new Killed()) };
    await assert.rejects(confirm({ ...setup.deps, cases: recasting }, typer, link), Killed);
    await pressNewest(setup, agent, 'ask-back', { text: 'Hvor mange er de?' });
    for (let twice = 0; twice < 2; twice++) await runJob('links', setup.deps);
    const waiting = await setup.database.collection<{ _id: string; state: string; tryAt: Date }>('deliveries', []);
    for (const { _id } of await waiting.find({ state: 'due' })) {
      await waiting.update({ _id }, { $set: { tryAt: new Date(0) } });
    }
    await setup.sender.flush();
    const person = await meet(setup, slack);
    const turns = setup
      .chatOf(person)
      .flatMap(({ notice }) =>
        notice.kind === 'case' && 'turns' in notice.view ? notice.view.turns.map(({ text }) => text) : [],
      );
    assert.ok(turns.includes(masked('Hvor mange er de?')));
    await setup.close();
  });
});
