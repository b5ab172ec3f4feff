import assert from 'node:assert/strict';
import { anna, bo } from './support/anna-and-bo.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

const FIRST = 'En gruppe naboer vil have en bænk på hjørnet';
const SECOND = 'men vejafdelingen siger nej, og nu er de vrede';

/** Each message and press comes in as signed HTTP. */
describe('a burst of lines on two platforms', () => {
  let both: BothHouse;
  let teams: Party;
  let slack: Party;
  beforeEach(async () => {
    both = await openBothHouse([anna, bo]);
    await inTeams(both, 'bo', 'bo@kommune.dk').say('hej');
    teams = inTeams(both, 'anna', 'anna@kommune.dk');
    slack = inSlack(both, 'anna', 'anna@kommune.dk');
  });
  afterEach(async () => {
    assert.deepEqual(both.faults, []);
    await both.close();
  });

  const drafts = () => both.setup.store.drafts.of(anna._id);
  const canSend = (party: Party) =>
    party.shown().filter(({ buttons }) => buttons.some(({ verb }) => verb === 'submit-dilemma')).length;

  for (const [way, first, second, moved] of [
    ['begun in Teams and continued in Slack', () => teams, () => slack, /Udkastet ligger nu i Slack/],
    ['begun in Slack and continued in Teams', () => slack, () => teams, /Udkastet ligger nu i Teams/],
  ] as const) {
    it(`is one draft, ${way}, with one card that can be sent`, async () => {
      await first().say(FIRST);
      assert.equal(canSend(first()), 1);
      await second().say(SECOND);
      assert.deepEqual([canSend(first()), canSend(second())], [0, 1]);
      assert.match(first().chat().at(-1) ?? '', moved);
      await second().press('submit-dilemma', {}, { anonymous: 'no' });
      const [c, ...more] = await both.setup.store.cases.of(anna._id, 9);
      assert.deepEqual([c?.text, more], [`${FIRST}\n${SECOND}`, []]);
    });
  }

  it('is one draft when the lines come at the same instant', async () => {
    for (const party of [teams, slack]) await party.say('hej');
    await Promise.all([teams.say(FIRST), slack.say(SECOND), teams.say('hvad gør jeg så nu, synes du?')]);
    const [draft, ...others] = await drafts();
    assert.deepEqual(others, []);
    assert.deepEqual(draft?.text.split('\n').sort(), [FIRST, 'hvad gør jeg så nu, synes du?', SECOND]);
    assert.equal(canSend(teams) + canSend(slack), 1);
  });

  it('is two when more than ten minutes lie between the lines', async () => {
    await teams.say(FIRST);
    both.setup.now = new Date(both.setup.now.getTime() + 11 * 60_000);
    await slack.say(SECOND);
    assert.equal((await drafts()).length, 2);
    assert.deepEqual([canSend(teams), canSend(slack)], [1, 1]);
  });
});
