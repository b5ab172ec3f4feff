import assert from 'node:assert/strict';
import { planRun } from '../../bot/nudges/plan-run.ts';
import { teamChannelIdOf } from '../../bot/nudges/team-channel.ts';
import type { Week } from '../../bot/time/iso-week.ts';
import type { Delivery } from '../../outbox/ports.ts';
import * as slackEvents from '../slack/support/events.ts';
import { signed, written } from '../slack/support/sign.ts';
import { anAccount, wordsOn as slackWords } from '../slack/support/slack-context.ts';
import { TUESDAY } from '../support/fixtures/builders.ts';
import * as activities from '../teams/support/activities.ts';
import { wordsOn as teamsWords } from '../teams/support/teams-context.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';

const TEAM = '19:general@thread.tacv2';
/** The week of `TUESDAY`, whose posts have gone out. */
const THIS_WEEK = '2026-W48';
const MONDAY = new Date('2026-11-30T08:01:00.000Z');
const WEEK = '2026-W49';
const NEXT_MONDAY = new Date('2026-12-07T08:01:00.000Z');
const NEXT_WEEK = '2026-W50';

const mette = activities.aUser('mette');
const jonas = slackEvents.aUser('jonas');

describe('the week’s principle in a team’s channel, over HTTP', () => {
  let both: BothHouse;
  beforeEach(async () => {
    both = await openBothHouse([]);
    both.setup.now = TUESDAY;
    both.connector.members.set(mette.id, { id: mette.id, name: mette.name, userRole: 'user' });
    both.connector.installed.set(mette.id, mette.conversation);
    both.slack.users.set(jonas.id, anAccount(jonas.id, jonas.name, 'jonas@kommune.dk'));
    both.slack.chats.set(jonas.id, jonas.chat);
  });
  afterEach(() => both.close());

  const toTeams = async (activity: activities.Activity): Promise<void> => {
    const headers = {
      'Content-Type': 'application/json',
      Authorization: both.microsoft.sign({ serviceurl: activity.serviceUrl }),
    };
    const response = await fetch(`${both.url}/api/messages`, {
      method: 'POST',
      headers,
      body: JSON.stringify(activity),
    });
    assert.equal(response.status, 200);
    await both.flush();
  };
  const toSlack = async (payload: slackEvents.Payload): Promise<void> => {
    const { type, body } = written(payload);
    const headers = { 'Content-Type': type, ...signed(body) };
    const response = await fetch(`${both.url}/slack/events`, { method: 'POST', headers, body });
    assert.equal(response.status, 200);
    await both.flush();
  };
  const sayInTeams = (text: string, overrides = {}) =>
    toTeams(activities.aMention(mette, both.connector.serviceUrl, text, overrides));
  const sayInSlack = (text: string) => toSlack(slackEvents.aMention(jonas, text));
  const inTeams = () => both.connector.chat(TEAM).map(({ sent }) => teamsWords(sent));
  const inSlack = () => both.slack.chat(slackEvents.CHANNEL).map(({ blocks }) => slackWords(blocks));
  const run = async (week: Week, now: Date): Promise<void> => {
    both.setup.now = now;
    await planRun(week, both.setup.deps);
    await both.drain();
  };
  const deliveryOf = async (week: Week, platform: 'teams' | 'slack', channel: string) =>
    (await both.setup.database.collection<Delivery<unknown>>('deliveries', [])).get(
      `team.${week}.${teamChannelIdOf({ platform, channel })}`,
    );
  const stateIn = async (platform: 'teams' | 'slack', channel: string) =>
    (await both.setup.store.teamChannels.get(teamChannelIdOf({ platform, channel })))?.state;

  it('comes once a week on both platforms after somebody there asks, names nobody and has no buttons', async () => {
    await planRun(THIS_WEEK, both.setup.deps);
    await sayInTeams('teammøde');
    await sayInSlack('team meeting');
    for (const chat of [inTeams(), inSlack()]) {
      assert.equal(chat.length, 1);
      assert.match(chat[0] ?? '', /I får ugens princip her[\s\S]*mandag d. 30. november[\s\S]*@Sammen stop/);
    }
    await run(WEEK, MONDAY);
    await run(WEEK, new Date(MONDAY.getTime() + 60_000));
    for (const chat of [inTeams(), inSlack()]) {
      assert.equal(chat.length, 2);
      assert.match(chat[1] ?? '', /Ugens princip: [\s\S]*Til jeres næste møde[\s\S]*\?[\s\S]*@Sammen stop/);
      assert.ok(!chat.join('').includes('Prøve'), 'nobody is named');
    }
    assert.ok(!JSON.stringify(both.connector.chat(TEAM)).includes('Action.'));
    assert.ok(!JSON.stringify(both.slack.chat(slackEvents.CHANNEL)).includes('"button"'));
    await run(NEXT_WEEK, NEXT_MONDAY);
    assert.equal(inTeams().length, 3);
    assert.notEqual(inTeams()[2], inTeams()[1]);
  });

  it('is posted as a new thread in a channel, and as a message in a group chat', async () => {
    await sayInTeams('teammøde');
    const group = '19:abc@thread.v2';
    await sayInTeams('teammøde', { conversation: { isGroup: true, conversationType: 'groupChat', id: group } });
    const posts = both.connector.calls.filter(({ method }) => method === 'POST');
    assert.ok(posts.some(({ path, body }) => path === '/v3/conversations' && JSON.stringify(body).includes(TEAM)));
    assert.equal(both.connector.chat(group).length, 1);
  });

  it('continues unchanged when somebody asks again, and handles a repeated event once', async () => {
    const event = slackEvents.aMention(jonas, 'teammøde');
    await toSlack(event);
    await toSlack(event);
    assert.equal(inSlack().length, 1);
    await sayInSlack('teammøde');
    assert.equal(await both.setup.store.teamChannels.count(), 1);
    await run(WEEK, MONDAY);
    assert.equal(inSlack().length, 3);
  });

  it('stops at the request of anybody there, including a planned post, but not that person’s own nudge', async () => {
    await sayInSlack('teammøde');
    both.setup.now = MONDAY;
    await planRun(WEEK, both.setup.deps);
    await sayInSlack('stop');
    await both.drain();
    assert.match(inSlack().at(-1) ?? '', /Ugens princip er stoppet her/);
    assert.equal(inSlack().length, 2);
    assert.equal((await deliveryOf(WEEK, 'slack', slackEvents.CHANNEL))?.state, 'obsolete');
    const person = await both.setup.store.people.byAddress('slack', jonas.id);
    assert.ok(person);
    assert.equal((await both.setup.store.readers.get(person._id)).stoppedAt, null);
    // Now the word is about them again.
    await sayInSlack('stop');
    assert.notEqual((await both.setup.store.readers.get(person._id)).stoppedAt, null);
  });

  it('waits while the run is paused, and never comes in a cancelled week or after its week', async () => {
    const { runs } = both.setup.store;
    await sayInTeams('teammøde');
    both.setup.now = MONDAY;
    await planRun(WEEK, both.setup.deps);
    await runs.change(WEEK, (await runs.get(WEEK))?.rev ?? 0, { paused: true });
    await both.drain();
    assert.equal(inTeams().length, 1);
    both.setup.now = NEXT_MONDAY;
    await runs.change(WEEK, (await runs.get(WEEK))?.rev ?? 0, { paused: false });
    await planRun(NEXT_WEEK, both.setup.deps);
    await runs.change(NEXT_WEEK, (await runs.get(NEXT_WEEK))?.rev ?? 0, { state: 'cancelled' });
    await both.drain();
    assert.equal(inTeams().length, 1);
    assert.equal((await deliveryOf(WEEK, 'teams', TEAM))?.state, 'obsolete');
    assert.equal((await deliveryOf(NEXT_WEEK, 'teams', TEAM))?.state, 'obsolete');
  });

  for (const error of ['channel_not_found', 'not_in_channel', 'is_archived']) {
    it(`stops when Slack answers ${error}, until somebody there asks again`, async () => {
      await sayInSlack('teammøde');
      both.slack.trouble = ({ method }) => (method === 'chat.postMessage' ? { error } : null);
      await run(WEEK, MONDAY);
      const delivery = await deliveryOf(WEEK, 'slack', slackEvents.CHANNEL);
      assert.deepEqual([delivery?.state, delivery?.reason], ['unreachable', `Slack answered ${error}`]);
      assert.equal(await stateIn('slack', slackEvents.CHANNEL), 'unreachable');
      await run(NEXT_WEEK, NEXT_MONDAY);
      assert.equal(await deliveryOf(NEXT_WEEK, 'slack', slackEvents.CHANNEL), null);
      both.slack.trouble = null;
      await sayInSlack('teammøde');
      assert.equal(await stateIn('slack', slackEvents.CHANNEL), 'on');
    });
  }

  it('stops when Teams answers 403, and continues after a temporary error', async () => {
    await sayInTeams('teammøde');
    let answers: { status: number; body?: object }[] = [{ status: 502 }];
    both.connector.trouble = ({ method, path }) =>
      method === 'POST' && path === '/v3/conversations' ? (answers.shift() ?? null) : null;
    await run(WEEK, MONDAY);
    const waiting = await deliveryOf(WEEK, 'teams', TEAM);
    assert.deepEqual([waiting?.state, await stateIn('teams', TEAM)], ['queued', 'on']);
    answers = [{ status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'removed' } } }];
    await run(NEXT_WEEK, NEXT_MONDAY);
    assert.equal((await deliveryOf(NEXT_WEEK, 'teams', TEAM))?.state, 'unreachable');
    assert.equal(await stateIn('teams', TEAM), 'unreachable');
  });

  it('is explained to a person who asks for it in the direct chat', async () => {
    await toTeams(activities.aMessage(mette, both.connector.serviceUrl, 'Teammøde'));
    const [answer] = both.connector.chat(mette.conversation).map(({ sent }) => teamsWords(sent));
    assert.match(answer ?? '', /Skriv det i jeres kanal/);
    assert.equal(await both.setup.store.teamChannels.count(), 0);
  });

  it('is not counted as a person', async () => {
    await sayInTeams('teammøde');
    await run(WEEK, MONDAY);
    const audience = (await both.setup.store.runs.get(WEEK))?.counts.nudge;
    assert.equal(audience, 0);
    assert.equal((await both.setup.store.nudges.progress(WEEK)).sent, 0);
    assert.deepEqual(await both.setup.store.nudges.toCount(10), []);
  });
});
