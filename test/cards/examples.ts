import type { CaseVerb } from '../../bot/commands.ts';
import { caseId } from '../../bot/ids.ts';
import type { CaseView, DraftView, Notice, TurnView } from '../../bot/notices.ts';

/** Example notices: every kind, and every case state with every viewer that can occur. Golden files and screenshots use them. */

const now = new Date('2026-11-24T09:12:00.000Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

const draft: DraftView = {
  id: caseId('c7Qk2mXw9'),
  rev: 3,
  now,
  state: 'open',
  text: 'Skaterne vil selv bygge en rampe, men vi er tre afdelinger om pladsen. Hvem skal jeg tale med?',
  principle: 'bygger-bro',
  topic: 'borgerinitiativ',
  today: false,
  promisedAt: new Date('2026-11-25T10:00:00.000Z'),
  promisedTodayAt: new Date('2026-11-24T15:00:00.000Z'),
  warning: null,
  waitingCases: [],
  usedFor: null,
  follows: null,
};
const draftWith = (over: Partial<DraftView>): Notice => ({ kind: 'draft', view: { ...draft, ...over } });

const FITS = { principle: true, topic: true, load: 1, capacity: 3 };
const FREE = { principle: false, topic: false, load: 0, capacity: 3 };

const base: CaseView = {
  id: caseId('c7Qk2mXw9'),
  rev: 5,
  number: 42,
  now,
  viewer: 'asker',
  state: 'waiting',
  text: draft.text,
  principle: 'bygger-bro',
  topic: 'borgerinitiativ',
  today: false,
  askedAt: hours(-0.2),
  asker: { name: 'Mette Krogh', unit: 'Park og Vej' },
  anonymous: false,
  agent: null,
  promisedAt: draft.promisedAt,
  promise: 'open',
  offer: { agent: 'Jonas Holm', until: new Date('2026-11-24T11:12:00.000Z'), why: FITS },
  asked: 1,
  sharing: 'no',
  turns: [],
  answer: null,
  step: null,
  rating: null,
  next: 'other',
  reminded: false,
  askedOn: false,
  talkWaits: false,
  closedAt: null,
  warning: null,
  may: [],
  todayDate: '2026-11-24',
  suggestedDate: '2026-12-08',
};

const turn = (
  by: TurnView['by'],
  kind: TurnView['kind'],
  text: string,
  ago: number,
  over: Partial<TurnView> = {},
): TurnView => ({
  by,
  name: by === 'you' ? null : 'Jonas Holm',
  kind,
  text,
  at: hours(-ago),
  talk: null,
  ...over,
});
const caseWith = (over: Partial<CaseView>, settled = false): Notice => ({
  kind: 'case',
  view: { ...base, ...over },
  settled,
});

const ASKER_WAITS: CaseVerb[] = ['reply', 'withdraw-case'];
const ASKER_ACTIVE: CaseVerb[] = ['reply', 'talk', 'close-case', 'withdraw-case'];
const ASKER_ANSWERED: CaseVerb[] = [
  'reply',
  'talk',
  'rate-answer',
  'thank',
  'close-case',
  'reopen-case',
  'withdraw-case',
];
const ASKER_CLOSED: CaseVerb[] = ['reply', 'rate-answer', 'thank', 'reopen-case'];
const STEPS: CaseVerb[] = ['accept-step', 'drop-step'];
const AGENT_ACTIVE: CaseVerb[] = ['ask-back', 'reply', 'talk', 'answer-case'];
const AGENT_ANSWERED: CaseVerb[] = ['ask-back', 'reply', 'talk'];

const taken: Partial<CaseView> = { state: 'active', agent: 'Jonas Holm', offer: null, promise: 'open' };
const forAgent: Partial<CaseView> = { ...taken, viewer: 'agent', next: 'you', may: AGENT_ACTIVE };
const asks = turn('other', 'ask-back', 'Hvad er vigtigst for dem, der skater? Og hvem ejer pladsen på papiret?', 0.6);
const replies = turn('you', 'reply', 'At de selv må bygge den. Pladsen er vores, men Kultur låner den ud.', 0.3);
const answers = turn(
  'other',
  'answer',
  'Inviter dem på pladsen sammen med driften. Tag Bente fra Kultur med: hun har nøglen til skuret.',
  0.1,
);
const answered: Partial<CaseView> = {
  ...taken,
  state: 'answered',
  promise: 'kept',
  next: 'you',
  answer: { outcome: 'advice', ground: null, alternative: null },
  step: { text: 'Mødes på pladsen med driften', date: '2026-12-01', state: 'proposed' },
  turns: [answers],
  may: [...ASKER_ANSWERED, ...STEPS],
};
const forAgentAnswered: Partial<CaseView> = {
  ...answered,
  viewer: 'agent',
  next: 'other',
  turns: [{ ...answers, by: 'you', name: null }],
  may: AGENT_ANSWERED,
};
const closed: Partial<CaseView> = { state: 'closed', next: 'other', closedAt: hours(-30), askedAt: hours(-400) };
const hidden: Partial<CaseView> = { asker: null, anonymous: true };
const gone: Partial<CaseView> = { text: '', asker: null };

const DRAFTS: Record<string, Notice> = {
  draft: draftWith({}),
  'draft-waiting-cases': draftWith({
    waitingCases: [
      { id: caseId('k3Rw8pLz1'), number: 42 },
      { id: caseId('k9Tb4nVy6'), number: 57 },
    ],
  }),
  'draft-danger': draftWith({
    warning: { kind: 'danger', contact: { name: 'Børne- og familievagten', phone: '12 34 56 78', url: null } },
  }),
  'draft-whistleblower': draftWith({
    warning: {
      kind: 'whistleblower',
      contact: { name: 'Whistleblowerordningen', phone: null, url: 'https://whistle.example.dk/' },
    },
  }),
  'draft-harassment': draftWith({
    warning: { kind: 'harassment', contact: { name: 'Arbejdsmiljøteamet', phone: '12 34 56 79', url: null } },
  }),
  'draft-decision': draftWith({ warning: { kind: 'decision', contact: null } }),
  'draft-names': draftWith({ warning: { kind: 'names', contact: null } }),
  'draft-masked-number': draftWith({
    text: `${draft.text} Ring på (skjult nummer).`,
    warning: { kind: 'masked-number', contact: null },
  }),
  'draft-follows': draftWith({ follows: 17 }),
  'draft-changing': draftWith({ state: 'changing' }),
  'draft-changing-today': draftWith({ state: 'changing', today: true, warning: { kind: 'names', contact: null } }),
  'draft-used': draftWith({ state: 'used', usedFor: 42, text: '' }),
  'draft-discarded': draftWith({ state: 'discarded', text: '' }),
  'draft-ended': draftWith({ state: 'ended', text: '' }),
};

const ASKER: Record<string, Notice> = {
  'asker-waiting': caseWith({ may: ASKER_WAITS }),
  'asker-waiting-second': caseWith({
    may: ASKER_WAITS,
    asked: 2,
    offer: { agent: 'Amina Said', until: hours(1), why: FREE },
  }),
  'asker-waiting-today': caseWith({ may: ASKER_WAITS, today: true, promisedAt: draft.promisedTodayAt }),
  'asker-waiting-warning': caseWith({
    may: ASKER_WAITS,
    warning: { kind: 'danger', contact: { name: 'Børne- og familievagten', phone: '12 34 56 78', url: null } },
  }),
  'asker-waiting-nobody': caseWith({ may: ASKER_WAITS, offer: null, asked: 1 }),
  'asker-waiting-added': caseWith({
    may: ASKER_WAITS,
    turns: [turn('you', 'reply', 'Jeg glemte: De vil begynde allerede i maj.', 0.1)],
  }),
  'asker-waiting-anonymous': caseWith({ may: [...ASKER_WAITS, 'reveal-me'], anonymous: true }),
  'asker-waiting-missed': caseWith({
    may: ASKER_WAITS,
    promise: 'missed',
    promisedAt: hours(-2),
    askedAt: hours(-20),
    asked: 3,
    offer: { agent: 'Amina Said', until: hours(1), why: FREE },
  }),
  'asker-waiting-share': caseWith({ may: [...ASKER_WAITS, 'share-with-all'], offer: null, asked: 3, sharing: 'asked' }),
  'asker-waiting-share-nobody': caseWith({
    may: [...ASKER_WAITS, 'share-with-all', 'reveal-me'],
    offer: null,
    asked: 0,
    sharing: 'asked',
    anonymous: true,
  }),
  'asker-waiting-shared': caseWith({ may: ASKER_WAITS, offer: null, asked: 3, sharing: 'shared' }),
  'asker-waiting-refused': caseWith({
    may: [...ASKER_WAITS, 'share-with-all'],
    offer: null,
    asked: 3,
    sharing: 'refused',
  }),
  'asker-active-taken': caseWith({ ...taken, may: ASKER_ACTIVE }),
  'asker-active-missed': caseWith({
    ...taken,
    may: ASKER_ACTIVE,
    promise: 'missed',
    promisedAt: hours(-2),
    askedAt: hours(-20),
  }),
  'asker-active-asked-back': caseWith({ ...taken, may: ASKER_ACTIVE, next: 'you', promise: 'kept', turns: [asks] }),
  'asker-active-replied': caseWith({ ...taken, may: ASKER_ACTIVE, promise: 'kept', turns: [asks, replies] }),
  'asker-active-reminded': caseWith({
    ...taken,
    may: ASKER_ACTIVE,
    next: 'you',
    promise: 'kept',
    turns: [asks],
    reminded: true,
  }),
  'asker-active-agent-reminded': caseWith({
    ...taken,
    may: ASKER_ACTIVE,
    promise: 'kept',
    turns: [asks, replies],
    reminded: true,
  }),
  'asker-active-asked-on': caseWith({
    ...taken,
    may: [...ASKER_ACTIVE, 'ask-another'],
    promise: 'kept',
    turns: [asks, replies],
    reminded: true,
    askedOn: true,
  }),
  'asker-active-talk': caseWith({
    ...taken,
    may: ASKER_ACTIVE,
    next: 'you',
    promise: 'kept',
    turns: [
      turn('other', 'talk', 'Skal vi gå en tur derned?', 0.1, {
        talk: {
          start: new Date('2026-11-26T09:30:00.000Z'),
          minutes: 30,
          place: 'Skatepladsen ved hallen',
          phone: '87 65 43 21',
          calendarUrl: 'https://sammen.example.dk/files/abc.ics',
        },
      }),
    ],
  }),
  'asker-active-talk-sent': caseWith({
    ...taken,
    may: ASKER_ACTIVE,
    promise: 'kept',
    turns: [
      asks,
      turn('you', 'talk', '', 0.1, {
        talk: { start: null, minutes: 30, place: null, phone: '11 22 33 44', calendarUrl: null },
      }),
    ],
  }),
  'asker-active-talk-waits': caseWith({
    ...taken,
    may: ['reply', 'reveal-me', 'close-case', 'withdraw-case'],
    anonymous: true,
    next: 'you',
    promise: 'kept',
    talkWaits: true,
    turns: [
      turn('other', 'talk', '', 0.1, {
        talk: { start: null, minutes: 15, place: null, phone: null, calendarUrl: null },
      }),
    ],
  }),
  'asker-answered': caseWith(answered),
  'asker-answered-no-step': caseWith({ ...answered, step: null, may: ASKER_ANSWERED }),
  'asker-answered-no': caseWith({
    ...answered,
    answer: {
      outcome: 'clear-no',
      ground: 'Pladsen er udlejet til byggeri fra marts.',
      alternative: 'Spørg Kultur om hallens parkeringsplads.',
    },
    turns: [{ ...answers, text: 'Det kan ikke blive på den plads. Jeg siger det nu, så de ikke går i gang.' }],
  }),
  'asker-answered-helped': caseWith({
    ...answered,
    rating: 'yes',
    step: { text: 'Mødes på pladsen med driften', date: '2026-12-01', state: 'accepted' },
  }),
  'asker-answered-not-helped': caseWith({
    ...answered,
    rating: 'no',
    step: { text: 'Mødes på pladsen med driften', date: '2026-12-01', state: 'dropped' },
  }),
  'asker-answered-thanked': caseWith({
    ...answered,
    rating: 'yes',
    turns: [answers, turn('you', 'thanks', 'Tak, det var lige det, jeg manglede.', 0)],
  }),
  'asker-answered-anonymous': caseWith({
    ...answered,
    anonymous: true,
    may: ['reply', 'rate-answer', 'thank', 'close-case', 'reopen-case', 'withdraw-case', 'reveal-me', ...STEPS],
  }),
  'asker-closed': caseWith({ ...answered, ...closed, rating: 'yes', may: [...ASKER_CLOSED, ...STEPS] }),
  'asker-closed-old': caseWith({ ...answered, ...closed, closedAt: hours(-24 * 40), turns: [], may: [] }),
  'asker-closed-unanswered': caseWith({ ...taken, ...closed, may: ['reply', 'thank', 'reopen-case'] }),
  'asker-withdrawn': caseWith({ state: 'withdrawn', offer: null, may: [] }),
  'asker-settled': caseWith({ ...taken, may: ASKER_ACTIVE, turns: [asks, replies] }, true),
  'asker-settled-first': caseWith({ ...taken, may: ASKER_ACTIVE }, true),
};

const AGENT: Record<string, Notice> = {
  offered: caseWith({ viewer: 'offered', next: 'you', may: ['accept-case', 'decline-case'] }),
  'offered-today-anonymous': caseWith({
    ...hidden,
    viewer: 'offered',
    next: 'you',
    today: true,
    promisedAt: draft.promisedTodayAt,
    offer: { agent: 'Jonas Holm', until: hours(0.5), why: FITS },
    may: ['accept-case', 'decline-case'],
  }),
  'offered-added': caseWith({
    viewer: 'offered',
    next: 'you',
    may: ['accept-case', 'decline-case'],
    turns: [turn('other', 'reply', 'Jeg glemte: De vil begynde allerede i maj.', 0.1, { name: 'Mette Krogh' })],
  }),
  listed: caseWith({ viewer: 'listed', offer: null, asked: 3, sharing: 'shared', next: 'you', may: ['accept-case'] }),
  'listed-missed': caseWith({
    ...hidden,
    viewer: 'listed',
    offer: null,
    asked: 3,
    sharing: 'shared',
    next: 'you',
    promise: 'missed',
    promisedAt: hours(-3),
    askedAt: hours(-25),
    may: ['accept-case'],
  }),
  'agent-active-taken': caseWith(forAgent),
  'agent-active-taken-with-word': caseWith({
    ...forAgent,
    next: 'other',
    promise: 'kept',
    turns: [turn('you', 'reply', 'Jeg læser det i aften og ringer i morgen.', 0)],
  }),
  'agent-active-missed': caseWith({ ...forAgent, promise: 'missed', promisedAt: hours(-2), askedAt: hours(-20) }),
  'agent-active-anonymous': caseWith({ ...forAgent, ...hidden }),
  'agent-active-replied': caseWith({
    ...forAgent,
    promise: 'kept',
    turns: [
      { ...asks, by: 'you', name: null },
      { ...replies, by: 'other', name: 'Mette Krogh' },
    ],
  }),
  'agent-active-reminded': caseWith({
    ...forAgent,
    promise: 'kept',
    reminded: true,
    turns: [{ ...replies, by: 'other', name: 'Mette Krogh' }],
  }),
  'agent-active-asked': caseWith({
    ...forAgent,
    next: 'other',
    promise: 'kept',
    turns: [{ ...asks, by: 'you', name: null }],
  }),
  'agent-active-talk': caseWith({
    ...forAgent,
    promise: 'kept',
    may: [...AGENT_ACTIVE, 'close-case'],
    turns: [
      turn('other', 'talk', '', 0.1, {
        name: 'Mette Krogh',
        talk: { start: null, minutes: 30, place: null, phone: '11 22 33 44', calendarUrl: null },
      }),
    ],
  }),
  'agent-active-talk-waits': caseWith({
    ...forAgent,
    ...hidden,
    next: 'other',
    promise: 'kept',
    talkWaits: true,
    may: [...AGENT_ACTIVE, 'close-case'],
    turns: [
      turn('you', 'talk', '', 0, { talk: { start: null, minutes: 15, place: null, phone: null, calendarUrl: null } }),
    ],
  }),
  'agent-answered': caseWith(forAgentAnswered),
  'agent-answered-helped': caseWith({
    ...forAgentAnswered,
    rating: 'yes',
    step: { text: 'Mødes på pladsen med driften', date: '2026-12-01', state: 'accepted' },
  }),
  'agent-answered-comment': caseWith({
    ...forAgentAnswered,
    rating: 'partly',
    turns: [turn('other', 'comment', 'Jeg mangler stadig, hvem der kan sige ja.', 0, { name: 'Mette Krogh' })],
  }),
  'agent-answered-thanked': caseWith({
    ...forAgentAnswered,
    ...hidden,
    rating: 'yes',
    turns: [turn('other', 'thanks', 'Tak, det var lige det, jeg manglede.', 0, { name: null })],
  }),
  'agent-closed': caseWith({ ...forAgentAnswered, ...closed, rating: 'yes', may: [] }),
  'agent-withdrawn': caseWith({ ...forAgent, ...gone, state: 'withdrawn', may: [], next: 'other' }),
  'agent-settled': caseWith({ ...forAgent, turns: [{ ...asks, by: 'you', name: null }] }, true),
  'past-waiting': caseWith({ ...gone, viewer: 'past', may: [], asked: 2 }),
  'past-taken': caseWith({ ...taken, ...gone, viewer: 'past', may: [] }),
  'past-closed': caseWith({ ...closed, ...gone, viewer: 'past', may: [], offer: null }),
  'past-withdrawn': caseWith({ ...gone, state: 'withdrawn', viewer: 'past', may: [], offer: null }),
};

const REPLIES: Record<string, Notice> = {
  help: { kind: 'help', agent: false },
  'help-agent': { kind: 'help', agent: true },
  greeting: { kind: 'greeting', name: 'Mette' },
  thanks: { kind: 'thanks' },
  'not-understood': { kind: 'not-understood' },
  'too-long': { kind: 'too-long', length: 5210, most: 4000 },
  principles: { kind: 'principles' },
  agents: {
    kind: 'agents',
    agents: [
      {
        name: 'Jonas Holm',
        unit: 'Byudvikling',
        principles: ['bygger-bro', 'tydelig-ramme'],
        topics: ['borgerinitiativ'],
        free: true,
      },
      {
        name: 'Amina Said',
        unit: 'Bibliotekerne',
        principles: ['lytter-foerst'],
        topics: ['borgerdialog', 'tvaergaaende'],
        free: false,
      },
      { name: 'Poul Friis', unit: 'Jura', principles: [], topics: [], free: true },
    ],
  },
  'agents-none': { kind: 'agents', agents: [] },
  'my-cases': {
    kind: 'my-cases',
    more: 2,
    cases: [
      {
        id: caseId('c7Qk2mXw9'),
        number: 42,
        state: 'active',
        role: 'asker',
        snippet: 'Skaterne vil selv bygge en rampe …',
        next: 'you',
      },
      {
        id: caseId('k3Rw8pLz1'),
        number: 57,
        state: 'waiting',
        role: 'asker',
        snippet: 'Må jeg love en forening svar inden jul?',
        next: 'other',
      },
      {
        id: caseId('k9Tb4nVy6'),
        number: 61,
        state: 'waiting',
        role: 'offered',
        snippet: 'Naboerne er uenige om legepladsen …',
        next: 'you',
      },
      {
        id: caseId('k2Pd7sHq3'),
        number: 38,
        state: 'answered',
        role: 'agent',
        snippet: 'En borger vil holde fællesspisning …',
        next: 'other',
      },
      {
        id: caseId('k5Jf1cGt8'),
        number: 63,
        state: 'waiting',
        role: 'listed',
        snippet: 'Hvordan siger jeg nej på en ordentlig måde?',
        next: 'you',
      },
    ],
  },
  'my-cases-none': { kind: 'my-cases', more: 0, cases: [] },
  'case-not-found': { kind: 'case-not-found', number: 99 },
  'language-da': { kind: 'language', language: 'da' },
};

export const EXAMPLES: Readonly<Record<string, Notice>> = { ...DRAFTS, ...ASKER, ...AGENT, ...REPLIES };
