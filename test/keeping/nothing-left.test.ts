import assert from 'node:assert/strict';
import { eraseFromCases } from '../../bot/accounts/erasure/erase-from-cases.ts';
import type { Case } from '../../bot/cases/case.ts';
import { whenReleased, withPersonErasedLater } from '../../bot/cases/hold.ts';
import { withPersonErased } from '../../bot/cases/replace-person.ts';
import { caseId, meetingId, personId, storyId } from '../../bot/ids.ts';
import { runJob } from '../../jobs/jobs.ts';
import { filesWith } from '../support/assertions/files-with.ts';
import { openTestBot } from '../support/fixtures/bot-on-store.ts';
import { aDraft, anOwed, aStory, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { aFullCase } from '../support/fixtures/full-case.ts';
import { aFullDraft } from '../support/fixtures/full-draft.ts';

const DAY = 86_400_000;
const nobody = personId('g-nobody');

/** Which of these stand somewhere in a document. */
const leftIn = (document: object, texts: readonly string[]): string[] => {
  const stored = JSON.stringify(document);
  return texts.filter((text) => stored.includes(text));
};

const erased = (c: Case, person: Case['asker']): Case => ({ ...c, ...withPersonErased(c, person, nobody) });

describe('a case in which everything is filled', () => {
  it('names nobody who was erased, whatever their part was', () => {
    const { full, people } = aFullCase();
    assert.ok(people.length > 15);
    assert.deepEqual(leftIn(full, people), people);
    const asked = people.filter((person) => person !== full.hold.erased[0].nobody);
    for (const person of asked) assert.deepEqual(leftIn(erased(full, person), [person]), [], person);
  });

  it('keeps no word of its asker when nobody took it', () => {
    const { full, words } = aFullCase();
    const { hold, ...rest } = { ...full, events: [] };
    assert.deepEqual(leftIn(full, words), words);
    assert.deepEqual(leftIn(erased(rest, full.asker), words), []);
    assert.deepEqual(leftIn(hold, words), [hold.reason]);
  });

  it('keeps under a legal hold what was written and the name, and neither when it is released', () => {
    const { full, words } = aFullCase();
    const c = { ...full, events: [] };
    const held: Case = { ...c, ...withPersonErasedLater(c, { _id: c.asker, name: 'Mette Krogh' }, nobody) };
    assert.deepEqual(leftIn(held, words), words);
    assert.deepEqual(leftIn(held, [full.asker, 'Mette Krogh']), ['Mette Krogh']);
    assert.ok(held.hold !== undefined);
    assert.deepEqual(
      held.hold.erased.map(({ name }) => name),
      ['Xanthippe Kaleidoskop', 'Mette Krogh'],
    );
    const { hold: _hold, ...released } = { ...held, ...whenReleased({ ...held, hold: held.hold }) };
    assert.deepEqual(leftIn(released, [...words, 'Mette Krogh', 'Xanthippe Kaleidoskop']), []);
  });

  it('leaves no draft with the words of somebody who was erased', async () => {
    const setup = await openTestBot([]);
    try {
      const { full, words } = aFullDraft();
      await setup.store.drafts.add(full);
      await eraseFromCases({ _id: full.person, name: 'Mette Krogh' }, nobody, setup.deps);
      const draft = (await setup.store.drafts.get(full._id)) ?? assert.fail();
      assert.deepEqual(leftIn(draft, [...words, full.person]), []);
    } finally {
      await setup.close();
    }
  });

  it('leaves nothing in the store’s files when its time is over', async () => {
    const { full, people, words } = aFullCase();
    const setup = await openTestBot([]);
    try {
      const { hold, story, ...rest } = full;
      const c: Case = rest;
      const { cases, drafts, stories, deliveries, posts } = setup.store;
      await cases.add({ ...c, story, transits: full.transits, events: [...full.events] });
      const [someone = c.asker] = people;
      const proposed = { _id: story, case: c._id, state: 'proposed' as const, text: masked('Fortalt qxstoryqx') };
      await stories.add(aStory({ ...proposed, teller: c.asker, agent: c.agent, owes: [] }));
      const meeting = { id: meetingId('full-meeting'), draft: c._id, writer: someone, until: TUESDAY };
      const told = { _id: storyId('told'), case: caseId('told'), text: masked('Fortalt qxtoldqx') };
      const line = { ...meeting, text: masked('Må jeg ringe? qxmeetingqx'), state: 'accepted' as const };
      await stories.add(aStory({ ...told, state: 'published', meetings: [line], owes: [] }));
      await posts.put({ case: meeting.id, person: someone, platform: 'sandbox', message: 'm', from: 0, pinged: 0 });
      const used = { _id: c._id, takesLinesOf: c._id, person: c.asker, state: 'used' as const, keptUntil: TUESDAY };
      await drafts.add(aDraft({ ...used, owes: [] }));
      for (const person of people)
        await posts.put({ case: c._id, person, platform: 'sandbox', message: `m-${person}`, from: 0, pinged: 0 });
      await deliveries.add([anOwed({ to: someone, notBefore: TUESDAY })]);
      const all = [
        ...words.filter((word) => word !== hold.reason),
        'qxstoryqx',
        'qxmeetingqx',
        'full-meeting',
        ...people,
      ];
      const inCase = people.filter((person) => person !== hold.erased[0].nobody);
      for (const text of [...words.filter((word) => word !== hold.reason), 'qxstoryqx', 'qxmeetingqx', ...inCase])
        assert.ok((await filesWith(setup, text)).length > 0, text);
      for (const days of [400, 402, 480]) {
        setup.now = new Date(TUESDAY.getTime() + days * DAY);
        await runJob('retention', setup.deps, 'hand');
        await setup.sender.flush();
      }
      for (const text of all) assert.deepEqual(await filesWith(setup, text), [], text);
      assert.equal((await filesWith(setup, 'qxtoldqx')).length, 1, 'a published story stays');
    } finally {
      await setup.close();
    }
  });
});
