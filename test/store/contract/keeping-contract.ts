import assert from 'node:assert/strict';
import { openChat } from '../../../adapters/sandbox/chat.ts';
import { openOwnChats } from '../../../adapters/sandbox/own-chats.ts';
import { peopleIn } from '../../../bot/cases/replace-person.ts';
import { caseId, deliveryId, meetingId, personId, storyId } from '../../../bot/ids.ts';
import { aCase, aDraft, anOwed, aStory, masked } from '../../support/fixtures/builders.ts';
import { type Ports, unique } from './ports-contract.ts';

/** Long before everything that other contracts write. */
const at = (day: number): Date => new Date(Date.UTC(1999, 0, day));
let last = 7_000_000;
const nextNumber = (): number => {
  last += 1;
  return last;
};

/** The store's contract for retention: it takes what is over, and nothing that something keeps. */
export const keepingContract = (ports: () => Ports): void => {
  describe('what is kept no longer', () => {
    const aStored = async (state: 'active' | 'closed' | 'withdrawn', closed: number, counted = true) => {
      const { cases } = ports().store;
      const c = aCase(state, { _id: caseId(unique('old')), number: nextNumber(), closedAt: at(closed), owes: [] });
      assert.ok(await cases.add(c));
      if (counted) await cases.counted(c._id, c.rev);
      return c;
    };

    it('finds cases that ended, the longest ended first, and removes one once', async () => {
      const { cases, goneCases, expired } = ports().store;
      const [second, first] = [await aStored('closed', 2), await aStored('withdrawn', 1)];
      const [active, uncounted, later] = [
        await aStored('active', 1),
        await aStored('closed', 1, false),
        await aStored('closed', 9),
      ];
      const ids = async (limit: number) => (await goneCases.ended(at(9), limit)).map(({ _id }) => _id);
      assert.deepEqual(await ids(9), [first._id, second._id]);
      assert.deepEqual(await ids(1), [first._id]);
      assert.deepEqual(await expired.counts.countCases(at(9)), { count: 2, oldest: at(1) });
      assert.deepEqual(await expired.counts.countStaying(at(9)), { held: 0, uncounted: 1 });
      assert.equal(await goneCases.remove(first._id, first.rev + 1), false, 'somebody changed it');
      assert.equal(await goneCases.remove(uncounted._id, uncounted.rev), false);
      assert.equal(await goneCases.remove(first._id, first.rev), true);
      assert.equal(await goneCases.remove(first._id, first.rev), false);
      assert.deepEqual(await ids(9), [second._id]);
      assert.equal(await cases.get(first._id), null);
      for (const c of [active, uncounted, later]) assert.notEqual(await cases.get(c._id), null);
      await goneCases.remove(second._id, second.rev);
    });

    it('keeps a case under a legal hold, and takes it off with what changes then', async () => {
      const { cases, goneCases, expired } = ports().store;
      const c = await aStored('closed', 1);
      const hold = { since: at(1), reason: masked('Aktindsigt'), erased: [] };
      assert.equal(await goneCases.hold(c._id, c.rev + 1, hold), false, 'somebody changed it');
      assert.equal(await goneCases.hold(c._id, c.rev, hold), true);
      assert.deepEqual(await cases.get(c._id), { ...c, hold, rev: c.rev + 1 });
      assert.deepEqual(await goneCases.ended(at(2), 9), []);
      assert.deepEqual(await expired.counts.countStaying(at(2)), { held: 1, uncounted: 1 });
      assert.equal(await goneCases.remove(c._id, c.rev + 1), false);
      const parts = { ...peopleIn(c), text: masked('Væk') };
      assert.equal(await goneCases.release(c._id, c.rev, parts), false);
      assert.equal(await goneCases.release(c._id, c.rev + 1, parts), true);
      assert.deepEqual(await cases.get(c._id), { ...c, text: 'Væk', rev: c.rev + 2 });
      await cases.counted(c._id, c.rev + 2);
      assert.equal(await goneCases.remove(c._id, c.rev + 2), true);
    });

    it('remembers which case went, and what is left to do about its cards', async () => {
      const { goneCases, posts } = ports().store;
      const gone = { _id: caseId(unique('gone')), number: nextNumber(), at: at(1) };
      for (let twice = 0; twice < 2; twice += 1) await goneCases.noteGone(gone);
      assert.deepEqual(await goneCases.goneCase(gone._id), gone);
      assert.deepEqual(await goneCases.goneByNumber(gone.number), gone);
      assert.equal(await goneCases.goneCase(caseId(unique('gone'))), null);
      assert.equal(await goneCases.goneByNumber(nextNumber()), null);
      assert.deepEqual(await goneCases.untold(9), [gone]);
      assert.deepEqual(await goneCases.withCards(at(2), 9), []);
      await goneCases.told(gone._id);
      assert.deepEqual([await goneCases.untold(9), await goneCases.withCards(at(1), 9)], [[], []]);
      assert.deepEqual(await goneCases.withCards(at(2), 9), [gone._id]);
      await goneCases.withoutCards(gone._id);
      assert.deepEqual(await goneCases.withTalks(at(2), 9), [], 'no talk was called off');
      await goneCases.noteGone(gone);
      assert.deepEqual([await goneCases.untold(9), await goneCases.withCards(at(2), 9)], [[], []]);
      const [anna, bo] = [personId(unique('anna')), personId(unique('bo'))];
      const card = { case: gone._id, platform: 'teams' as const, message: 'm', from: 0, pinged: 0 };
      for (const person of [anna, bo]) await posts.put({ ...card, person });
      await posts.put({ ...card, person: anna, case: caseId(unique('other')) });
      assert.deepEqual((await posts.readersOf(gone._id)).toSorted(), [anna, bo].toSorted());
      await posts.forgetAbout(gone._id);
      assert.deepEqual([await posts.readersOf(gone._id), await posts.forget(anna)], [[], 1]);
    });

    it('keeps called-off talks of a case that went until they are forgotten', async () => {
      const { goneCases } = ports().store;
      const talk = { from: 0, to: 2, start: at(9), minutes: 30, fellAway: at(1), sequence: 2, language: 'da' as const };
      const rest = { _id: caseId(unique('gone')), number: nextNumber(), at: at(1) };
      await goneCases.noteGone({ ...rest, calledOff: [talk] });
      await goneCases.told(rest._id);
      await goneCases.withoutTalks(rest._id);
      assert.deepEqual(await goneCases.withTalks(at(2), 9), [], 'the cards come first');
      await goneCases.withoutCards(rest._id);
      assert.deepEqual(await goneCases.withCards(at(2), 9), []);
      assert.deepEqual(await goneCases.goneCase(rest._id), { ...rest, calledOff: [talk] });
      assert.deepEqual([await goneCases.withTalks(at(1), 9), await goneCases.withTalks(at(2), 9)], [[], [rest._id]]);
      for (let twice = 0; twice < 2; twice += 1) await goneCases.withoutTalks(rest._id);
      assert.deepEqual([await goneCases.goneCase(rest._id), await goneCases.withTalks(at(2), 9)], [rest, []]);
    });

    it('finds drafts that are over', async () => {
      const { drafts, expired } = ports().store;
      const kept = { keptUntil: at(1), remindAt: null, owes: [] };
      const stored = [];
      for (const state of ['used', 'open', 'asking', 'discarded'] as const) {
        const id = caseId(unique('draft'));
        const draft = aDraft({ ...kept, _id: id, takesLinesOf: id, state });
        assert.ok(await drafts.add(draft));
        stored.push(draft);
      }
      const over = stored.filter(({ state }) => state === 'used' || state === 'discarded').map(({ _id }) => _id);
      assert.deepEqual(await expired.drafts.over(at(1), 9), []);
      assert.deepEqual((await expired.drafts.over(at(2), 9)).toSorted(), over.toSorted());
      assert.deepEqual(await expired.counts.countDrafts(at(2)), { count: 2, oldest: at(1) });
      for (const { _id } of stored) await expired.drafts.remove(_id);
      for (const { _id, state } of stored)
        assert.equal((await drafts.get(_id)) === null, state === 'used' || state === 'discarded', state);
    });

    it('finds stories with meetings that were to be answered', async () => {
      const { stories, expired } = ports().store;
      const [id, writer] = [storyId(unique('story')), personId(unique('writer'))];
      const meeting = { id: meetingId(unique('meeting')), draft: caseId('d'), writer, text: masked('Må jeg?') };
      const meetings = [1, 5].map((day) => ({ ...meeting, state: 'accepted' as const, until: at(day) }));
      assert.ok(await stories.add(aStory({ _id: id, case: caseId(unique('case')), meetings, owes: [] })));
      assert.deepEqual(await expired.meetings.storiesWithMeetings(at(1), 9), []);
      assert.deepEqual(await expired.meetings.storiesWithMeetings(at(2), 9), [id]);
      assert.deepEqual(await expired.counts.countMeetings(at(2)), { count: 1, oldest: at(1) });
      assert.ok(await stories.change(id, 0, { set: { meetings: [] }, owes: [] }, null));
      assert.deepEqual(await expired.meetings.storiesWithMeetings(at(9), 9), []);
    });

    it('forgets messages that are settled, those undelivered later, and never those that come once', async () => {
      const { deliveries, expired } = ports().store;
      const to = personId(unique('reader'));
      const settled = async (name: string, state: 'sent' | 'unreachable' | null) => {
        const id = deliveryId(unique(name));
        await deliveries.add([anOwed({ id, to, notBefore: at(1) })]);
        const now = new Date();
        if (state === null) return id;
        await deliveries.claim(id, 'me', now, new Date(now.getTime() + 60_000));
        const outcome = state === 'sent' ? { state, at: at(1) } : { state, reason: 'nobody there', undelivered: to };
        await deliveries.finish(id, 'me', outcome);
        return id;
      };
      const sent = [await settled('m', 'sent'), await settled('m', 'sent')];
      const stays = [await settled('greeting.x', 'sent'), await settled('m', null)];
      const waits = await settled('m', 'unreachable');
      const known = async () => [...(await deliveries.statesOf([...sent, ...stays, waits])).keys()].toSorted();
      assert.equal(await expired.messages.forgetSettled(at(1), at(1), 9), 0);
      assert.deepEqual(await expired.counts.countMessages(at(2), at(1)), { count: 2, oldest: at(1) });
      assert.equal(await expired.messages.forgetSettled(at(2), at(1), 1), 1);
      assert.equal(await expired.messages.forgetSettled(at(2), at(1), 9), 1);
      assert.deepEqual(await known(), [...stays, waits].toSorted());
      assert.equal(await expired.messages.forgetSettled(at(2), at(2), 9), 1);
      assert.deepEqual(await known(), stays.toSorted());
      await deliveries.forget([to]);
    });

    it('forgets lines of the sandbox’s chats, and whoever reads on misses nothing', async () => {
      const { database } = ports();
      const [chat, own] = [await openChat(database), await openOwnChats(database)];
      const person = personId(unique('reader'));
      const line = (id: string, day: number) => ({
        _id: `${person}-${id}`,
        person,
        at: at(day),
        from: 'bot' as const,
        text: id,
        card: null,
        neutral: null,
        rev: null,
      });
      const shown = async (after: number) => (await chat.messages(person, after)).map(({ text, seq }) => [text, seq]);
      for (const [id, day] of [
        ['a', 1],
        ['b', 1],
        ['c', 3],
      ] as const)
        await chat.put(line(id, day), true);
      await chat.put(line('a', 3), false);
      assert.deepEqual(await own.countChats(at(2)), { count: 1, oldest: at(1) });
      assert.equal(await own.forgetBefore(at(2), 9), 1);
      assert.deepEqual(await shown(0), [
        ['c', 3],
        ['a', 4],
      ]);
      assert.equal(await own.forgetBefore(at(4), 1), 1);
      assert.equal(await own.forgetBefore(at(4), 9), 1);
      await chat.put(line('d', 5), true);
      assert.deepEqual(await shown(4), [['d', 5]]);
      chat.stop();
    });
  });
};
