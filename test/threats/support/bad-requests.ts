import { ACTIONS } from '../../../bot/commands.ts';
import { FIELDS } from '../../support/fixtures/free-texts.ts';
import type { Seeded } from '../../support/fixtures/seeded.ts';
import type { RawRequest } from '../../support/processes/raw-request.ts';
import { anObject, aString, aValue, brokenJson } from './grammar.ts';

/** What an attacker in the sandbox knows: people, their newest message, and other people's cases. */
export type Known = { people: readonly { id: string; message: string }[]; cases: readonly string[] };

export type BadRequest = RawRequest & {
  what: string;
  /** A page or list that anybody may read, so it may be answered with 200. */
  mayRead?: true;
};

const VERBS = Object.keys(ACTIONS);
const JOBS = ['offers', 'follow-up', 'weekly-nudge', 'rollups', 'digest', 'retention'] as const;
const POSTS = ['/sandbox/people', '/sandbox/messages', '/sandbox/actions', '/sandbox/clock'] as const;
const PAGES = [
  '/',
  '/agents',
  '/agents.json',
  '/principle',
  '/privacy',
  '/terms',
  '/accessibility',
  '/report',
  '/report.json',
  '/report.csv',
  '/report.xlsx',
  '/healthz',
  '/readyz',
  '/metrics',
  '/slack-preview',
  '/sandbox/people',
  '/sandbox/messages',
  '/sandbox/news',
  '/sandbox/clock',
  '/sandbox/working-hours',
  '/sandbox/jobs',
  '/sandbox/page/page.js',
] as const;
const WRONG_METHODS = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'LINK'] as const;
const TYPES = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '*/*'];

const posted = (what: string, path: string, body: unknown): BadRequest => ({
  what,
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** A value that stands for no person, message, case or word: an object, or a string that names none. */
const nobody = (seed: Seeded): unknown => (seed.chance(0.5) ? anObject(seed) : `x${aString(seed)}`);

/** A verb's right fields, with an object where none takes one. */
const wrongField = (seed: Seeded, { people }: Known): BadRequest => {
  const { verb, field, others } = seed.pick(FIELDS);
  const { id: person, message } = seed.pick(people);
  const key = seed.chance(0.3) ? `${verb}.${field}` : field;
  return posted(`${verb}.${field}`, '/sandbox/actions', {
    person,
    message,
    verb,
    data: { ...others, [key]: anObject(seed) },
  });
};

const wrongRev = (seed: Seeded, { people }: Known): BadRequest => {
  const { id: person, message } = seed.pick(people);
  const rev = seed.pick([-1, 1.5, 'x', {}, [], Number.MAX_VALUE, aString(seed) || 'x', anObject(seed)]);
  const data = { ...anObject(seed), rev: typeof rev === 'string' ? `x${rev}` : rev };
  return posted('rev', '/sandbox/actions', { person, message, verb: seed.pick(VERBS), data });
};

const wrongPress = (seed: Seeded, { people }: Known): BadRequest => {
  const [one, other] = [seed.pick(people), seed.pick(people)];
  const right = { person: one.id, message: one.message, verb: seed.pick(VERBS), data: {} };
  const broken = seed.pick([
    { ...right, person: nobody(seed) },
    { ...right, message: nobody(seed) },
    { ...right, verb: nobody(seed) },
    { ...right, data: seed.pick([7, 'x', true, [], [anObject(seed)]]) },
    one.id === other.id ? { ...right, verb: '' } : { ...right, message: other.message },
  ]);
  return posted('press', '/sandbox/actions', broken);
};

/** An address takes no lone surrogate. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

const wrongEndpoint = (seed: Seeded, { people }: Known): BadRequest => {
  const person = seed.pick(people).id;
  const [path, body] = seed.pick<readonly [string, unknown]>([
    ['/sandbox/messages', { person: nobody(seed), text: aString(seed) }],
    ['/sandbox/messages', { person, text: seed.pick([7, null, anObject(seed), [aString(seed)]]) }],
    ['/sandbox/people', { name: seed.pick(['', ' ', 7, anObject(seed), 'x'.repeat(101)]), unit: aString(seed) }],
    ['/sandbox/people', { name: 'Eva', unit: 'Skole', roles: [aString(seed)] }],
    ['/sandbox/people', { name: 'Eva', unit: 'Skole', manager: nobody(seed) }],
    ['/sandbox/people', { name: 'Eva', unit: 'Skole', agent: { capacity: seed.pick([-1, 1.5, 'x', anObject(seed)]) } }],
    ['/sandbox/clock', { now: `x${aString(seed)}` }],
    ['/sandbox/clock', { advance: `x${aString(seed)}` }],
    ['/sandbox/clock', { now: aValue(seed), advance: 'PT0S' }],
    [`/sandbox/jobs/${encoded(`x${aString(seed).slice(0, 300)}`)}`, {}],
    [POSTS[seed.below(POSTS.length)] ?? '', seed.pick([null, 7, 'x', [], [anObject(seed)]])],
  ]);
  return posted(`${path} of a wrong kind`, path, body);
};

const noJson = (seed: Seeded): BadRequest => ({
  what: 'no JSON',
  method: 'POST',
  path: seed.pick(POSTS),
  headers: { 'content-type': seed.pick(TYPES) },
  body: brokenJson(seed),
});

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 2_000);

const wrongRead = (seed: Seeded): BadRequest => {
  const query = encoded(aString(seed).slice(0, 3_000));
  const name = seed.pick(['q', 'lang', 'sprog', 'token', 'person', 'after', 'seen', 'weeks', '__proto__']);
  const headers = seed.pick<Record<string, string>>([
    {},
    { cookie: `sammen-report=${printable(aString(seed))}` },
    { authorization: `Bearer ${printable(aString(seed))}` },
    { 'accept-language': printable(aString(seed)) },
    { 'if-none-match': printable(aString(seed)) },
    { 'x-forwarded-for': printable(aString(seed)) },
    { range: 'bytes=0-18446744073709551615' },
    { connection: 'Upgrade', upgrade: 'websocket' },
    { expect: '100-continue' },
    { 'accept-encoding': 'x'.repeat(5_000) },
  ]);
  const path = seed.pick([
    ...PAGES,
    `/files/${query || 'x'}.ics`,
    `/${query}`,
    `/sandbox/page/${query}`,
    `/sandbox/jobs/${query}`,
    `/report${query}`,
    '/sandbox/../package.json',
    '//sandbox/people',
  ]);
  return { what: `read ${path.slice(0, 40)}`, mayRead: true, path: `${path}?${name}=${query}`, headers };
};

const wrongMethod = (seed: Seeded): BadRequest => ({
  what: 'a method',
  method: seed.pick(WRONG_METHODS),
  path: seed.pick([...PAGES, ...POSTS, ...JOBS.map((job) => `/sandbox/jobs/${job}`)]),
  headers: { 'content-type': seed.pick(TYPES) },
  body: seed.chance(0.5) ? brokenJson(seed) : JSON.stringify(anObject(seed)),
});

const wrongForm = (seed: Seeded): BadRequest => ({
  what: 'a form',
  method: 'POST',
  path: '/report',
  headers: {
    'content-type': seed.pick(['application/x-www-form-urlencoded', ...TYPES]),
    ...(seed.chance(0.5) ? { origin: seed.pick(['http://localhost', 'http://localhost:1']) } : {}),
  },
  body: `token=${encoded(aString(seed))}${seed.pick(['', '&token=x', '&=', '&%'])}`,
});

/** Somebody who has no part in a case writes and presses in it. */
const foreignCase = (seed: Seeded, { people, cases }: Known): BadRequest => {
  const stranger = people.at(-1) ?? seed.pick(people);
  const ofCases = FIELDS.filter(({ field }) => field === 'case' || field === 'draft');
  const { verb, field, others } = seed.pick(ofCases);
  // These also do what they say without a case, or only show what is one's own.
  const where = verb === 'set-unit' ? 'reply' : verb;
  return posted(`${where} in a foreign case`, '/sandbox/actions', {
    person: stranger.id,
    message: stranger.message,
    verb: where,
    data: { ...others, text: 'Lad mig se.', [field]: seed.pick(cases) },
  });
};

const KINDS = [
  wrongField,
  wrongField,
  wrongField,
  wrongRev,
  wrongPress,
  wrongEndpoint,
  wrongEndpoint,
  noJson,
  noJson,
  wrongRead,
  wrongRead,
  wrongRead,
  wrongMethod,
  wrongForm,
  foreignCase,
] as const;

/** A request that must change nothing. */
export const aBadRequest = (seed: Seeded, known: Known): BadRequest => seed.pick(KINDS)(seed, known);
