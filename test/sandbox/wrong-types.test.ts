import assert from 'node:assert/strict';
import type { Verb } from '../../bot/commands.ts';
import { assertRefused, assertUnchanged } from '../support/assertions/assert-refused.ts';
import { ANSWER } from '../support/fixtures/sandbox-cases.ts';
import { type Json, pressOf } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

const STRING = [7, true, {}, [], ['x'], null];
const ID = [...STRING, '', 'x'.repeat(1000)];
const SOMEBODY = [...STRING, 'x'.repeat(1000)];
const CHOICE = ['nonsense', '__proto__', 7, true, {}, []];
const DATE = [7, true, {}, ['2026-12-01']];
/** A text, but none that says a day or a time. */
const UNREADABLE = ['soon', '2026-13-01', '2026-02-30', '25:00', 'x'.repeat(1000)];
/** Optional fields may also arrive as null or undefined. */
const optional = (wrong: readonly unknown[]): readonly unknown[] =>
  wrong.filter((value) => value !== null && value !== '');

/** `unreadable`: texts that are refused on the field, in words. */
type Field = { right: unknown; wrong: readonly unknown[]; unreadable?: readonly string[] };
const text: Field = { right: 'Et par ord.', wrong: STRING };
const more: Field = { right: 'Et par ord.', wrong: optional(STRING) };
const draft: Field = { right: 'd-none', wrong: ID };
const ofCase: Field = { right: 'd-none', wrong: ID };
const choice = (right: string): Field => ({ right, wrong: [...CHOICE, null, ''] });
const perhaps = (right: string): Field => ({ right, wrong: CHOICE });
const date: Field = { right: '2026-12-01', wrong: DATE, unreadable: UNREADABLE };
const time: Field = { right: '10:00', wrong: [7, {}, []], unreadable: UNREADABLE };
const rev: Field = { right: 3, wrong: ['x', -1, 1.5, true, {}, [], [3], Number.MAX_VALUE] };

const person: Field = { right: 'p-none', wrong: ID };
const must = (field: Field): Field => ({ ...field, wrong: [...field.wrong, null] });
const several = (right: string): Field => ({
  right,
  wrong: ['nonsense', `${right},nonsense`, 7, true, {}, ['nonsense'], null],
});
const nudge: Field = { right: 'n-none', wrong: ID };
const maybeNudge: Field = { right: 'n-none', wrong: optional(ID) };
const week: Field = { right: '2026-W50', wrong: ['soon', '2026', 7, true, {}, []] };
const maybeText: Field = { right: 'lf-tael-til-tre', wrong: optional(ID) };
const moment: Field = { right: '2026-12-01T10:00:00Z', wrong: [7, {}, []], unreadable: UNREADABLE };
const exactMoment: Field = { right: '2026-12-01T10:00:00Z', wrong: ['soon', '2026-12-01', 7, {}, [], ''] };
const flag: Field = { right: 'yes', wrong: ['maybe', 7, {}, []] };
const days = { from: date, until: date, substitute: { right: 'p-none', wrong: optional(ID) } };

const talk = {
  start: moment,
  day: date,
  time,
  minutes: { right: 30, wrong: [0, 4, 481, 30.5, -30, true, {}, [], [30]], unreadable: ['long', '4', '481'] },
  place: more,
} satisfies Record<string, Field>;

/** Every verb's fields, each with values it never accepts. */
const FIELDS = {
  'send-to-case': { draft, case: ofCase },
  'new-dilemma': { draft },
  'accept-talk': { case: ofCase },
  'cancel-talk': { case: ofCase },
  'submit-dilemma': {
    draft,
    anonymous: choice('no'),
    text: more,
    principle: perhaps('bygger-bro'),
    topic: perhaps('oekonomi'),
    today: { right: 'yes', wrong: ['maybe', 7, {}, []] },
    notTo: { right: 'p-none', wrong: [7, true, {}, [7], [[]], [null], ['']] },
    keepMine: { right: 'yes', wrong: ['maybe', 7, {}, []] },
  },
  'name-principle': { draft, principle: choice('bygger-bro') },
  'change-draft': { draft },
  'discard-draft': { draft },
  'share-with-all': { case: ofCase, share: choice('yes') },
  'accept-case': { case: ofCase, text: more },
  'decline-case': { case: ofCase, reason: choice('not-today'), until: date },
  'correct-answer': { case: ofCase, text },
  'correct-labels': { case: ofCase, principle: choice('tydelig-ramme'), topic: choice('oekonomi') },
  'give-back': { case: ofCase, reason: choice('not-today') },
  'hand-over': { case: ofCase, agent: { right: 'p-none', wrong: SOMEBODY }, reason: text },
  'answer-hand-over': { case: ofCase, show: choice('all') },
  'invite-co-agent': { case: ofCase, agent: { right: 'p-none', wrong: SOMEBODY } },
  'answer-invitation': { case: ofCase, show: choice('all') },
  'accept-co-agent': { case: ofCase },
  'decline-co-agent': { case: ofCase },
  'note-to-agent': { case: ofCase, text },
  'ask-back': { case: ofCase, text },
  reply: { case: ofCase, text },
  talk: { case: ofCase, ...talk },
  'request-introduction': {
    case: ofCase,
    person: { right: 'p-none', wrong: SOMEBODY },
    name: { right: 'p-none', wrong: optional(SOMEBODY) },
    text,
  },
  'accept-introduction': { case: ofCase },
  'decline-introduction': { case: ofCase },
  'answer-case': {
    case: ofCase,
    text,
    outcome: choice('advice'),
    nextStep: more,
    nextStepDate: date,
    owner: perhaps('both'),
    ground: more,
    alternative: more,
    trial: more,
    trialUntil: date,
    trialSign: more,
    ...talk,
  },
  'accept-step': { case: ofCase, which: perhaps('own'), nextStepDate: date },
  'own-step': { case: ofCase, nextStep: text, nextStepDate: date },
  'drop-step': { case: ofCase, which: perhaps('own') },
  'reveal-me': { case: ofCase },
  'follow-up': { case: ofCase, kept: choice('yes'), text: more, next: perhaps('adjust'), story: perhaps('no') },
  'story-helped': { draft, story: { right: 's-none', wrong: ID } },
  'meet-teller': { draft, story: { right: 's-none', wrong: ID }, text },
  'accept-meeting': { story: { right: 's-none', wrong: ID }, meeting: { right: 'm-none', wrong: optional(ID) } },
  'decline-meeting': { story: { right: 's-none', wrong: ID }, meeting: { right: 'm-none', wrong: optional(ID) } },
  'edit-story': { case: ofCase, text, story: { right: 's-none', wrong: optional(ID) } },
  'approve-story': { case: ofCase, approve: choice('no'), story: { right: 's-none', wrong: optional(ID) } },
  'withdraw-story': { story: { right: 's-none', wrong: ID }, reason: more },
  'more-stories': { story: { right: 's-none', wrong: ID }, week: choice('2026-W48') },
  'show-story': { story: { right: 's-none', wrong: ID } },
  'rate-answer': { case: ofCase, helpful: choice('yes'), comment: more },
  thank: { case: ofCase, text },
  'close-case': { case: ofCase },
  'reopen-case': { case: ofCase, text },
  'withdraw-case': { case: ofCase },
  'ask-another': { case: ofCase },
  'show-case': { case: ofCase },
  'set-language': { language: choice('da') },
  'confirm-link': { link: { right: 'l-none', wrong: ID } },
  'refuse-link': { link: { right: 'l-none', wrong: ID } },
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
  'say-word': { word: choice('help') },
  'drop-principle': { principle: choice('tydelig-ramme') },
  'keep-principle': { principle: choice('tydelig-ramme') },
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
  'forget-colleague': { person },
  'forget-me': { asked: must(exactMoment) },
  'nudge-will-try': { nudge },
  'nudge-tried': { nudge, text: more },
  'nudge-another': { nudge },
  'nudge-spar': { nudge },
  'answer-quarterly': { nudge, when: choice('week') },
  'set-rhythm': { nudge: maybeNudge, rhythm: choice('weekly') },
  'pause-nudges': { nudge: maybeNudge, until: date },
  'stop-nudges': { nudge: maybeNudge },
  'resume-nudges': { nudge: maybeNudge },
  'show-nudges': {},
  'set-nudge-time': { weekday: perhaps('wed'), hour: time },
  'swap-nudge': { week, text: maybeText, by: maybeText },
  'cancel-nudge': { week },
  'send-to-me': { week, text: { ...maybeText, wrong: optional(STRING) } },
  'pause-run': { week },
  'resume-run': { week },
  'resend-run': { week },
  'take-out-words': {
    number: { right: '42', wrong: [-1, 1.5, true, {}, [], null] },
    words: { right: 'Jensen', wrong: [7, true, {}, [], 'x'.repeat(1000)] },
    just: choice('look'),
  },
  'show-access-log': { from: { right: 0, wrong: ['x', -1, 1.5, 1001, true, {}, []] } },
  'show-run': { week, from: { right: 0, wrong: ['x', -1.5, true, {}, []] } },
} as const satisfies Record<Verb, Record<string, Field>>;

describe('the sandbox, given a wrong type,', function () {
  this.timeout(120_000);
  const { inConversation } = useSharedSandbox();

  it('answers 400 to a wrong type in every field of every verb', () =>
    inConversation(async (sandbox, { agent, offer }) => {
      const [message] = await sandbox.messages(agent);
      assert.ok(message && message.id === offer.message.id);
      let asked = 0;
      await assertUnchanged(sandbox, async () => {
        for (const [verb, fields] of Object.entries(FIELDS)) {
          const right = Object.fromEntries(
            Object.entries(fields).map(([name, field]) => [name, (field as Field).right]),
          );
          for (const [name, { wrong, unreadable = [] }] of Object.entries<Field>({ ...fields, rev })) {
            for (const value of unreadable) {
              const body = { person: agent, message: message.id, verb, data: { ...right, [name]: value } };
              const { status, json } = await sandbox.call('POST', '/sandbox/actions', body);
              const { code, field } = (json as { error: { code: string; field: string } }).error;
              assert.deepEqual([status, field], [409, name], `${verb} ${name}=${value}`);
              assert.match(code, /unreadable/);
            }
            for (const value of wrong) {
              const body = { person: agent, message: message.id, verb, data: { ...right, [name]: value } };
              assertRefused(
                await sandbox.call('POST', '/sandbox/actions', body),
                [400],
                `${verb} ${name}=${JSON.stringify(value)}`,
              );
              asked++;
            }
          }
        }
      });
      assert.ok(asked > 300, String(asked));
    }));

  it('answers 400 or 404 to a wrong type in every field of every endpoint', () =>
    inConversation(async (sandbox, { agent, offer }) => {
      const person = {
        name: 'Nina Ny',
        unit: 'Skole',
        profession: 'Lærer',
        manager: agent,
        roles: ['hr'],
        agent: { principles: ['bygger-bro'], topics: ['oekonomi'], capacity: 3 },
      };
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
        [
          '/sandbox/people',
          person,
          'agent',
          ['3', -1, 1.5, 1001, true, {}, [], null].map((capacity) => ({ capacity })),
        ],
        ['/sandbox/messages', { person: agent, text: 'hej' }, 'person', [...ID, 'nobody', '__proto__']],
        ['/sandbox/messages', { person: agent, text: 'hej' }, 'text', [...STRING, undefined]],
        ['/sandbox/actions', pressOf(offer), 'person', [...ID, 'nobody', '__proto__', undefined]],
        ['/sandbox/actions', pressOf(offer), 'message', [...ID, 'nothing', '__proto__', undefined]],
        ['/sandbox/actions', pressOf(offer), 'verb', [...ID, 'nothing', undefined]],
        ['/sandbox/actions', pressOf(offer), 'data', [7, true, 'x', [], null]],
        [
          '/sandbox/clock',
          {},
          'now',
          [...STRING, '', 'yesterday', '2026-13-01', '1999-12-31', '2101-01-01T00:00:00Z', '+275760-09-13'],
        ],
        ['/sandbox/clock', {}, 'advance', [...STRING, '', '2 hours', 'P1000Y', 'PT1E9H']],
      ];
      await assertUnchanged(sandbox, async () => {
        for (const [path, right, name, wrong] of cases) {
          for (const value of wrong) {
            const answer = await sandbox.call('POST', path, { ...right, [name]: value });
            assertRefused(answer, [400, 404], `${path} ${name}=${JSON.stringify(value)}`);
          }
        }
        for (const body of [{}, [], null, 7, 'x', { now: '2026-11-24T09:00:00Z', advance: 'PT1H' }]) {
          for (const path of ['/sandbox/people', '/sandbox/messages', '/sandbox/actions', '/sandbox/clock']) {
            assertRefused(await sandbox.call('POST', path, body), [400], `${path} ${JSON.stringify(body)}`);
          }
        }
        for (const query of [
          '',
          'after=0',
          'person=',
          `person=${agent}&after=x`,
          `person=${agent}&after=-1`,
          `person=${agent}&after=1.5`,
          `person=${agent}&after=1e400`,
        ]) {
          assertRefused(await sandbox.call('GET', `/sandbox/messages?${query}`), [400, 404], query);
        }
        for (const nobody of [
          'nobody',
          '__proto__',
          'constructor',
          '%00',
          '%F0%9F%8E%89',
          "'; DROP TABLE people; --",
        ]) {
          assertRefused(await sandbox.call('GET', `/sandbox/messages?person=${nobody}&after=0`), [400, 404], nobody);
        }
      });
      await sandbox.pressNewest(agent, 'answer-case', ANSWER);
    }));

  it('answers 400 to unknown verbs, and 404 to unknown jobs', () =>
    inConversation(async (sandbox, { agent, offer }) => {
      await assertUnchanged(sandbox, async () => {
        for (const name of [
          'nothing',
          '__proto__',
          'constructor',
          'toString',
          'hasOwnProperty',
          'REPLY',
          ' reply',
          'reply.text',
          'reply\n',
          '🎉',
        ]) {
          assertRefused(await sandbox.call('POST', '/sandbox/actions', { ...pressOf(offer), verb: name }), [400], name);
          assertRefused(await sandbox.call('POST', `/sandbox/jobs/${encodeURIComponent(name)}`), [404], name);
        }
        assert.equal(agent, offer.person);
      });
    }));
});
