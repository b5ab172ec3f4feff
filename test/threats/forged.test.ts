import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { type BothHouse, openBothHouse } from '../cross-platform/support/both-context.ts';
import * as slackEvents from '../slack/support/events.ts';
import { signed, written } from '../slack/support/sign.ts';
import { anAccount } from '../slack/support/slack-context.ts';
import { type Seeded, seeded } from '../support/fixtures/seeded.ts';
import { rawRequest } from '../support/processes/raw-request.ts';
import * as activities from '../teams/support/activities.ts';
import { APP_ID } from '../teams/support/names.ts';
import { anObject, aString, aValue } from './support/grammar.ts';

const TRIES = process.env.LONG === 'short' ? 150 : 1_500;
const anna = activities.aUser('anna');
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const printable = (text: string): string => text.replace(/[^\x21-\x7e]/g, '_').slice(0, 1_000);
const now = (): number => Math.floor(Date.now() / 1000);

/** A header for Teams that nobody signed for this. */
const forgedToken = (seed: Seeded, right: string): string => {
  const [head = '', claims = '', mark = ''] = right.replace('Bearer ', '').split('.');
  const payload = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  const changed = base64({ ...payload, [seed.pick(['aud', 'iss', 'serviceurl', 'exp', 'sub'])]: aValue(seed, 1) });
  const header = { alg: seed.pick(['RS256', 'HS256', 'none', 'ES256']), kid: seed.pick(['one', 'two', '__proto__']) };
  return seed.pick([
    '',
    'Bearer',
    `Basic ${mark}`,
    `Bearer ${printable(aString(seed))}`,
    `Bearer ${head}.${changed}.${mark}`,
    `Bearer ${base64(header)}.${claims}.${mark}`,
    `Bearer ${base64({ alg: 'none' })}.${claims}.`,
    `Bearer ${base64({ ...header, alg: 'HS256' })}.${claims}.${createHmac('sha256', APP_ID).update(claims).digest('base64url')}`,
    `Bearer ${head}.${claims}.${'A'.repeat(mark.length)}`,
    `Bearer ${head}.${claims}`,
    `Bearer ${head}.${claims}.${mark}.${mark}`,
    `Bearer ${base64({ alg: 'RS256', kid: anObject(seed) })}.${claims}.${mark}`,
    `Bearer ${base64({ alg: 'RS256', jku: 'https://evil.example/keys', kid: 'one' })}.${claims}.${mark}`,
  ]);
};

/** An activity with any of its parts replaced but its sender, whom Teams would not know. */
const oddActivity = (seed: Seeded, serviceUrl: string): object => {
  const whole: Record<string, unknown> = seed.chance(0.5)
    ? activities.aPress(anna, serviceUrl, 'm1', seed.pick(['reply', 'accept-case', 'say-word']), anObject(seed))
    : activities.aMessage(anna, serviceUrl, '');
  const parts = ['type', 'id', 'text', 'value', 'conversation', 'entities', 'attachments', 'locale', 'name'];
  return { ...whole, [seed.pick(parts)]: aValue(seed), [seed.pick(parts)]: aValue(seed), serviceUrl };
};

const oddPayload = (seed: Seeded): Record<string, unknown> => {
  const user = slackEvents.aUser('anna');
  const whole: Record<string, unknown> = seed.chance(0.5)
    ? slackEvents.aPress(user, slackEvents.newTs(), { action_id: 'reply', value: JSON.stringify(anObject(seed)) }, {})
    : slackEvents.aMessage(user, '');
  const parts = ['actions', 'event', 'message', 'view', 'state', 'channel', 'team', 'trigger_id'];
  return { ...whole, [seed.pick(parts)]: aValue(seed) };
};

const AT_ONCE = 50;
/** Whether a fault was thrown by bolt itself. */
const isBolts = (fault: unknown): boolean =>
  fault instanceof Error && /^\S[^\n]*\n\s+at [^\n]*@slack\/bolt/.test(fault.stack ?? '');

describe('forged requests', function () {
  this.timeout(15 * 60_000);
  let both: BothHouse;
  beforeEach(async () => {
    both = await openBothHouse([]);
  });
  afterEach(() => both.close());

  const nothingDone = async (): Promise<void> => {
    await both.drain();
    assert.deepEqual(await both.setup.store.people.all(), []);
    assert.deepEqual([both.connector.calls, both.slack.messages], [[], []]);
  };

  it(`in the name of Teams: ${TRIES} are 401, and nothing is done`, async () => {
    const seed = seeded(1);
    const { serviceUrl } = both.connector;
    const body = JSON.stringify(activities.aMessage(anna, serviceUrl, 'Hvordan får jeg naboerne med fra starten?'));
    const right = both.microsoft.sign({ serviceurl: serviceUrl });
    for (let i = 0; i < TRIES; i++) {
      const authorization = forgedToken(seed, right);
      const headers = { 'content-type': 'application/json', ...(authorization === '' ? {} : { authorization }) };
      const { status } = await rawRequest(both.url, { method: 'POST', path: '/api/messages', headers, body });
      // 431: more header than any client sends.
      assert.ok([401, 431].includes(status), `${status} ${authorization}`);
    }
    await nothingDone();
  });

  it(`in the name of Slack: ${TRIES} are 401, and nothing is done`, async () => {
    const seed = seeded(2);
    const payload = slackEvents.aMessage(slackEvents.aUser('anna'), 'Hvordan får jeg naboerne med fra starten?');
    const { type, body } = written(payload);
    for (let i = 0; i < TRIES; i++) {
      const right = signed(body);
      const forged = seed.pick<Record<string, string>>([
        {},
        { ...right, 'x-slack-signature': `v0=${printable(aString(seed))}` },
        {
          ...right,
          'x-slack-signature': right['x-slack-signature'].replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        },
        { ...right, 'x-slack-signature': right['x-slack-signature'].slice(0, -seed.below(60) - 1) },
        {
          ...right,
          'x-slack-request-timestamp': seed.pick(['', '-1', '1e9', 'NaN', String(now() + 1), String(now() - 400)]),
        },
        signed(`${body} `),
        signed(body, now() - 301 - seed.below(9_999)),
        signed(body, now(), printable(aString(seed)) || 'x'),
      ]);
      const headers = { 'content-type': type, ...forged };
      const { status } = await rawRequest(both.url, { method: 'POST', path: '/slack/events', headers, body });
      assert.equal(status, 401, JSON.stringify(forged));
    }
    await nothingDone();
  });

  it(`${TRIES} with a real signature and anything inside cause no fault of ours`, async () => {
    const seed = seeded(3);
    const { id, name, chat } = slackEvents.aUser('anna');
    both.slack.users.set(id, anAccount(id, name, 'anna@kommune.dk'));
    both.slack.chats.set(id, chat);
    both.connector.members.set(anna.id, { id: anna.id, name: 'Anna Prøve', email: 'anna@kommune.dk' });
    const { serviceUrl } = both.connector;
    const send = async (path: string, headers: Record<string, string>, body: string): Promise<void> => {
      const { status, text } = await rawRequest(both.url, { method: 'POST', path, headers, body });
      // Teams wants 501 for an invoke that nobody knows. bolt takes the shape of an event on trust, because Slack signs it.
      const isAskedFor = status === 501 || (status === 500 && both.faults.some(isBolts));
      if (status >= 500 && !isAskedFor) faults.push(`${path} ${status} ${text} ${body.slice(0, 2_000)}`);
    };
    const faults: string[] = [];
    // bolt waits three seconds before it says that it does not know an event.
    for (let i = 0; i < TRIES; i += AT_ONCE)
      await Promise.all(
        Array.from({ length: AT_ONCE }, () => {
          const slack = written(oddPayload(seed));
          const authorization = both.microsoft.sign({ serviceurl: serviceUrl });
          return Promise.all([
            send('/slack/events', { 'content-type': slack.type, ...signed(slack.body) }, slack.body),
            send(
              '/api/messages',
              { 'content-type': 'application/json', authorization },
              JSON.stringify(oddActivity(seed, serviceUrl)),
            ),
          ]);
        }),
      );
    assert.deepEqual(faults, []);
  });
});
