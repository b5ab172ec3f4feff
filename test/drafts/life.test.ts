import assert from 'node:assert/strict';
import { draftTimes } from '../../bot/drafts/kept-until.ts';
import { runJob } from '../../jobs/jobs.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, workingTime } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const TEXT = 'En gruppe naboer vil have en bænk på hjørnet';

describe('the end of a draft', () => {
  const rows: readonly (readonly [what: string, at: string, keptUntil: string, remindAt: string])[] = [
    ['lets a Tuesday’s live until Thursday is over', '2026-11-24T09:00Z', '2026-11-26T23:00Z', '2026-11-26T08:00Z'],
    ['passes over a weekend', '2026-12-11T12:30Z', '2026-12-15T23:00Z', '2026-12-15T08:00Z'],
    ['is the same for one written on Friday night', '2026-12-11T21:30Z', '2026-12-15T23:00Z', '2026-12-15T08:00Z'],
    ['is the same for one written on Sunday', '2026-12-13T10:00Z', '2026-12-15T23:00Z', '2026-12-15T08:00Z'],
    ['passes over Christmas', '2026-12-23T09:00Z', '2026-12-28T23:00Z', '2026-12-28T08:00Z'],
    ['is midnight by the summer’s clock, too', '2026-03-27T09:00Z', '2026-03-31T22:00Z', '2026-03-31T07:00Z'],
  ];
  for (const [what, at, keptUntil, remindAt] of rows) {
    it(what, () => {
      const expected = { keptUntil: new Date(keptUntil), remindAt: new Date(remindAt) };
      assert.deepEqual(draftTimes(new Date(at), workingTime), expected);
    });
  }
});

describe('a draft that is not sent', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, anAgent('agent')]);
    setup.now = new Date('2026-12-11T12:30:00.000Z');
    await say(setup, asker, TEXT);
  });
  afterEach(() => setup.close());

  const at = async (moment: string) => {
    setup.now = new Date(moment);
    const { 'drafts-reminded': reminded } = await runJob('drafts', setup.deps);
    const { 'drafts-ended': ended } = await runJob('retention', setup.deps);
    await setup.sender.flush();
    return { reminded, ended };
  };
  const kinds = () =>
    setup.chatOf(asker).map(({ notice }) => (notice.kind === 'draft' ? notice.view.state : notice.kind));
  const newest = () => {
    const notice = setup.chatOf(asker).at(-1)?.notice;
    return notice?.kind === 'draft' ? notice.view : assert.fail('no draft');
  };

  it('says until when it is kept, reminds its writer once and then ends, as it said', async () => {
    assert.equal(newest().lastDay, '2026-12-15');
    assert.deepEqual(await at('2026-12-15T07:59:00Z'), { reminded: 0, ended: 0 });
    assert.deepEqual(await at('2026-12-15T08:00:00Z'), { reminded: 1, ended: 0 });
    assert.deepEqual(kinds(), ['draft-moved', 'open']);
    assert.equal(newest().reminded, true);
    assert.equal(newest().text, TEXT);
    assert.deepEqual(await at('2026-12-15T12:00:00Z'), { reminded: 0, ended: 0 });
    assert.deepEqual(await at('2026-12-15T22:59:59Z'), { reminded: 0, ended: 0 });
    assert.deepEqual(await at('2026-12-15T23:00:00Z'), { reminded: 0, ended: 1 });
    assert.deepEqual(kinds(), ['draft-moved', 'ended']);
    const [draft] = await setup.store.drafts.of(asker._id);
    assert.deepEqual([draft?.text, draft?.lines], ['', []]);
  });

  it('is brought up by one of several processes, and never twice', async () => {
    setup.now = new Date('2026-12-15T08:00:00Z');
    const counts = await Promise.all([1, 2, 3].map(() => runJob('drafts', setup.deps)));
    assert.equal(
      counts.reduce((sum, count) => sum + (count['drafts-reminded'] ?? 0), 0),
      1,
    );
  });

  it('pings nobody once it was sent or thrown away, also when the reminder is on its way', async () => {
    setup.now = new Date('2026-12-15T08:00:00Z');
    await runJob('drafts', setup.deps);
    const [draft] = await setup.store.drafts.of(asker._id);
    const newestCard = setup.chatOf(asker).at(-1);
    assert.ok(draft !== undefined && newestCard !== undefined);
    await setup.bot.press({ from: asker, message: newestCard.id, verb: 'discard-draft', data: { draft: draft._id } });
    await setup.sender.flush();
    assert.deepEqual(kinds(), ['discarded']);
    assert.deepEqual(await at('2026-12-15T09:00:00Z'), { reminded: 0, ended: 0 });
  });

  it('reminds nobody outside working hours', async () => {
    setup.now = new Date('2026-12-15T18:00:00Z');
    await runJob('drafts', setup.deps);
    await setup.sender.flush();
    assert.deepEqual(kinds(), ['open']);
  });

  it('can be sent on Monday when it was written on Friday', async () => {
    await at('2026-12-14T07:05:00Z');
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    assert.equal((await setup.store.cases.of(asker._id, 9)).length, 1);
  });
});
