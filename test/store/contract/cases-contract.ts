import assert from 'node:assert/strict';
import { DuplicateKey } from '../../../adapters/store/collection.ts';
import { openCounter } from '../../../adapters/store/counters.ts';
import type { Case, CaseChange } from '../../../bot/cases/case.ts';
import type { Invitation } from '../../../bot/cases/invitations.ts';
import { replacePerson } from '../../../bot/cases/replace-person.ts';
import { caseId, deliveryId, type PersonId, personId } from '../../../bot/ids.ts';
import { aCase, masked, TUESDAY } from '../../support/fixtures/builders.ts';
import { asWritten, momentAfterAll, type Ports, unique } from './ports-contract.ts';

const later = (minutes: number): Date => new Date(TUESDAY.getTime() + minutes * 60_000);
const NOTHING: CaseChange = { set: {}, turns: [], events: [], owes: [] };
let number = 1_000_000;

const aNewCase = (state: Case['state'], overrides: Partial<Case> = {}): Case => {
  number += 1;
  return aCase(state, { _id: caseId(unique('case')), number, ...overrides });
};

export const casesContract = (ports: () => Ports): void => {
  describe('cases', () => {
    it('stores a case unaltered, once', async () => {
      const { cases } = ports().store;
      const opened = aNewCase('closed', { dueAt: later(1), rating: 'partly' });
      assert.equal(await cases.add(opened), true);
      assert.equal(await cases.add({ ...opened, text: masked('another') }), false);
      assert.deepEqual(await cases.get(opened._id), opened);
      assert.deepEqual(await cases.byNumber(opened.number), opened);
      assert.equal(await cases.get(caseId(unique('none'))), null);
      assert.equal(await cases.byNumber(999_999_999), null);
    });

    it('refuses a second case with the same number, and does not mistake it for the stored one', async () => {
      const { cases } = ports().store;
      const [first, second] = [aNewCase('waiting'), aNewCase('waiting')];
      await cases.add(first);
      await assert.rejects(cases.add({ ...second, number: first.number }), DuplicateKey);
      assert.equal(await cases.get(second._id), null);
    });

    it('finds the cases of which the asker or the agent has named a label', async () => {
      const { cases } = ports().store;
      const named = [{ principle: 'agent' }, { principle: 'nudge', topic: 'asker' }] as const;
      const found = named.map((labelled) => aNewCase('closed', { labelled }));
      const others = [aNewCase('closed'), aNewCase('closed', { labelled: { principle: 'nudge' } })];
      for (const c of [...found, ...others]) await cases.add(c);
      const ids = new Set([...found, ...others].map(({ _id }) => _id));
      assert.deepEqual(
        (await cases.corrected())
          .map(({ _id }) => _id)
          .filter((id) => ids.has(id))
          .sort(),
        found.map(({ _id }) => _id).sort(),
      );
    });

    it('counts the cases of a principle that an agent has called not their field', async () => {
      const { cases } = ports().store;
      const [agent, other] = [personId(unique('a')), personId(unique('a'))];
      const [offer] = aCase('waiting').offers;
      assert.ok(offer !== undefined);
      const said = (who: typeof agent, declined: typeof offer.declined) => ({ ...offer, agent: who, declined });
      const add = (principle: Case['principle'], offers: Case['offers']) =>
        cases.add(aNewCase('active', { principle, offers }));
      await add('tydelig-ramme', [said(agent, 'not-my-field'), said(other, null)]);
      await add('tydelig-ramme', [said(agent, 'not-today'), said(other, 'not-my-field')]);
      await add('bygger-bro', [said(agent, 'not-my-field')]);
      assert.equal(await cases.notTheirField(agent, 'tydelig-ramme', 2), 1);
      await add('tydelig-ramme', [said(agent, 'not-my-field')]);
      await add('tydelig-ramme', [said(agent, 'not-my-field')]);
      assert.equal(await cases.notTheirField(agent, 'tydelig-ramme', 2), 2);
    });

    it('skips numbers that cases already have, as after a restored backup', async () => {
      const { cases } = ports().store;
      const number = await cases.nextNumber();
      for (const ahead of [1, 2]) await cases.add({ ...aNewCase('waiting'), number: number + ahead });
      assert.equal(await cases.nextNumber(), number + 3);
    });

    it('applies a change to the expected revision only, and a repeated change does nothing', async () => {
      const { cases } = ports().store;
      const c = aNewCase('waiting', { rev: 0 });
      await cases.add(c);
      const turn = { by: 'asker' as const, who: c.asker, at: later(1), kind: 'reply' as const, text: masked('Hej') };
      const event = { at: later(1), kind: 'replied' as const, by: c.asker, about: null };
      const owed = { id: deliveryId(unique('o')), to: c.asker, manner: 'ping' as const, notBefore: later(1) };
      const owes = [{ ...owed, say: { kind: 'case' as const, case: c._id, from: 0 } }];
      const change: CaseChange = { set: { state: 'active', dueAt: null }, turns: [turn], events: [event], owes };
      assert.equal(await cases.change(c._id, 0, change, 'receipt'), true);
      assert.equal(await cases.change(c._id, 0, change, 'receipt'), false);
      assert.deepEqual(asWritten(await cases.get(c._id)), {
        ...c,
        rev: 1,
        state: 'active',
        turns: [turn],
        events: [event],
        owes,
        receipts: ['receipt'],
      });
      assert.equal(await cases.change(c._id, 1, NOTHING, null), true);
    });

    it('lets one of twenty writers with the same revision write', async () => {
      const { cases } = ports().store;
      const c = aNewCase('waiting', { rev: 3 });
      await cases.add(c);
      const tries = Array.from({ length: 20 }, (_, n) => cases.change(c._id, 3, NOTHING, `r${n}`));
      const won = (await Promise.all(tries)).flatMap((did, n) => (did ? [`r${n}`] : []));
      assert.equal(won.length, 1);
      assert.deepEqual((await cases.get(c._id))?.receipts, won);
    });

    it("finds a person's cases, newest first: asked by them, held by them, or offered to them while waiting", async () => {
      const { cases } = ports().store;
      const [me, other] = [personId(unique('me')), personId(unique('other'))];
      const offers = aCase('waiting').offers.map((offer) => ({ ...offer, agent: me }));
      const asked = aNewCase('closed', { asker: me, agent: other, askedAt: later(1), offers: [] });
      const has = aNewCase('active', { asker: other, agent: me, askedAt: later(3), offers });
      const offered = aNewCase('waiting', { asker: other, askedAt: later(2), offers });
      const lost = aNewCase('active', { asker: other, agent: other, askedAt: later(4), offers });
      for (const c of [asked, has, offered, lost]) await cases.add(c);
      const ids = async (most: number) => (await cases.of(me, most)).map(({ _id }) => _id);
      assert.deepEqual(await ids(10), [has._id, offered._id, asked._id]);
      assert.deepEqual(await ids(2), [has._id, offered._id]);
    });

    it('finds the cases in which a person may still write, newest first', async () => {
      const { cases } = ports().store;
      const [me, other] = [personId(unique('me')), personId(unique('other'))];
      const [asked, has, waits, closed, theirs] = [
        aNewCase('answered', { asker: me, agent: other, askedAt: later(1) }),
        aNewCase('active', { asker: other, agent: me, askedAt: later(3) }),
        aNewCase('waiting', { asker: me, askedAt: later(4) }),
        aNewCase('closed', { asker: me, agent: other, askedAt: later(5) }),
        aNewCase('active', { asker: other, agent: other, askedAt: later(6) }),
      ];
      for (const c of [asked, has, waits, closed, theirs]) await cases.add(c);
      const ids = async (most: number) => (await cases.inTalk(me, most)).map(({ _id }) => _id);
      assert.deepEqual(await ids(10), [has._id, asked._id]);
      assert.deepEqual(await ids(1), [has._id]);
    });

    it('finds whom an agent helped with an answer since some day', async () => {
      const { cases } = ports().store;
      const [me, other] = [personId(unique('me')), personId(unique('other'))];
      const answered = (agent: PersonId, by: PersonId, hour: number, more: Partial<Case> = {}) =>
        aNewCase('answered', {
          agent,
          answer: { by, at: later(hour), outcome: 'advice', ground: null, alternative: null },
          ...more,
        });
      const [mine, nameless] = [answered(me, me, 3), answered(me, me, 4, { anonymous: true, state: 'closed' })];
      const others = [answered(me, me, 1), answered(me, other, 3), answered(other, other, 3)];
      for (const c of [mine, nameless, ...others, aNewCase('active', { agent: me })]) await cases.add(c);
      const helped = await cases.helpedBy(me, later(2));
      assert.deepEqual(
        helped
          .map(({ _id, asker, anonymous }) => ({ _id, asker, anonymous }))
          .toSorted((a, b) => (a._id < b._id ? -1 : 1)),
        [mine, nameless]
          .map(({ _id, asker, anonymous }) => ({ _id, asker, anonymous }))
          .toSorted((a, b) => (a._id < b._id ? -1 : 1)),
      );
    });

    it('finds every case that names a person, and replaces that person with another, by revision', async () => {
      const { cases } = ports().store;
      const [me, other, heir] = [personId(unique('me')), personId(unique('other')), personId(unique('heir'))];
      const offers = aCase('active').offers.map((offer) => ({ ...offer, agent: me }));
      const asked = aNewCase('withdrawn', { asker: me, agent: null, offers: [] });
      const has = aNewCase('answered', { asker: other, agent: me, offers });
      const declined = aNewCase('active', { asker: other, agent: other, offers });
      const suggested = aNewCase('active', {
        asker: other,
        agent: other,
        offers: offers.map((offer) => ({ ...offer, agent: other, pair: { agent: me, needs: ['lovgivning'] } })),
      });
      const none = aNewCase('active', { asker: other, agent: other, offers: [] });
      for (const c of [asked, has, declined, suggested, none]) await cases.add(c);
      const named = (await cases.naming(me)).map(({ _id }) => _id);
      assert.deepEqual(named.sort(), [asked._id, has._id, declined._id, suggested._id].sort());
      assert.deepEqual((await cases.idsNaming(me)).toSorted(), named);
      assert.equal(await cases.replacePerson(has._id, has.rev + 1, replacePerson(has, me, heir)), false);
      assert.equal(await cases.replacePerson(has._id, has.rev, replacePerson(has, me, heir)), true);
      assert.deepEqual(await cases.get(has._id), { ...has, ...replacePerson(has, me, heir), rev: has.rev + 1 });
      assert.equal(await cases.replacePerson(suggested._id, suggested.rev, replacePerson(suggested, me, heir)), true);
      assert.equal((await cases.get(suggested._id))?.offers[0]?.pair?.agent, heir);
      assert.equal((await cases.naming(heir)).length, 2);
    });

    it('has its words changed with what it then owes, by one of two who read it, and not while it is held', async () => {
      const { cases, goneCases } = ports().store;
      const c = aNewCase('active');
      await cases.add(c);
      const text = masked('Fru [taget ud] vil bygge.');
      const tries = await Promise.all([1, 2].map(() => cases.changeWords(c._id, c.rev, { text }, [])));
      assert.deepEqual(tries.toSorted(), [false, true]);
      const now = (await cases.get(c._id)) ?? assert.fail();
      assert.deepEqual([now.text, now.rev, now.turns], [text, c.rev + 1, c.turns]);
      await goneCases.hold(c._id, now.rev, { since: TUESDAY, reason: null, erased: [] });
      assert.equal(await cases.changeWords(c._id, now.rev + 1, { text: masked('x') }, []), false);
    });

    it('finds the common list, oldest first, and the cases that make up the load', async () => {
      const { cases } = ports().store;
      const older = aNewCase('waiting', { sharing: 'shared', askedAt: later(-9) });
      const newer = aNewCase('waiting', { sharing: 'shared', askedAt: later(-8) });
      const taken = aNewCase('active', { sharing: 'shared' });
      const closed = aNewCase('closed');
      for (const c of [newer, taken, older, closed]) await cases.add(c);
      const shared = (await cases.shared()).map(({ _id }) => _id);
      assert.deepEqual(
        shared.filter((id) => [older, newer, taken].some(({ _id }) => _id === id)),
        [older._id, newer._id],
      );
      const burdens = await cases.burdens();
      const has = ({ agent, state, offers }: Case) =>
        burdens.some((one) => one.agent === agent && one.state === state && one.offers.length === offers.length);
      assert.ok(has(taken) && has(older));
      assert.ok(burdens.every(({ state }) => state === 'waiting' || state === 'active'));
      const unanswered = await cases.unanswered();
      assert.ok(unanswered.some(({ askedAt }) => askedAt.getTime() === older.askedAt.getTime()));
      assert.ok(unanswered.every(({ state }) => state === 'waiting' || state === 'active'));
    });

    it('finds what keeps one agent busy: what they have, hold an offer for, or are to take over', async () => {
      const { cases } = ports().store;
      const [agent, other] = [personId(unique('a')), personId(unique('a'))];
      const [offer] = aCase('waiting').offers;
      assert.ok(offer !== undefined);
      const invited = (state: Invitation['state'], what: Invitation['for'] = 'hand-over') =>
        aNewCase('active', {
          agent: other,
          offers: [],
          invitations: [
            { for: what, to: agent, by: other, at: TUESDAY, until: later(1), reason: masked('x'), show: 'all', state },
          ],
        });
      const busy = [
        aNewCase('active', { agent }),
        aNewCase('waiting', {
          offers: [
            { ...offer, agent: other, state: 'lapsed' },
            { ...offer, agent },
          ],
        }),
        invited('colleague'),
      ];
      const others = [
        aNewCase('answered', { agent }),
        aNewCase('active', { agent: other, offers: [{ ...offer, agent, state: 'given-back' }] }),
        aNewCase('waiting', {
          offers: [
            { ...offer, agent, state: 'declined' },
            { ...offer, agent: other },
          ],
        }),
        invited('asker'),
        invited('colleague', 'co-agent'),
        { ...invited('colleague'), anonymous: true },
      ];
      for (const c of [...busy, ...others]) await cases.add(c);
      const found = await cases.burdensOf(agent);
      assert.deepEqual(found.map(({ _id }) => _id).sort(), busy.map(({ _id }) => _id).sort());
    });

    it('finds the cases that were written since a moment, open or not, however they were written', async () => {
      const { cases, goneCases } = ports().store;
      const agent = personId(unique('a'));
      const writes: ((c: Case) => Promise<unknown>)[] = [
        async () => undefined,
        (c) => cases.change(c._id, c.rev, { ...NOTHING, set: { state: 'closed' } }, null),
        (c) => cases.replacePerson(c._id, c.rev, replacePerson(c, agent, personId('nobody'))),
        async (c) => {
          await goneCases.hold(c._id, c.rev, { since: TUESDAY, reason: null, erased: [] });
          return goneCases.release(c._id, c.rev + 1, replacePerson(c, agent, personId('nobody')));
        },
      ];
      const all = writes.map(() => aNewCase('active', { agent }));
      const since = async (moment: Date) =>
        (await cases.burdensChangedSince(moment)).filter(({ _id }) => all.some((c) => c._id === _id));
      for (const [i, c] of all.entries()) {
        const before = await momentAfterAll();
        await cases.add(c);
        assert.deepEqual(
          (await since(before)).map(({ _id }) => _id),
          [c._id],
        );
        const added = await momentAfterAll();
        if (i > 0) assert.deepEqual(await since(added), []);
        await writes[i]?.(c);
        const now = await cases.get(c._id);
        assert.deepEqual(
          (await since(added)).map(({ _id, state, agent, offers }) => [_id, state, agent, offers]),
          i === 0 ? [] : [[c._id, now?.state, now?.agent, now?.offers]],
        );
      }
      assert.deepEqual(await since(new Date(Date.now() + 60_000)), []);
    });

    it('finds the cases due by now in the given states, in order of due time', async () => {
      const { cases } = ports().store;
      const [first, second, third] = [2, 1, 3].map((minute) => aNewCase('waiting', { dueAt: later(-minute) }));
      const others = [
        aNewCase('waiting', { dueAt: later(60) }),
        aNewCase('answered', { dueAt: later(-5) }),
        aNewCase('waiting'),
      ];
      assert.ok(first && second && third);
      const mine = [first, second, third, ...others];
      for (const c of mine) await cases.add(c);
      const due = (await cases.due(['waiting', 'active'], later(0))).map(({ _id }) => _id);
      assert.deepEqual(
        due.filter((id) => mine.some(({ _id }) => _id === id)),
        [third._id, first._id, second._id],
      );
    });

    it('draws each number once, even when many draw the first numbers of a counter concurrently', async () => {
      const { store, database } = ports();
      const drawn = await Promise.all(Array.from({ length: 20 }, () => store.cases.nextNumber()));
      assert.equal(new Set(drawn).size, 20);
      const name = unique('counter');
      const counters = await Promise.all(Array.from({ length: 20 }, () => openCounter(database, name)));
      const first = await Promise.all(counters.map((counter) => counter.next()));
      assert.deepEqual(
        first.sort((a, b) => a - b),
        Array.from({ length: 20 }, (_, n) => n + 1),
      );
    });
  });
};
