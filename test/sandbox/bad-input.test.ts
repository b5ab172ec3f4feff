import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { Verb } from '../../bot/commands.ts';
import { ANSWER, askAndAccept, askSomebody, DILEMMA, type Offered } from '../support/asking.ts';
import { rawRequest } from '../support/raw-request.ts';
import { actionsOf, type Answer, inSandbox, type Json, pressOf, type Sandbox } from '../support/sandbox.ts';

/** Whatever arrives: a clear sentence or a status, nothing lost, nothing changed, never 500 (design, section 8). */

/** A status of the design's, and a body that says why. */
const refuses = (answer: Pick<Answer, 'status' | 'json' | 'text'>, statuses: readonly number[], what: string): void => {
  assert.ok(statuses.includes(answer.status), `${what.slice(0, 200)} → ${answer.status} ${answer.text.slice(0, 200)}`);
  const { error } = answer.json as { error?: { code?: unknown; message?: unknown } };
  assert.equal(typeof error?.code, 'string', what.slice(0, 200));
  assert.ok(typeof error?.message === 'string' && error.message.length > 3, what.slice(0, 200));
};

/** Everybody and everything in everybody's chat. A refused press may draw its card anew, which gives it a new `seq`. */
const everything = async (sandbox: Sandbox): Promise<unknown> => {
  const people = await sandbox.people();
  const chatOf = async (id: string) => {
    const messages = await sandbox.messages(id);
    return messages.map(({ seq: _seq, at: _at, ...message }) => message).sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  return { people, chats: await Promise.all(people.map(({ id }) => chatOf(id))) };
};

const unchanged = async (sandbox: Sandbox, work: () => Promise<void>): Promise<void> => {
  const before = await everything(sandbox);
  await work();
  assert.deepEqual(await everything(sandbox), before);
};

/** `String.isWellFormed`, which the compiler does not know of yet. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const STRING = [7, true, {}, [], ['x'], null];
const ID = [...STRING, '', 'x'.repeat(1000)];
const CHOICE = ['nonsense', '__proto__', 7, true, {}, []];
const DATE = ['tomorrow', '2026-13-01', '2026-02-30', 7, true, {}, ['2026-12-01']];
/** What a person may leave out may also arrive as null or as nothing at all. */
const optional = (wrong: readonly unknown[]): readonly unknown[] => wrong.filter((value) => value !== null && value !== '');

type Field = { right: unknown; wrong: readonly unknown[] };
const text: Field = { right: 'Et par ord.', wrong: STRING };
const more: Field = { right: 'Et par ord.', wrong: optional(STRING) };
const draft: Field = { right: 'd-none', wrong: ID };
const ofCase: Field = { right: 'd-none', wrong: ID };
const choice = (right: string): Field => ({ right, wrong: [...CHOICE, null, ''] });
const perhaps = (right: string): Field => ({ right, wrong: CHOICE });
const date: Field = { right: '2026-12-01', wrong: DATE };
const rev: Field = { right: 3, wrong: ['x', -1, 1.5, true, {}, [], [3], Number.MAX_VALUE] };

const person: Field = { right: 'p-none', wrong: ID };
const must = (field: Field): Field => ({ ...field, wrong: [...field.wrong, null, ''] });
const several = (right: string): Field => ({ right, wrong: ['nonsense', `${right},nonsense`, 7, true, {}, ['nonsense'], null] });
const flag: Field = { right: 'yes', wrong: ['maybe', 7, {}, []] };
const days = { from: date, until: date, substitute: { right: 'p-none', wrong: optional(ID) } };

/** Every verb's fields, each with what it never takes. */
const FIELDS = {
  'send-to-case': { draft, case: ofCase },
  'submit-dilemma': {
    draft,
    anonymous: choice('no'),
    text: more,
    principle: perhaps('bygger-bro'),
    topic: perhaps('oekonomi'),
    today: { right: 'yes', wrong: ['maybe', 7, {}, []] },
  },
  'change-draft': { draft },
  'discard-draft': { draft },
  'share-with-all': { case: ofCase, share: choice('yes') },
  'accept-case': { case: ofCase, text: more },
  'decline-case': { case: ofCase, reason: choice('not-today'), until: date },
  'ask-back': { case: ofCase, text },
  reply: { case: ofCase, text },
  talk: {
    case: ofCase,
    start: { right: '2026-12-01T10:00:00Z', wrong: ['soon', '2026-12-01', 7, {}, []] },
    day: date,
    time: { right: '10:00', wrong: ['25:00', '10', 'noon', 7, {}, []] },
    minutes: { right: 30, wrong: ['long', 0, 4, 481, 30.5, -30, true, {}, [], [30]] },
    place: more,
  },
  'answer-case': {
    case: ofCase,
    text,
    outcome: choice('advice'),
    nextStep: more,
    nextStepDate: date,
    ground: more,
    alternative: more,
  },
  'accept-step': { case: ofCase, nextStepDate: date },
  'drop-step': { case: ofCase },
  'reveal-me': { case: ofCase },
  'rate-answer': { case: ofCase, helpful: choice('yes'), comment: more },
  thank: { case: ofCase, text },
  'close-case': { case: ofCase },
  'reopen-case': { case: ofCase, text },
  'withdraw-case': { case: ofCase },
  'ask-another': { case: ofCase },
  'show-case': { case: ofCase },
  'set-language': { language: choice('da') },
  'set-unit': { unit: more, otherUnit: more, case: { right: 'd-none', wrong: optional(ID) } },
  'set-profile': {
    principles: several('bygger-bro'),
    topics: several('oekonomi'),
    languages: several('da'),
    capacity: { right: 3, wrong: ['many', -1, 1.5, 1001, {}, [3]] },
    shown: flag,
    phone: more,
    place: more,
    whole: flag,
  },
  'set-absence': days,
  'end-absence': { from: must(date), until: must(date) },
  'show-admin': { part: choice('roles') },
  'find-colleague': { who: { right: 'Alma', wrong: STRING } },
  'show-colleague': { person },
  'give-role': { person, role: choice('hr') },
  'take-role': { person, role: choice('hr') },
  'set-colleague-absence': { person, ...days },
  'end-colleague-absence': { person, from: must(date), until: must(date) },
  'add-closed-day': { date },
  'remove-closed-day': { date },
  'mark-left': { person },
  'bring-back': { person },
} as const satisfies Record<Verb, Record<string, Field>>;

describe('the sandbox, given what it cannot use,', function () {
  this.timeout(120_000);

  const inConversation = (test: (sandbox: Sandbox, offered: Offered, url: string) => Promise<void>) =>
    inSandbox(async (sandbox, { url }) => test(sandbox, await askAndAccept(sandbox), url));

  it('answers every line with one friendly message, and makes no draft of what is no dilemma', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      const lines = ['', ' ', 'x', '?', '🎉', '🎉🎉👍🏽🇩🇰', '\u0000', '\ud800', '\n\n', 'x'.repeat(20_000), 'ord '.repeat(5_000), '<br>', 'sag 99999'];
      for (const line of lines) {
        const before = (await sandbox.messages(asker)).at(-1)?.seq ?? 0;
        await sandbox.say(asker, line);
        const news = await sandbox.messages(asker, before);
        assert.deepEqual(news.map(({ from }) => from), ['me', 'bot'], JSON.stringify(line.slice(0, 20)));
        assert.ok((news[1]?.text.length ?? 0) > 10);
        assert.deepEqual(actionsOf(news[1]?.card).filter(({ verb }) => verb === 'submit-dilemma'), [], JSON.stringify(line.slice(0, 20)));
      }
    }));

  it('keeps markup and mentions as plain words', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: '<b>Alma</b>', unit: '<script>' });
      const lines = [
        '<at>everyone</at> hvordan får jeg naboerne med på idéen om en park?',
        '<img src=x onerror=alert(1)> hvordan får jeg naboerne med på idéen?',
        '[klik her](javascript:alert(1)) hvordan får jeg naboerne med på idéen?',
        '<!channel> <@U123> hvordan får jeg naboerne med på idéen?',
        '{{DATE(2026-11-24)}} ${7*7} hvordan får jeg naboerne med på idéen?',
      ];
      for (const line of lines) {
        await sandbox.say(asker, line);
        const [own, preview] = (await sandbox.messages(asker)).slice(-2);
        assert.equal(own?.text, line);
        assert.ok(preview?.text.includes('naboerne med på idéen'), preview?.text);
        assert.ok(preview && actionsOf(preview.card).some(({ verb }) => verb === 'submit-dilemma'));
      }
    }));

  it('takes 4,000 characters and asks to shorten 4,001', () =>
    inConversation(async (sandbox, { asker, agent }) => {
      const long = (most: number) => 'et ord '.repeat(1000).slice(0, most - 1).concat('.');
      await sandbox.say(asker, long(4_000));
      assert.notEqual(await sandbox.find(asker, 'submit-dilemma'), null);
      const other = await sandbox.addPerson({ name: 'Mads Spørger', unit: 'Skole' });
      await sandbox.say(other, long(4_001));
      assert.equal(await sandbox.find(other, 'submit-dilemma'), null);
      const button = await sandbox.button(agent, 'ask-back');
      refuses(await sandbox.call('POST', '/sandbox/actions', pressOf(button, { text: long(4_001) })), [409], 'too long');
      await sandbox.press(pressOf(button, { text: long(4_000) }));
    }));

  it('answers 400 to a wrong type in every field of every verb', () =>
    inConversation(async (sandbox, { agent, offer }) => {
      const [message] = await sandbox.messages(agent);
      assert.ok(message && message.id === offer.message.id);
      let asked = 0;
      await unchanged(sandbox, async () => {
        for (const [verb, fields] of Object.entries(FIELDS)) {
          const right = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, (field as Field).right]));
          for (const [name, { wrong }] of Object.entries<Field>({ ...fields, rev })) {
            for (const value of wrong) {
              const body = { person: agent, message: message.id, verb, data: { ...right, [name]: value } };
              refuses(await sandbox.call('POST', '/sandbox/actions', body), [400], `${verb} ${name}=${JSON.stringify(value)}`);
              asked++;
            }
          }
        }
      });
      assert.ok(asked > 300, String(asked));
    }));

  it('answers 400 or 404 to a wrong type in every field of every endpoint', () =>
    inConversation(async (sandbox, { agent, offer }) => {
      const person = { name: 'Nina Ny', unit: 'Skole', profession: 'Lærer', manager: agent, roles: ['hr'], agent: { principles: ['bygger-bro'], topics: ['oekonomi'], capacity: 3 } };
      const named = [...STRING, '', ' ', 'x'.repeat(101)];
      const list = [7, true, {}, 'x', ['x'], [7], [null], null];
      const cases: [path: string, right: Json, name: string, wrong: readonly unknown[]][] = [
        ['/sandbox/people', person, 'name', named],
        ['/sandbox/people', person, 'unit', named],
        ['/sandbox/people', person, 'profession', named],
        ['/sandbox/people', person, 'manager', [...ID, 'nobody', '__proto__']],
        ['/sandbox/people', person, 'roles', list],
        ['/sandbox/people', person, 'agent', [7, true, 'x', [], null]],
        ...(['principles', 'topics'] as const).map((name): [string, Json, string, unknown[]] => [
          '/sandbox/people',
          person,
          'agent',
          list.map((value) => ({ ...person.agent, [name]: value })),
        ]),
        ['/sandbox/people', person, 'agent', ['3', -1, 1.5, 1001, true, {}, [], null].map((capacity) => ({ capacity }))],
        ['/sandbox/messages', { person: agent, text: 'hej' }, 'person', [...ID, 'nobody', '__proto__']],
        ['/sandbox/messages', { person: agent, text: 'hej' }, 'text', [...STRING, undefined]],
        ['/sandbox/actions', pressOf(offer), 'person', [...ID, 'nobody', '__proto__', undefined]],
        ['/sandbox/actions', pressOf(offer), 'message', [...ID, 'nothing', '__proto__', undefined]],
        ['/sandbox/actions', pressOf(offer), 'verb', [...ID, 'nothing', undefined]],
        ['/sandbox/actions', pressOf(offer), 'data', [7, true, 'x', [], null]],
        ['/sandbox/clock', {}, 'now', [...STRING, '', 'yesterday', '2026-13-01', '1999-12-31', '2101-01-01T00:00:00Z', '+275760-09-13']],
        ['/sandbox/clock', {}, 'advance', [...STRING, '', '2 hours', 'P1000Y', 'PT1E9H']],
      ];
      await unchanged(sandbox, async () => {
        for (const [path, right, name, wrong] of cases) {
          for (const value of wrong) {
            const answer = await sandbox.call('POST', path, { ...right, [name]: value });
            refuses(answer, [400, 404], `${path} ${name}=${JSON.stringify(value)}`);
          }
        }
        for (const body of [{}, [], null, 7, 'x', { now: '2026-11-24T09:00:00Z', advance: 'PT1H' }]) {
          for (const path of ['/sandbox/people', '/sandbox/messages', '/sandbox/actions', '/sandbox/clock']) {
            refuses(await sandbox.call('POST', path, body), [400], `${path} ${JSON.stringify(body)}`);
          }
        }
        for (const query of ['', 'after=0', 'person=', `person=${agent}&after=x`, `person=${agent}&after=-1`, `person=${agent}&after=1.5`, `person=${agent}&after=1e400`]) {
          refuses(await sandbox.call('GET', `/sandbox/messages?${query}`), [400, 404], query);
        }
        for (const nobody of ['nobody', '__proto__', 'constructor', '%00', '%F0%9F%8E%89', "'; DROP TABLE people; --"]) {
          refuses(await sandbox.call('GET', `/sandbox/messages?person=${nobody}&after=0`), [400, 404], nobody);
        }
      });
      await sandbox.pressNewest(agent, 'answer-case', ANSWER);
    }));

  it('answers 400 to verbs that are none, and 404 to jobs that are none', () =>
    inConversation(async (sandbox, { agent, offer }) => {
      await unchanged(sandbox, async () => {
        for (const name of ['nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'REPLY', ' reply', 'reply.text', 'reply\n', '🎉']) {
          refuses(await sandbox.call('POST', '/sandbox/actions', { ...pressOf(offer), verb: name }), [400], name);
          refuses(await sandbox.call('POST', `/sandbox/jobs/${encodeURIComponent(name)}`), [404], name);
        }
        assert.equal(agent, offer.person);
      });
    }));

  it('refuses another person’s card, a forged case and a forged message', () =>
    inConversation(async (sandbox, { asker, agent, id, offer }) => {
      const stranger = await sandbox.addPerson({ name: 'Mads Fremmed', unit: 'Skole' });
      await sandbox.say(stranger, DILEMMA);
      const own = await sandbox.button(stranger, 'submit-dilemma');
      await unchanged(sandbox, async () => {
        refuses(await sandbox.call('POST', '/sandbox/actions', { ...pressOf(offer), person: stranger }), [404], 'another’s message');
        refuses(await sandbox.call('POST', '/sandbox/actions', { ...pressOf(own), person: agent }), [404], 'another’s draft');
        for (const forged of [id, 'd-none', '__proto__', 'constructor', '*', '$ne', 'd'.repeat(80)]) {
          for (const verb of ['reply', 'withdraw-case', 'show-case', 'accept-case', 'rate-answer', 'reveal-me']) {
            const data = { case: forged, text: 'Lad mig se.', helpful: 'yes' };
            const answer = await sandbox.call('POST', '/sandbox/actions', { ...pressOf(own), verb, data });
            refuses(answer, [404, 409], `${verb} ${forged}`);
          }
        }
        const theirs = { ...pressOf(own), verb: 'send-to-case', data: { draft: own.action.data.draft, case: id } };
        refuses(await sandbox.call('POST', '/sandbox/actions', theirs), [404, 409], 'a draft into another’s case');
        const ownLine = (await sandbox.messages(stranger)).find(({ from }) => from === 'me');
        refuses(await sandbox.call('POST', '/sandbox/actions', { ...pressOf(own), message: ownLine?.id }), [404], 'a press on one’s own line');
      });
      await sandbox.press(pressOf(own, { anonymous: 'no' }));
      assert.ok(!(await sandbox.read(asker)).includes('Lad mig se.'));
    }));

  it('lets nobody press what is the other side’s', () =>
    inConversation(async (sandbox, { asker, agent, id }) => {
      const askerCard = await sandbox.button(asker, 'reply');
      const agentCard = await sandbox.button(agent, 'reply');
      await unchanged(sandbox, async () => {
        for (const [card, verb, fields] of [
          [askerCard, 'answer-case', ANSWER],
          [askerCard, 'accept-case', {}],
          [askerCard, 'decline-case', { reason: 'too-close' }],
          [askerCard, 'ask-back', { text: 'Hvad nu?' }],
          [agentCard, 'rate-answer', { helpful: 'yes' }],
          [agentCard, 'withdraw-case', {}],
          [agentCard, 'reopen-case', { text: 'Igen.' }],
          [agentCard, 'share-with-all', { share: 'yes' }],
          [agentCard, 'reveal-me', {}],
          [agentCard, 'thank', { text: 'Tak.' }],
        ] as const) {
          const answer = await sandbox.call('POST', '/sandbox/actions', { ...pressOf(card), verb, data: { case: id, ...fields } });
          refuses(answer, [409], verb);
        }
      });
    }));

  it('takes empty words for no words', () =>
    inConversation(async (sandbox, { agent }) => {
      const button = await sandbox.button(agent, 'ask-back');
      await unchanged(sandbox, async () => {
        for (const nothing of ['', ' ', '\n\t', '\u0000']) {
          refuses(await sandbox.call('POST', '/sandbox/actions', pressOf(button, { text: nothing })), [409], JSON.stringify(nothing));
        }
      });
    }));

  it('answers 413 above one mebibyte, wherever it is sent, and takes what is below', () =>
    inConversation(async (sandbox, { asker }, url) => {
      const headers = { 'content-type': 'application/json' };
      const exactly = (bytes: number) => {
        const [head, tail] = [`{"person":"${asker}","text":"`, '"}'];
        return `${head}${'x'.repeat(bytes - head.length - tail.length)}${tail}`;
      };
      await unchanged(sandbox, async () => {
        for (const path of ['/sandbox/people', '/sandbox/messages', '/sandbox/actions', '/sandbox/clock']) {
          for (const bytes of [1024 * 1024 + 1, 5_000_000]) {
            refuses(await rawRequest(url, { method: 'POST', path, headers, body: exactly(bytes) }), [413], `${path} ${bytes}`);
          }
        }
      });
      const most = await rawRequest(url, { method: 'POST', path: '/sandbox/messages', headers, body: exactly(1024 * 1024) });
      assert.equal(most.status, 202);
    }));

  it('answers 400 to what is no JSON, however deep', () =>
    inConversation(async (sandbox, { asker }, url) => {
      const post = (path: string, body: string | Uint8Array) =>
        rawRequest(url, { method: 'POST', path, headers: { 'content-type': 'application/json' }, body });
      await unchanged(sandbox, async () => {
        const broken = ['', '{', '}', 'x', "{'person':1}", '{"person":', '[', '"', 'NaN', 'undefined', '\u0000', '[1,]', '{}{}'];
        const deep = ['['.repeat(200_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`, `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`];
        for (const body of [...broken, ...deep, Buffer.from([0xff, 0xfe, 0x00]), Buffer.from([0x7b, 0xc3, 0x28, 0x7d])]) {
          for (const path of ['/sandbox/people', '/sandbox/messages', '/sandbox/actions', '/sandbox/clock']) {
            refuses(await post(path, body), [400], `${path} ${String(body).slice(0, 30)}`);
          }
        }
        const nested = `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`;
        const inData = `{"person":"${asker}","message":"m","verb":"reply","data":${nested}}`;
        refuses(await post('/sandbox/actions', inData), [400, 404], 'deep data');
      });
    }));

  it('stores half surrogate pairs and NUL as something that every store takes', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Al\u0000ma \ud83d', unit: 'Skole\udc00' });
      assert.ok(isWellFormed((await sandbox.people()).find(({ id }) => id === asker)?.name ?? '\ud800'));
      await sandbox.say(asker, `${DILEMMA} \ud83c\udf89 \ud800 \udc00\ud800 \u0000 slut`);
      await sandbox.pressNewest(asker, 'submit-dilemma', { anonymous: 'no' });
      const all = await sandbox.read(asker);
      assert.ok(isWellFormed(all) && !all.includes('\u0000') && all.includes('🎉'), all);
    }));

  it('lets no key reach a prototype', () =>
    inConversation(async (sandbox, { asker, id }, url) => {
      const post = (path: string, body: string) =>
        rawRequest(url, { method: 'POST', path, headers: { 'content-type': 'application/json' }, body });
      const card = await sandbox.button(asker, 'reply');
      const polluted = '{"isAdmin":true,"text":"fra prototypen","roles":["admin"],"kind":"case"}';
      await unchanged(sandbox, async () => {
        const data = `{"case":"${id}","__proto__":${polluted},"reply.__proto__":${polluted},"constructor":{"prototype":${polluted}}}`;
        const body = `{"person":"${asker}","message":"${card.message.id}","verb":"reply","data":${data},"__proto__":${polluted}}`;
        refuses(await post('/sandbox/actions', body), [400, 409], 'text from a prototype');
        refuses(await post('/sandbox/messages', `{"__proto__":{"person":"${asker}","text":"hej"}}`), [400], 'a body from a prototype');
        refuses(await post('/sandbox/people', `{"__proto__":{"name":"Eva","unit":"Skole"}}`), [400], 'a person from a prototype');
      });
      const nina = JSON.parse((await post('/sandbox/people', `{"name":"Nina","unit":"Skole","__proto__":${polluted}}`)).text).id;
      assert.deepEqual((await sandbox.people()).find((person) => person.id === nina)?.roles, []);
    }));

  it('answers on localhost only: 403 to another Host and to a foreign Origin', () =>
    inConversation(async (sandbox, { asker }, url) => {
      const { port } = new URL(url);
      const paths = ['/', '/healthz', '/readyz', '/sandbox/people', '/sandbox/stream', `/sandbox/messages?person=${asker}&after=0`, '/files/x.ics', '/nothing'];
      const hosts = ['example.com', `example.com:${port}`, 'localhost.example.com', '127.0.0.1.example.com', 'localhost.', '0.0.0.0', '[::1]', '10.0.0.1', 'localhost example.com', '%'];
      const origins = ['http://example.com', 'https://localhost.example.com', 'null', 'file://', 'http://127.0.0.1.example.com:1', 'x'];
      await unchanged(sandbox, async () => {
        for (const path of paths) {
          for (const host of hosts) refuses(await rawRequest(url, { path, headers: { host } }), [403], `${path} Host ${host}`);
          for (const origin of origins) refuses(await rawRequest(url, { path, headers: { origin } }), [403], `${path} Origin ${origin}`);
        }
        const body = JSON.stringify({ person: asker, text: DILEMMA });
        for (const headers of [{ origin: 'http://example.com' }, { host: 'example.com' }]) {
          refuses(await rawRequest(url, { method: 'POST', path: '/sandbox/messages', headers, body }), [403], body);
        }
      });
      for (const host of ['localhost', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port}`, 'LOCALHOST']) {
        assert.equal((await rawRequest(url, { path: '/healthz', headers: { host, origin: `http://localhost:${port}` } })).status, 200, host);
      }
    }));

  it('answers 404 to unknown routes and 404 or 405 to wrong methods, and reads no file outside its page', () =>
    inConversation(async (sandbox, _offered, url) => {
      await unchanged(sandbox, async () => {
        for (const path of [
          ...['/nothing', '/sandbox', '/sandbox/', '/sandbox/nothing', '/api/messages', '/slack/events', '/metrics', '/files/', '/favicon.ico'],
          ...['/sandbox/page/../../../package.json', '/sandbox/page/%2e%2e/%2e%2e/%2e%2e/package.json', '/sandbox/page/..%2f..%2fapi.ts'],
          ...['/sandbox/page/', '/sandbox/page/nothing.js', '/sandbox/page/page.js%00', '//sandbox/people', '/%', '/%ff', '/sandbox/jobs/'],
        ]) {
          const answer = await rawRequest(url, { path });
          assert.ok([400, 404, 405].includes(answer.status), `${path} → ${answer.status}`);
          assert.ok(!answer.text.includes('"dependencies"') && !/ at .*\.(ts|js):\d/.test(answer.text), path);
        }
        for (const [path, methods] of [
          ['/sandbox/people', ['PUT', 'DELETE', 'PATCH']],
          ['/sandbox/messages', ['PUT', 'DELETE', 'PATCH']],
          ['/sandbox/actions', ['GET', 'PUT', 'DELETE']],
          ['/sandbox/clock', ['PUT', 'DELETE']],
          ['/sandbox/jobs/offers', ['GET', 'PUT', 'DELETE']],
          ['/healthz', ['POST', 'DELETE']],
          ['/', ['POST', 'PUT']],
        ] as const) {
          for (const method of methods) {
            const { status } = await rawRequest(url, { method, path, body: '{}' });
            assert.ok([404, 405].includes(status), `${method} ${path} → ${status}`);
          }
        }
        for (const method of ['HEAD', 'OPTIONS', 'TRACE']) {
          const { status } = await rawRequest(url, { method, path: '/sandbox/people' });
          assert.ok(status < 500, `${method} → ${status}`);
        }
      });
    }));

  it('lives on when a caller hangs up in the middle, or speaks no HTTP', () =>
    inConversation(async (sandbox, { asker }, url) => {
      const { port } = new URL(url);
      const half = (bytes: string) =>
        new Promise<void>((over) => {
          const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes, () => setTimeout(() => socket.destroy(), 50)));
          socket.on('error', () => undefined);
          socket.on('close', () => over());
          socket.resume();
        });
      await unchanged(sandbox, async () => {
        await half('POST /sandbox/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"person":');
        await half('POST /sandbox/messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"per\r\n');
        await half('GET /sandbox/stream HTTP/1.1\r\nHost: localhost\r\n\r\n');
        await half('\u0016\u0003\u0001 hej');
        await half('GET / HTTP/9.9\r\n\r\n');
      });
      await sandbox.say(asker, 'mine sager');
      await sandbox.expect(200, 'GET', '/healthz');
    }));

  it('keeps every refusal in the language of its reader', () =>
    inSandbox(async (sandbox) => {
      const { agent } = await askSomebody(sandbox);
      const card = await sandbox.button(agent, 'accept-case');
      const sentence = async () => {
        const answer = await sandbox.call('POST', '/sandbox/actions', { ...pressOf(card), verb: 'rate-answer', data: { ...card.action.data, helpful: 'yes' } });
        refuses(answer, [409], 'rate-answer');
        return (answer.json as { error: { message: string } }).error.message;
      };
      const danish = await sentence();
      await sandbox.press({ ...pressOf(card), verb: 'set-language', data: { language: 'en' } });
      assert.notEqual(await sentence(), danish);
    }));
});
