import assert from 'node:assert/strict';
import * as slackEvents from '../slack/support/events.ts';
import { signed, written } from '../slack/support/sign.ts';
import { several, typed } from '../slack/support/slack-context.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import * as activities from '../teams/support/activities.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

const BENCH = 'En gruppe naboer vil have en bænk på hjørnet, og vejafdelingen siger nej. Hvad gør jeg?';
const KEYS = ['__proto__', 'constructor', '$where', '{"$gt":""}', 'x'.repeat(2000), '\u0000', '\ud800'];
const UNSEEN = ['\u200b\u200d', '\u202e', '\u2800', '\ud800', '\u0000'];
const ODD: readonly unknown[] = [...KEYS, 7, true, null, {}, [], [[]], [{}], { length: 1 }, ['__proto__']];
const VERBS = [
  'submit-dilemma',
  'new-dilemma',
  'change-draft',
  'discard-draft',
  'send-to-case',
  'accept-talk',
  'say-word',
];
const listed = { addresses: [], imported: true };
const people = ['anna', 'mads'].map((id) =>
  aPerson(`${id}-in-the-list`, { name: `${id} Prøve`, email: `${id}@kommune.dk`, ...listed }),
);
const bo = anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', ...listed });

type Press = (verb: string, data: unknown, state?: Record<string, unknown>) => Promise<number>;

/** Signed as the platform signs it, with anything inside: card data is untrusted. */
const pressIn = {
  teams:
    (both: BothHouse): Press =>
    async (verb, data) => {
      const user = activities.aUser('mads');
      const message = both.connector.chat(user.conversation).at(-1)?.id ?? '1';
      const { serviceUrl } = both.connector;
      const activity = activities.aPress(user, serviceUrl, message, verb, data as object);
      const headers = {
        'Content-Type': 'application/json',
        Authorization: both.microsoft.sign({ serviceurl: serviceUrl }),
      };
      const answer = await fetch(`${both.url}/api/messages`, {
        method: 'POST',
        headers,
        body: JSON.stringify(activity),
      });
      await answer.text();
      return answer.status;
    },
  slack:
    (both: BothHouse): Press =>
    async (verb, data, state = {}) => {
      const user = slackEvents.aUser('mads');
      const ts = both.slack.chat(user.chat).at(-1)?.ts ?? slackEvents.newTs();
      const action = { action_id: verb, value: typeof data === 'string' ? data : JSON.stringify(data) };
      const { type, body } = written(slackEvents.aPress(user, ts, action, state));
      const headers = { 'Content-Type': type, ...signed(body) };
      const answer = await fetch(`${both.url}/slack/events`, { method: 'POST', headers, body });
      await answer.text();
      return answer.status;
    },
} as const;

for (const [platform, here] of [
  ['teams', inTeams],
  ['slack', inSlack],
] as const) {
  describe(`a hostile colleague in ${platform}`, function () {
    this.timeout(60_000);
    let both: BothHouse;
    let anna: Party;
    let mads: Party;
    let press: Press;
    beforeEach(async () => {
      both = await openBothHouse([...people, bo]);
      await inTeams(both, 'bo', 'bo@kommune.dk').say('hej');
      anna = here(both, 'anna', 'anna@kommune.dk');
      mads = here(both, 'mads', 'mads@kommune.dk');
      for (const party of [anna, mads]) await party.say(BENCH);
      press = pressIn[platform](both);
    });
    afterEach(async () => {
      assert.deepEqual(both.faults, []);
      await both.close();
    });

    const draftOf = async (id: string) =>
      (await both.setup.store.drafts.of(`${id}-in-the-list` as never))[0] ?? assert.fail(id);
    const areIntact = async () => {
      for (const id of ['anna', 'mads']) {
        const { state, text } = await draftOf(id);
        assert.deepEqual([state === 'open' || state === 'changing', text], [true, BENCH], id);
      }
      assert.deepEqual(await both.setup.store.cases.unanswered(), []);
    };

    it('changes nothing with odd data, whatever the verb', async () => {
      const { _id: draft } = await draftOf('mads');
      for (const verb of [...VERBS, ...KEYS])
        for (const odd of ODD) {
          const data = { draft, case: odd, word: odd, anonymous: odd, notTo: odd, keepMine: odd, rev: odd };
          const status = await press(verb, verb === 'submit-dilemma' ? data : { draft: odd, case: odd, word: odd });
          assert.ok(status < 500, `${verb} ${JSON.stringify(odd)} → ${status}`);
        }
      await both.flush();
      await areIntact();
    });

    it('neither reads nor changes the draft of somebody else', async () => {
      const { _id: draft } = await draftOf('anna');
      for (const verb of VERBS)
        assert.ok((await press(verb, { draft, anonymous: 'no', case: draft, word: 'help' })) < 500, verb);
      await both.flush();
      await areIntact();
      assert.equal(mads.shown().filter(({ text }) => text.includes('på hjørnet')).length, 1, 'only their own');
      const own = await draftOf('mads');
      await press('discard-draft', { draft: own._id });
      assert.equal((await draftOf('mads')).state, 'discarded', 'a press with the right data counts');
    });

    it('sends nothing with agents who are none, or a text in which nothing can be seen', async () => {
      const { _id: draft } = await draftOf('mads');
      for (const notTo of [KEYS.slice(0, 5).join(), 'x'.repeat(5000)]) {
        const state = { 'submit-dilemma.notTo': { 'submit-dilemma.notTo': several(notTo.split(',')) } };
        const data = { draft, anonymous: 'no', ...(platform === 'teams' ? { 'submit-dilemma.notTo': notTo } : {}) };
        assert.ok((await press('submit-dilemma', data, state)) < 500);
      }
      for (const text of UNSEEN) {
        const state = { 'submit-dilemma.text': { 'submit-dilemma.text': typed(text) } };
        const data = { draft, anonymous: 'no', ...(platform === 'teams' ? { 'submit-dilemma.text': text } : {}) };
        assert.ok((await press('submit-dilemma', data, state)) < 500);
      }
      await both.flush();
      await areIntact();
    });

    it('writes lines that are too long or cannot be seen, and loses nothing of the draft', async () => {
      for (const text of ['x'.repeat(100_000), ...UNSEEN.slice(0, 3)]) await mads.say(text);
      await areIntact();
    });
  });
}
