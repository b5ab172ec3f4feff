import assert from 'node:assert/strict';
import { type PersonId, personId } from '../../../bot/ids.ts';
import { NEVER, type Said, type Source } from '../../../bot/people/person.ts';
import { anAgent, aPerson, TUESDAY } from '../../support/fixtures/builders.ts';
import { momentAfterAll, type Ports, unique } from './ports-contract.ts';

export const peopleContract = (ports: () => Ports): void => {
  describe('people', () => {
    it('are stored unaltered, once, and found by address and e-mail', async () => {
      const { people } = ports().store;
      const id = unique('p');
      const person = anAgent(id, { email: `${id}@kommune.dk`, phone: '12345678' });
      await people.add(person);
      await people.add({ ...person, name: 'Another' });
      assert.deepEqual(await people.get(person._id), person);
      assert.deepEqual(await people.byAddress('sandbox', id), person);
      assert.equal(await people.byAddress('slack', id), null);
      assert.deepEqual(await people.byEmail(`${id}@KOMMUNE.dk`), person);
      assert.equal(await people.get(personId(unique('none'))), null);
    });

    it('are found by every address that a source last gave, without case', async () => {
      const { people } = ports().store;
      const id = personId(unique('p'));
      const at = (seconds: number) => new Date(TUESDAY.getTime() + seconds * 1000);
      const says = (by: Source, emails: string[], second: number): Said[] =>
        emails.map((email) => ({ by, name: 'X', email, at: at(second) }));
      await people.add(aPerson(id));
      await people.say(id, says('list', [`${id}.old@kommune.dk`, `${id}.upn@kommune.dk`], 1));
      for (let twice = 0; twice < 2; twice++) await people.say(id, says('teams', [`${id}.new@kommune.dk`], 2));
      const found = async (email: string) => (await people.withEmail(email)).map(({ _id }) => _id);
      for (const email of [`${id}.OLD@kommune.dk`, `${id}.upn@kommune.dk`, `${id}.New@kommune.dk`])
        assert.deepEqual(await found(email), [id], email);
      await people.say(id, says('list', [`${id}.upn@kommune.dk`], 3));
      assert.deepEqual(await found(`${id}.old@kommune.dk`), []);
      await people.unsay(id, 'teams');
      assert.deepEqual(await found(`${id}.new@kommune.dk`), []);
      assert.deepEqual((await people.get(id))?.said, says('list', [`${id}.upn@kommune.dk`], 3));
    });

    it('are found by address first as who works here, then as who is on the list', async () => {
      const { people } = ports().store;
      const email = `${unique('shared')}@kommune.dk`;
      const [left, met, listed] = [personId(unique('a')), personId(unique('b')), personId(unique('c'))];
      await people.add(aPerson(left, { email, imported: true, left: TUESDAY }));
      assert.equal((await people.byEmail(email))?._id, left);
      await people.add(aPerson(met, { said: [{ by: 'slack', name: 'X', email, at: TUESDAY }] }));
      assert.equal((await people.byEmail(email))?._id, met);
      await people.add(aPerson(listed, { email, imported: true }));
      assert.equal((await people.byEmail(email))?._id, listed);
      assert.equal((await people.withEmail(email)).length, 3);
    });

    it('have every field, also when a process of an earlier version added them after the migration', async () => {
      const { store, database } = ports();
      const id = unique('p');
      const { said: _said, closed: _closed, ...old } = aPerson(id);
      const raw = await database.collection<{ _id: string } & Record<string, unknown>>('people', []);
      await raw.insert(old);
      for (const person of [await store.people.get(personId(id)), await store.people.byAddress('sandbox', id)])
        assert.deepEqual([person?.said, person?.closed], [[], []]);
      await store.people.close(personId(id), { platform: 'sandbox', id, why: 'guest' });
      await store.people.say(personId(id), [{ by: 'list', name: 'X', email: null, at: TUESDAY }]);
      const changed = await store.people.get(personId(id));
      assert.deepEqual([changed?.said.length, changed?.closed.length], [1, 1]);
    });

    it('get their first account on a platform once', async () => {
      const { people } = ports().store;
      const id = personId(unique('p'));
      const account = (name: string) => ({ platform: 'slack' as const, id: unique(name), at: TUESDAY });
      await people.add(aPerson(id));
      const claimed = await Promise.all([account('s'), account('s')].map((address) => people.claim(id, address)));
      assert.deepEqual(claimed.toSorted(), [false, true]);
      const [, slack] = (await people.get(id))?.addresses ?? [];
      await people.close(id, { platform: 'slack', id: slack?.id ?? '', why: 'guest' });
      assert.equal(await people.claim(id, account('s')), false);
    });

    it('may have an account that takes no messages, by which they are still found, until it is seen again', async () => {
      const { people } = ports().store;
      const id = personId(unique('p'));
      const account = { platform: 'slack' as const, id: unique('s') };
      await people.add(aPerson(id, { addresses: [{ ...account, at: TUESDAY }] }));
      await people.close(id, { ...account, why: 'guest' });
      for (let twice = 0; twice < 2; twice++) await people.close(id, { ...account, why: 'deactivated' });
      const closed = await people.byAddress('slack', account.id);
      assert.deepEqual(
        [closed?._id, closed?.addresses, closed?.closed],
        [id, [], [{ ...account, why: 'deactivated' }]],
      );
      await people.seen(id, { ...account, at: TUESDAY });
      const back = await people.get(id);
      assert.deepEqual([back?.addresses, back?.closed], [[{ ...account, at: TUESDAY }], []]);
    });

    it('are listed by id, as are the agents among them', async () => {
      const { people } = ports().store;
      const mine = [unique('b'), unique('a'), unique('c')].sort();
      const [a = '', b = '', c = ''] = mine;
      for (const id of [c, a]) await people.add(anAgent(id));
      await people.add(aPerson(b));
      const of = (found: { _id: string }[]) => found.map(({ _id }) => _id).filter((id) => mine.includes(id));
      assert.deepEqual(of(await people.all()), [a, b, c]);
      assert.deepEqual(of(await people.agents()), [a, c]);
    });

    it('who are agents, or were, are found by when they were last written, and nobody else', async () => {
      const { people } = ports().store;
      const [agent, made, changed, colleague] = ['a', 'b', 'c', 'd'].map((id) => personId(unique(id)));
      assert.ok(agent && made && changed && colleague);
      const mine = [agent, made, changed, colleague];
      const since = async (moment: Date) =>
        (await people.agentsChangedSince(moment)).map(({ _id }) => _id).filter((id) => mine.includes(id));
      const first = await momentAfterAll();
      await people.add(anAgent(agent));
      for (const id of [made, changed, colleague]) await people.add(aPerson(id));
      assert.deepEqual(await since(first), [agent]);
      const writes: [PersonId, () => Promise<unknown>][] = [
        [made, () => people.giveRole(made, 'agent', {} as never)],
        [changed, () => people.change(changed, { roles: ['hr', 'agent'] })],
        [agent, () => people.noteAsked(agent, TUESDAY)],
        [agent, () => people.addAbsence(agent, { from: '2026-11-24', until: '2026-11-25', substitute: null })],
        [agent, () => people.seen(agent, { platform: 'sandbox', id: unique('s'), at: TUESDAY })],
        [made, () => people.takeRole(made, 'agent', {} as never)],
        [changed, () => people.change(changed, { roles: [], left: TUESDAY })],
        [agent, () => people.markForErasure(agent, personId(unique('nobody')), TUESDAY)],
        [made, () => people.change(made, { name: 'Another' })],
      ];
      for (const [id, write] of writes) {
        const before = await momentAfterAll();
        await people.change(colleague, { unit: 'Skole' });
        assert.deepEqual(await since(before), []);
        await write();
        assert.deepEqual(await since(before), [id]);
      }
      const [last] = (await people.agentsChangedSince(first)).filter(({ _id }) => _id === made);
      assert.deepEqual(last, await people.get(made));
      assert.deepEqual(await people.agentsChangedSince(new Date(Date.now() + 60_000)), []);
    });

    it('have their latest address on each platform', async () => {
      const { people } = ports().store;
      const id = unique('p');
      await people.add(aPerson(id));
      const address = { platform: 'sandbox' as const, id: unique('new'), at: TUESDAY };
      await people.seen(personId(id), address);
      await people.seen(personId(id), address);
      assert.deepEqual((await people.get(personId(id)))?.addresses, [address]);
    });

    it('lose an address, permanently or not, which is undone when it is added again', async () => {
      const { people } = ports().store;
      const id = personId(unique('p'));
      const [here, there] = [
        { platform: 'teams' as const, id: unique('t'), at: TUESDAY },
        { platform: 'slack' as const, id: unique('s'), at: TUESDAY },
      ];
      await people.add(aPerson(id, { addresses: [here, there] }));
      await people.dropAddress(id, here, false);
      for (let twice = 0; twice < 2; twice++) await people.dropAddress(id, there, true);
      const parted = await people.get(id);
      assert.deepEqual([parted?.addresses, parted?.apart], [[], [`slack:${there.id}`]]);
      await people.seen(id, there);
      const back = await people.get(id);
      assert.deepEqual([back?.addresses, back?.apart], [[there], []]);
    });

    it('count as the other person when linked', async () => {
      const { people } = ports().store;
      const [from, to] = [personId(unique('p')), personId(unique('p'))];
      for (const id of [from, to]) await people.add(aPerson(id));
      await people.change(from, { joined: to, joining: true });
      const everybody = (await people.all()).map(({ _id }) => _id);
      assert.deepEqual([everybody.includes(from), everybody.includes(to)], [false, true]);
      const joining = async () => (await people.joining()).some(({ _id }) => _id === from);
      assert.equal(await joining(), true);
      await people.change(from, { joining: false });
      assert.equal(await joining(), false);
    });

    it('have a language, each absence once, and a last-asked time that never moves back', async () => {
      const { people } = ports().store;
      const id = personId(unique('p'));
      await people.add(anAgent(id, { askedAt: NEVER }));
      const absence = { from: '2026-12-01', until: '2026-12-02', substitute: null };
      for (let twice = 0; twice < 2; twice += 1) {
        await people.setLanguage(id, 'en');
        await people.addAbsence(id, absence);
        await people.noteAsked(id, TUESDAY);
        await people.noteAsked(id, new Date(TUESDAY.getTime() - 1));
      }
      const { language, absences, askedAt } = (await people.get(id)) ?? aPerson('none');
      assert.deepEqual({ language, absences, askedAt }, { language: 'en', absences: [absence], askedAt: TUESDAY });
    });
  });
};
