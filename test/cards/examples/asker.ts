import { masked } from '../../support/fixtures/builders.ts';
import {
  ASKER_ACTIVE,
  ASKER_ANSWERED,
  ASKER_CLOSED,
  ASKER_WAITS,
  active,
  afterAnswer,
  afterClosing,
  closedUnanswered,
  FOLLOW_UP,
  STEPS,
  waiting,
  withdrawn,
} from './as-asker.ts';
import { draft, hours } from './base.ts';
import { DUE_STEP, FREE, followUp, STEP } from './case-parts.ts';
import { NAMED } from './drafts.ts';
import type { ExamplesOf } from './examples-of.ts';
import { answers, asks, replies, turn } from './turns.ts';

export const ASKER = {
  'asker-waiting': waiting(),
  'asker-waiting-second': waiting({
    asked: 2,
    offer: { agent: 'Amina Said', why: FREE, passage: { state: 'sent' } },
  }),
  'asker-waiting-today': waiting({ today: true, promisedAt: draft.promised.todayAt }),
  'asker-waiting-warning': waiting({
    warning: {
      ...NAMED,
      named: false,
      matters: [{ kind: 'danger', contact: { name: 'Børne- og familievagten', phone: '12 34 56 78', url: null } }],
    },
  }),
  'asker-waiting-nobody': waiting({ offer: null, asked: 1 }),
  'asker-waiting-no-promise': waiting({ offer: null, asked: 0, promise: 'none', humanTold: true }),
  'asker-waiting-added': waiting({ turns: [turn('you', 'reply', 'Jeg glemte: De vil begynde allerede i maj.', 0.1)] }),
  'asker-waiting-anonymous': waiting({ may: [...ASKER_WAITS, 'reveal-me'], anonymous: true }),
  'asker-waiting-missed': waiting({
    promise: 'missed',
    promisedAt: hours(-2),
    askedAt: hours(-20),
    asked: 3,
    offer: { agent: 'Amina Said', why: FREE, passage: { state: 'sent' } },
  }),
  'asker-waiting-share': waiting({ may: [...ASKER_WAITS, 'share-with-all'], offer: null, asked: 3, sharing: 'asked' }),
  'asker-waiting-share-nobody': waiting({
    may: [...ASKER_WAITS, 'share-with-all', 'reveal-me'],
    offer: null,
    asked: 0,
    sharing: 'asked',
    anonymous: true,
  }),
  'asker-waiting-shared': waiting({ offer: null, asked: 3, sharing: 'shared' }),
  'asker-waiting-refused': waiting({
    may: [...ASKER_WAITS, 'share-with-all'],
    offer: null,
    asked: 3,
    sharing: 'refused',
  }),
  'asker-active-taken': active(),
  'asker-active-missed': active({ promise: 'missed', promisedAt: hours(-2), askedAt: hours(-20) }),
  'asker-active-asked-back': active({ next: 'you', promise: 'kept', turns: [asks] }),
  'asker-active-replied': active({ promise: 'kept', turns: [asks, replies] }),
  'asker-active-reminded': active({ next: 'you', promise: 'kept', turns: [asks], reminded: true }),
  'asker-active-agent-reminded': active({ promise: 'kept', turns: [asks, replies], reminded: true }),
  'asker-active-asked-on': active({
    may: [...ASKER_ACTIVE, 'ask-another'],
    promise: 'kept',
    turns: [asks, replies],
    reminded: true,
    askedOn: true,
  }),
  'asker-active-silent': active({
    may: [...ASKER_ACTIVE, 'ask-another'],
    promise: 'missed',
    promisedAt: hours(-20),
    askedAt: hours(-40),
    askedOn: true,
  }),
  'asker-active-talk': active({
    may: [...ASKER_ACTIVE, 'accept-talk'],
    talk: { start: new Date('2026-11-26T09:30:00.000Z'), minutes: 30, place: null },
    next: 'you',
    promise: 'kept',
    turns: [
      turn('other', 'talk', 'Skal vi gå en tur derned?', 0.1, {
        start: new Date('2026-11-26T09:30:00.000Z'),
        minutes: 30,
        place: masked('Skatepladsen ved hallen'),
        phone: '87 65 43 21',
        calendarUrl: 'https://sammen.example.dk/files/abc.ics',
      }),
    ],
  }),
  'asker-active-talk-sent': active({
    promise: 'kept',
    turns: [asks, turn('you', 'talk', '', 0.1, { start: null, minutes: 30, place: null, phone: '11 22 33 44' })],
  }),
  'asker-active-talk-waits': active({
    may: ['reply', 'reveal-me', 'close-case', 'withdraw-case'],
    anonymous: true,
    next: 'you',
    promise: 'kept',
    talkWaits: true,
    turns: [turn('other', 'talk', '', 0.1, { start: null, minutes: 15, place: null })],
  }),
  'asker-answered': afterAnswer(),
  'asker-answered-second-step': afterAnswer({
    step: STEP.accepted,
    proposal: { text: masked('Spørg naboerne igen'), date: '2026-12-08' },
  }),
  'asker-active-with-step': active({ promise: 'kept', turns: [asks, replies], step: STEP.accepted }),
  'asker-answered-no-step': afterAnswer({ step: null, may: ASKER_ANSWERED }),
  'asker-answered-no': afterAnswer({
    answer: {
      outcome: 'clear-no',
      ground: masked('Pladsen er udlejet til byggeri fra marts.'),
      alternative: masked('Spørg Kultur om hallens parkeringsplads.'),
    },
    turns: [{ ...answers, text: masked('Det kan ikke blive på den plads. Jeg siger det nu, så de ikke går i gang.') }],
  }),
  'asker-answered-helped': afterAnswer({ rating: 'yes', step: STEP.accepted }),
  'asker-answered-not-helped': afterAnswer({ rating: 'no', step: STEP.dropped }),
  'asker-answered-thanked': afterAnswer({
    rating: 'yes',
    turns: [answers, turn('you', 'thanks', 'Tak, det var lige det, jeg manglede.', 0)],
  }),
  'asker-answered-anonymous': afterAnswer({
    anonymous: true,
    may: ['reply', 'rate-answer', 'thank', 'close-case', 'reopen-case', 'withdraw-case', 'reveal-me', ...STEPS],
  }),
  'asker-follow-up-step': afterAnswer({
    step: DUE_STEP,
    rating: 'yes',
    followUp,
    turns: [],
    may: [...ASKER_ANSWERED, ...STEPS, ...FOLLOW_UP],
  }),
  'asker-follow-up-no-step': afterClosing({
    step: null,
    anonymous: true,
    followUp: { ...followUp, step: null },
    turns: [],
    may: [...ASKER_CLOSED, ...FOLLOW_UP],
  }),
  'asker-follow-up-late': afterClosing({
    step: DUE_STEP,
    closedAt: hours(-24 * 40),
    followUp,
    turns: [],
    may: FOLLOW_UP,
  }),
  'asker-followed-up': afterAnswer({
    step: DUE_STEP,
    followUp: { ...followUp, kept: 'partly', saidAt: hours(0) },
    turns: [turn('you', 'learned', 'At det hjælper at gå derned i stedet for at skrive.', 0)],
    may: [...ASKER_ANSWERED, ...STEPS, ...FOLLOW_UP],
  }),
  'asker-closed': afterClosing({ rating: 'yes', may: [...ASKER_CLOSED, ...STEPS] }),
  'asker-closed-old': afterClosing({ closedAt: hours(-24 * 40), turns: [], may: [] }),
  'asker-closed-unanswered': closedUnanswered({ may: ['reply', 'thank', 'reopen-case'] }),
  'asker-withdrawn': withdrawn(),
  'asker-settled': active({ turns: [asks, replies] }, true),
  'asker-settled-first': active({}, true),
  'asker-settled-elsewhere': { ...active({}, true), goesOnIn: 'slack' },
} satisfies ExamplesOf<'case'>;
