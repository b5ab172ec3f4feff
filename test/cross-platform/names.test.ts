import assert from 'node:assert/strict';
import { NAMELESS } from '../../bot/people/name.ts';
import { NEVER, type Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import * as slackEvents from '../slack/support/events.ts';
import { signed, written } from '../slack/support/sign.ts';
import { anAccount } from '../slack/support/slack-context.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import * as activities from '../teams/support/activities.ts';
import { buttonOf as teamsButton } from '../teams/support/teams-context.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

const DILEMMA = 'Hvordan får jeg naboerne med fra starten? Vi vil gerne have en bænk på hjørnet.';
const bo = anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [], imported: true });

/** Somebody whose platform tells us what the test says. */
type Somebody = {
  platform: Platform;
  account: string;
  as: Party;
  /** What the platform answers when it is asked; null when it does not say. */
  is(name: string | null): void;
  /** Lets the platform's own words of a name reach us: the next activity in Teams, an event in Slack. */
  nameArrives(name: string): Promise<void>;
  say(text: string): Promise<void>;
  send(anonymous: 'yes' | 'no'): Promise<void>;
};

const post = async (both: BothHouse, path: string, request: Parameters<BothHouse['post']>[1]) => {
  const { status, text } = await both.post(path, request);
  assert.equal(status, 200, text);
  await both.flush();
};

const IN = {
  teams: (both: BothHouse, email: string | null): Somebody => {
    const as = inTeams(both, 'anna', email);
    const { name: _, ...user } = activities.aUser('anna');
    const { connector, microsoft } = both;
    let carried: string | null = null;
    const postActivity = (activity: activities.Activity) =>
      post(both, '/api/messages', () => ({
        headers: {
          'Content-Type': 'application/json',
          Authorization: microsoft.sign({ serviceurl: connector.serviceUrl }),
        },
        body: JSON.stringify({
          ...activity,
          from: { id: user.id, aadObjectId: user.aadObjectId, ...(carried === null ? {} : { name: carried }) },
        }),
      }));
    const anna = { ...user, name: '' };
    const say = (text: string) => postActivity(activities.aMessage(anna, connector.serviceUrl, text));
    const send = (anonymous: 'yes' | 'no') => {
      const { message, data } = teamsButton(
        connector.chat(anna.conversation),
        'submit-dilemma',
        (one) => one.anonymous === anonymous,
      );
      return postActivity(activities.aPress(anna, connector.serviceUrl, message.id, 'submit-dilemma', data));
    };
    const is = (name: string | null) => {
      const known = { id: user.id, userRole: 'user', ...(email === null ? {} : { email }) };
      connector.members.set(user.id, { ...known, ...(name === null ? {} : { name }) });
    };
    const nameArrives = async (name: string) => {
      is(name);
      carried = name;
      await say('hjælp');
    };
    return { platform: 'teams', account: user.aadObjectId, as, is, nameArrives, say, send };
  },
  slack: (both: BothHouse, email: string | null): Somebody => {
    const as = inSlack(both, 'anna', email);
    const user = slackEvents.aUser('anna');
    const send = (payload: slackEvents.Payload) => {
      const { type, body } = written(payload);
      return post(both, '/slack/events', () => ({ headers: { 'Content-Type': type, ...signed(body) }, body }));
    };
    const known = (name: string | null) =>
      anAccount(user.id, name ?? '', email ?? '', {
        name: '',
        profile: { real_name: name ?? '', ...(email === null ? {} : { email }) },
      });
    return {
      platform: 'slack',
      account: user.id,
      as,
      is: (name) => void both.slack.users.set(user.id, known(name)),
      nameArrives: (name) => send(slackEvents.anEvent({ type: 'user_change', user: known(name) })),
      say: as.say,
      send: (anonymous) => as.press('submit-dilemma', {}, { anonymous }),
    };
  },
} as const;

/** What somebody may call themselves, and what of it people see. */
const HOSTILE: readonly (readonly [what: string, name: string, shown: string])[] = [
  ['spaces', ' \t  ', NAMELESS.da],
  ['no letter', '--- 123 ---', NAMELESS.da],
  ['nothing that can be seen', '\u200b\u2060\u3164\ufeff', NAMELESS.da],
  ['an id', '00000000-0000-0000-0000-0000000000020', NAMELESS.da],
  ['an address', 'Anna.Holm@kommune.dk', 'Anna.Holm'],
  ['marks of direction', 'Anna \u202emloH\u202c\u2066 Holm\u2069', 'Anna mloH Holm'],
  ['control characters and lines', 'Anna\r\n\u0000Holm\u2028\u0007', 'Anna Holm'],
  ['HTML', '<b>Anna</b><img src=x>', '<b>Anna</b><img src=x>'],
  ['Markdown', '[Anna](https://evil.example)', '[Anna](https://evil.example)'],
  ['a lone surrogate', 'Anna \ud800Holm', 'Anna Holm'],
];

for (const [platform, somebodyIn] of Object.entries(IN)) {
  describe(`names in ${platform}`, () => {
    let both: BothHouse;
    const open = async (people: readonly Person[], email: string | null = 'anna@kommune.dk'): Promise<Somebody> => {
      both = await openBothHouse([...people, bo]);
      return somebodyIn(both, email);
    };
    afterEach(async () => {
      assert.deepEqual(both.faults, []);
      assert.deepEqual([both.connector.violations, both.slack.violations], [[], []]);
      await both.close();
    });
    const person = async ({ account }: Somebody): Promise<Person> =>
      (await both.setup.store.people.byAddress(platform as Platform, account)) ?? assert.fail('nobody');
    /** The platform is asked again by and by: after a day. */
    const aDayPasses = async (who: Somebody) => {
      const { _id, said } = await person(who);
      const here = said.filter(({ by }) => by === platform).map((one) => ({ ...one, at: NEVER }));
      await both.setup.store.people.unsay(_id, platform as Platform);
      await both.setup.store.people.say(_id, here);
    };
    const agentOn = async (): Promise<Party> => {
      const agent = (platform === 'teams' ? inTeams : inSlack)(both, 'bo', 'bo@kommune.dk');
      await agent.say('hej');
      return agent;
    };

    it('greet without one, and take the first that comes', async () => {
      const anna = await open([], null);
      anna.is(null);
      await anna.say('hej');
      assert.match(anna.as.chat().at(-1) ?? '', /^Hej$/m);
      assert.equal((await person(anna)).name, 'en kollega');
      await anna.nameArrives('Anna Holm');
      assert.equal((await person(anna)).name, 'Anna Holm');
      await anna.say('hej');
      assert.match(anna.as.chat().at(-1) ?? '', /^Hej Anna$/m);
    });

    it('stand as the beginning of the e-mail address until then', async () => {
      const anna = await open([], 'anna.holm@kommune.dk');
      anna.is(null);
      await anna.say('hej');
      assert.match(anna.as.chat().at(-1) ?? '', /^Hej Anna$/m);
      await anna.nameArrives('Anna Marie Holm');
      assert.equal((await person(anna)).name, 'Anna Marie Holm');
    });

    it('change when the platform says another, within a day', async () => {
      const anna = await open([]);
      anna.is('Anna Holm');
      await anna.say('hej');
      anna.is('Anna Krogh');
      await anna.say('hej');
      assert.equal((await person(anna)).name, 'Anna Holm', 'it is not asked at every message');
      await aDayPasses(anna);
      await anna.say('hej');
      assert.equal((await person(anna)).name, 'Anna Krogh');
    });

    it('are the list’s, until the platform says something new', async () => {
      const listed = aPerson('anna-in-the-list', { name: 'Anna Holm', email: 'anna@kommune.dk', imported: true });
      const anna = await open([{ ...listed, addresses: [] }]);
      anna.is(null);
      await anna.say('hej');
      assert.equal((await person(anna)).name, 'Anna Holm');
      await anna.nameArrives('anna holm (ekstern)');
      assert.equal((await person(anna)).name, 'Anna Holm', 'the first name from there is not a change');
      anna.is('Anna Krogh');
      await aDayPasses(anna);
      await anna.say('hej');
      assert.deepEqual([(await person(anna)).name, (await person(anna))._id], ['Anna Krogh', 'anna-in-the-list']);
    });

    for (const [what, name, shown] of HOSTILE) {
      it(`of ${what} are shown as plain words on one line, or not at all`, async () => {
        const anna = await open([], null);
        anna.is(name);
        const agent = await agentOn();
        await anna.say('hej');
        assert.equal((await person(anna)).name, shown);
        await anna.say(DILEMMA);
        await anna.send('no');
        await agent.press('accept-case');
        const read = agent
          .chat()
          .join('\n')
          .replace(/\u2060/gu, '');
        const asked = `${shown === NAMELESS.da ? 'En kollega' : shown} spurgte`;
        assert.ok(read.includes(asked), `the agent reads ${read}`);
      });
    }

    it('of five thousand characters are cut, never inside a character', async () => {
      const anna = await open([], null);
      anna.is(`A${'😀'.repeat(2500)}`);
      await anna.say('hej');
      const { name } = await person(anna);
      assert.deepEqual([name.length <= 100, !/\p{Cs}/u.test(name), name.startsWith('A😀')], [true, true, true]);
    });

    it('of before and of now stay out of what is sent without a name', async () => {
      const anna = await open([]);
      anna.is('Anna Holm');
      const agent = await agentOn();
      await anna.say(`${DILEMMA} Mvh. Anna Holm`);
      anna.is('Anna Krogh');
      await aDayPasses(anna);
      await anna.send('yes');
      assert.equal((await person(anna)).name, 'Anna Krogh');
      await agent.press('accept-case');
      assert.match(agent.received(), /naboerne/);
      const before = agent.received();
      anna.is('Anna Lind');
      await aDayPasses(anna);
      await anna.say('hej');
      assert.equal((await person(anna)).name, 'Anna Lind');
      assert.equal(agent.received(), before, 'a new name sends nothing to the agent');
      assert.doesNotMatch(before, /Holm|Krogh|Lind|Anna/);
    });

    it('stay on cards that were sent, until these are drawn anew', async () => {
      const anna = await open([]);
      anna.is('Anna Holm');
      const agent = await agentOn();
      await anna.say(DILEMMA);
      await anna.send('no');
      await agent.press('accept-case');
      anna.is('Anna Krogh');
      await aDayPasses(anna);
      await anna.say('hjælp');
      assert.match(agent.chat().join('\n'), /Anna Holm/);
      assert.doesNotMatch(agent.chat().join('\n'), /Anna Krogh/);
      await agent.press('reply', { text: 'Hvor mange er de?' });
      assert.match(agent.chat().at(-1) ?? '', /Anna Krogh/);
    });
  });
}
