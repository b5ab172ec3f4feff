import assert from 'node:assert/strict';
import type { CaseSaying } from '../../../bot/cases/saying.ts';
import { caseId, deliveryId, type PersonId, personId } from '../../../bot/ids.ts';
import type { Owed } from '../../../bot/messages/owed.ts';
import { type DirectSend, relay } from '../../../outbox/relay.ts';
import { aCase, TUESDAY } from '../../support/fixtures/builders.ts';
import { type Ports, unique } from './ports-contract.ts';

const owedTo = (to: PersonId, notBefore = TUESDAY): Owed<CaseSaying> => ({
  id: deliveryId(unique('delivery')),
  to,
  manner: 'ping',
  notBefore,
  say: { kind: 'case', case: caseId('case-1'), from: 'all' },
});
/** Relays like a process that sends nothing itself. */
const LATER: DirectSend<unknown> = { max: 0, domainNow: TUESDAY, begin: async () => assert.fail('nothing may begin') };
const at = (seconds: number): Date => new Date(TUESDAY.getTime() + seconds * 1000);

export const deliveriesContract = (ports: () => Ports): void => {
  const ready = async (to: PersonId, machine = at(0), domain = at(0)) =>
    (await ports().store.deliveries.due(machine, domain)).ready.filter((one) => one.to === to).map(({ _id }) => _id);

  describe('deliveries', () => {
    it('have one ready message per person: the first unfinished one', async () => {
      const { deliveries } = ports().store;
      const to = personId(unique('p'));
      const [first, second] = [owedTo(to), owedTo(to)];
      await deliveries.add(first);
      await deliveries.add(second);
      await deliveries.add(first);
      assert.deepEqual(await ready(to), [first.id]);
      assert.notEqual(await deliveries.claim(first.id, 'me', at(0), at(15)), null);
      assert.deepEqual(await ready(to), []);
      await deliveries.finish(first.id, 'me', { state: 'sent', at: at(1) });
      assert.deepEqual(await ready(to), [second.id]);
    });

    it('tell which of the given messages were undeliverable', async () => {
      const { deliveries } = ports().store;
      const [blocked, broken, waiting, other] = Array.from({ length: 4 }, () => owedTo(personId(unique('p'))));
      assert.ok(blocked && broken && waiting && other);
      for (const one of [blocked, broken, waiting, other]) await deliveries.add(one);
      for (const [one, state] of [
        [blocked, 'unreachable'],
        [broken, 'failed'],
        [other, 'unreachable'],
      ] as const) {
        await deliveries.claim(one.id, 'me', at(0), at(15));
        await deliveries.finish(one.id, 'me', { state, reason: 'blocked' });
      }
      assert.deepEqual(await deliveries.unreachable([blocked.id, broken.id, waiting.id]), [blocked.id]);
      assert.deepEqual(await deliveries.unreachable([]), []);
    });

    it('tell the state of each: on its way, waiting for its platform, and how it ended', async () => {
      const { deliveries } = ports().store;
      const rows = [
        [{ state: 'due', tryAt: at(5), reason: 'busy' }, { state: 'on-its-way' }],
        [
          { state: 'due', tryAt: at(5), reason: 'shut out', heldOn: 'teams', uncounted: true },
          { state: 'waiting', reason: 'shut out' },
        ],
        [
          { state: 'sent', at: at(1) },
          { state: 'sent', at: at(1) },
        ],
        [{ state: 'obsolete' }, { state: 'obsolete' }],
        [
          { state: 'unreachable', reason: 'blocked' },
          { state: 'undeliverable', reason: 'blocked' },
        ],
        [
          { state: 'failed', reason: 'too long' },
          { state: 'failed', reason: 'too long' },
        ],
      ] as const;
      const known = rows.map(([outcome, state]) => ({ owed: owedTo(personId(unique('p'))), outcome, state }));
      for (const { owed, outcome } of known) {
        await deliveries.add(owed);
        await deliveries.claim(owed.id, 'me', at(0), at(15));
        await deliveries.finish(owed.id, 'me', outcome);
      }
      const states = await deliveries.statesOf([...known.map(({ owed }) => owed.id), deliveryId('unknown')]);
      assert.deepEqual(
        known.map(({ owed }) => states.get(owed.id)),
        known.map(({ state }) => state),
      );
      assert.equal(states.size, known.length);
    });

    it('wait for their platform no longer once another attempt ended otherwise', async () => {
      const { deliveries } = ports().store;
      const owed = owedTo(personId(unique('p')));
      await deliveries.add(owed);
      await deliveries.claim(owed.id, 'me', at(0), at(15));
      await deliveries.finish(owed.id, 'me', { state: 'due', tryAt: at(1), reason: 'shut out', heldOn: 'slack' });
      await deliveries.claim(owed.id, 'me', at(1), at(16));
      await deliveries.finish(owed.id, 'me', { state: 'due', tryAt: at(2), reason: 'busy' });
      assert.deepEqual((await deliveries.statesOf([owed.id])).get(owed.id), { state: 'on-its-way' });
    });

    it('are found by their recipient when undeliverable, and made due again, once', async () => {
      const { deliveries } = ports().store;
      const to = personId(unique('p'));
      const [message, nudge, sent] = [owedTo(to), { ...owedTo(to), queue: 'teams' as const }, owedTo(to)];
      for (const owed of [message, nudge, sent]) {
        await deliveries.add(owed);
        await deliveries.claim(owed.id, 'me', at(0), at(15));
      }
      await deliveries.finish(message.id, 'me', { state: 'unreachable', reason: 'blocked', undelivered: to });
      await deliveries.finish(nudge.id, 'me', { state: 'failed', reason: 'no', undelivered: to });
      await deliveries.finish(sent.id, 'me', { state: 'sent', at: at(1) });
      assert.deepEqual(await deliveries.undeliveredTo(to), [message]);
      assert.equal(await deliveries.retry(message.id), true);
      assert.equal(await deliveries.retry(message.id), false);
      assert.equal(await deliveries.retry(sent.id), false);
      assert.deepEqual(await ready(to), [message.id]);
      assert.equal(await deliveries.retry(nudge.id), true);
      assert.ok((await deliveries.queued('teams', at(0), at(0))).some(({ _id }) => _id === nudge.id));
      assert.deepEqual(await deliveries.undeliveredTo(to), []);
      assert.equal((await deliveries.statesOf([nudge.id])).get(nudge.id)?.state, 'on-its-way');
    });

    it('stay untold from their end until they are told', async () => {
      const { deliveries } = ports().store;
      const owed = owedTo(personId(unique('p')));
      await deliveries.add(owed);
      await deliveries.claim(owed.id, 'me', at(0), at(15));
      await deliveries.finish(owed.id, 'me', { state: 'sent', at: at(1) }, true);
      const untold = async () =>
        (await deliveries.untold()).filter(({ _id }) => _id === owed.id).map((one) => one.state);
      assert.deepEqual(await untold(), ['sent']);
      await deliveries.told(owed.id, 'due');
      assert.deepEqual(await untold(), ['sent'], 'it has moved on since');
      await deliveries.told(owed.id, 'sent');
      assert.deepEqual(await untold(), []);
    });

    it('hold back a message until its domain time, and after a failed attempt until its retry time', async () => {
      const { deliveries } = ports().store;
      const to = personId(unique('p'));
      const owed = owedTo(to, at(60));
      await deliveries.add(owed);
      assert.deepEqual(await ready(to, at(0), at(59)), []);
      assert.deepEqual(await ready(to, at(0), at(60)), [owed.id]);
      await deliveries.claim(owed.id, 'me', at(0), at(15));
      await deliveries.finish(owed.id, 'me', { state: 'due', tryAt: at(5), reason: 'slow down' });
      assert.deepEqual(await ready(to, at(4), at(60)), []);
      assert.deepEqual(await ready(to, at(5), at(60)), [owed.id]);
    });

    it('give a claim to one of twenty, and to the next when its lease has expired', async () => {
      const { deliveries } = ports().store;
      const owed = owedTo(personId(unique('p')));
      await deliveries.add(owed);
      const claims = Array.from({ length: 20 }, (_, n) => deliveries.claim(owed.id, `h${n}`, at(0), at(15)));
      const won = (await Promise.all(claims)).filter((claim) => claim !== null);
      assert.deepEqual(
        won.map(({ attempts }) => attempts),
        [1],
      );
      assert.equal(await deliveries.claim(owed.id, 'late', at(14), at(29)), null);
      assert.equal((await deliveries.claim(owed.id, 'next', at(15), at(30)))?.attempts, 2);
      // The first holder wakes up: it may neither renew nor finish a lease that another now holds.
      assert.equal(await deliveries.renew(owed.id, won[0]?.leaseBy ?? '', at(60)), false);
      await deliveries.finish(owed.id, won[0]?.leaseBy ?? '', { state: 'failed', reason: 'late' });
      assert.equal(await deliveries.renew(owed.id, 'next', at(60)), true);
      assert.equal(await deliveries.busy(at(59), at(0)), true);
      await deliveries.finish(owed.id, 'next', { state: 'sent', at: at(31) });
      assert.equal(await deliveries.claim(owed.id, 'again', at(99), at(100)), null);
    });

    it('accept a message added as claimed from one of twenty, and reserve it for that one', async () => {
      const { deliveries } = ports().store;
      const to = personId(unique('p'));
      const [owed, behind] = [owedTo(to), owedTo(to)];
      const claims = Array.from({ length: 20 }, (_, n) => deliveries.addClaimed(owed, `h${n}`, at(15)));
      const [won, ...others] = (await Promise.all(claims)).filter((claim) => claim !== null);
      assert.ok(won?.leaseBy);
      assert.deepEqual(others, []);
      await deliveries.add(owed);
      await deliveries.add(behind);
      assert.deepEqual(await ready(to, at(14)), []);
      assert.ok((await deliveries.due(at(14), at(0))).waiting?.has(to) ?? true);
      assert.equal(await deliveries.claim(owed.id, 'late', at(14), at(29)), null);
      assert.equal(await deliveries.renew(owed.id, won.leaseBy, at(20)), true);
      assert.deepEqual(await ready(to, at(20)), [owed.id], 'nobody renewed it any more');
      const next = await deliveries.claim(owed.id, 'next', at(20), at(35));
      assert.deepEqual(next, { ...won, attempts: 2, leaseBy: 'next', leaseUntil: at(35) });
      await deliveries.finish(owed.id, 'next', { state: 'sent', at: at(31) });
      assert.equal(await deliveries.addClaimed(owed, 'again', at(60)), null);
      assert.deepEqual(await ready(to, at(60)), [behind.id]);
    });

    it('receive what cases and drafts owe, in order, once', async () => {
      const { cases, deliveries, debtors } = ports().store;
      const to = personId(unique('p'));
      const owes = [owedTo(to), owedTo(to), owedTo(to)];
      const c = aCase('waiting', { _id: caseId(unique('case')), number: Math.floor(Math.random() * 1e9) + 2e6, owes });
      await cases.add(c);
      await Promise.all([relay(debtors, deliveries, LATER), relay(debtors, deliveries, LATER)]);
      await relay(debtors, deliveries, LATER);
      assert.deepEqual((await cases.get(c._id))?.owes, []);
      assert.equal((await cases.get(c._id))?.rev, c.rev);
      const sent: string[] = [];
      for (let [head] = await ready(to); head !== undefined; [head] = await ready(to)) {
        await deliveries.claim(deliveryId(head), 'me', at(0), at(15));
        await deliveries.finish(deliveryId(head), 'me', { state: 'sent', at: at(1) });
        sent.push(head);
      }
      assert.deepEqual(
        sent,
        owes.map(({ id }) => id),
      );
    });

    it('keep the order in which messages to a person were decided, even when several documents are relayed concurrently', async () => {
      const { cases, deliveries, debtors } = ports().store;
      const to = personId(unique('p'));
      const all = Array.from({ length: 8 }, () => owedTo(to));
      for (const owed of all) {
        const number = Math.floor(Math.random() * 1e9) + 2e6;
        await cases.add(aCase('waiting', { _id: caseId(unique('case')), number, owes: [owed] }));
      }
      const unordered = debtors.map(({ unrelayed, struck }) => ({
        unrelayed: async () => (await unrelayed()).reverse(),
        struck,
      }));
      await relay(unordered, deliveries, LATER);
      for (const { id } of all) {
        assert.deepEqual(await ready(to), [id]);
        await deliveries.claim(id, 'me', at(0), at(15));
        await deliveries.finish(id, 'me', { state: 'sent', at: at(1) });
      }
    });

    it('move the cards of one person to another, except those the other already has', async () => {
      const { posts } = ports().store;
      const [from, to] = [personId(unique('p')), personId(unique('p'))];
      const [one, both] = [caseId(unique('case')), caseId(unique('case'))];
      const post = { platform: 'slack' as const, from: 0, pinged: 1 };
      for (const id of [one, both]) await posts.put({ person: from, case: id, message: 'theirs', ...post });
      await posts.put({ person: to, case: both, message: 'own', ...post });
      assert.equal(await posts.become(from, to), 2);
      assert.equal(await posts.become(from, to), 0);
      assert.equal((await posts.get(to, one))?.message, 'theirs');
      assert.equal((await posts.get(to, both))?.message, 'own');
      assert.equal(await posts.get(from, one), null);
    });

    it('remember where a card was posted', async () => {
      const { posts } = ports().store;
      const [person, id] = [personId(unique('p')), caseId(unique('case'))];
      assert.equal(await posts.get(person, id), null);
      await posts.put({ person, case: id, platform: 'teams', message: 'm1', from: 0, pinged: 1 });
      await posts.put({ person, case: id, platform: 'slack', message: 'm2', from: 1, pinged: 2 });
      assert.deepEqual(await posts.get(person, id), {
        _id: `${person}|${id}`,
        person,
        case: id,
        platform: 'slack',
        message: 'm2',
        from: 1,
        pinged: 2,
      });
    });
  });
};
