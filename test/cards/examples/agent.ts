import { masked } from '../../support/fixtures/builders.ts';
import { AGENT_ACTIVE, held, heldAnswered, heldClosed, heldWithdrawn, listed, offered, past } from './as-agent.ts';
import { draft, hours } from './base.ts';
import { DUE_STEP, FITS, FOR_CITIZEN, followUp, GUESSED, STEP, TRIAL, UNREAD, until } from './case-parts.ts';
import type { ExamplesOf } from './examples-of.ts';
import { answers, asks, corrects, HIDDEN, METTE, mine, replies, theirs, turn } from './turns.ts';

const LOST = {
  start: new Date('2026-11-26T09:30:00.000Z'),
  now: hours(0),
  calendarUrl: 'https://sammen.example.dk/files/abc.ics',
};

export const AGENT = {
  offered: offered(),
  'offered-today-anonymous': offered({
    asker: HIDDEN,
    today: true,
    promisedAt: draft.promised.todayAt,
    offer: { until: hours(0.5), why: FITS, pair: null },
  }),
  'offered-added': offered({
    turns: [turn('other', 'reply', 'Jeg glemte: De vil begynde allerede i maj.', 0.1, null, METTE)],
  }),
  'offered-guess': offered({ certainty: 'guess', offer: { until, why: GUESSED, pair: null } }),
  'offered-guess-free': offered({ certainty: 'guess', offer: { until, why: UNREAD, pair: null } }),
  'offered-silent': offered({
    text: masked('Hvad skal vi have til frokost i kantinen?'),
    certainty: 'silent',
    offer: { until, why: UNREAD, pair: null },
  }),
  'offered-pair': offered({ offer: { until, why: FITS, pair: { name: 'Karen Skov', needs: ['lovgivning'] } } }),
  'offered-pair-anonymous': offered({
    asker: HIDDEN,
    offer: { until, why: FITS, pair: { name: null, needs: ['lovgivning', 'oekonomi'] } },
  }),
  'offered-for-citizen': offered({ for: 'citizen' }),
  'offered-for-citizen-anonymous': offered({ for: 'citizen', asker: HIDDEN }),
  'offered-for-colleague': offered({ for: 'colleague' }),
  'listed-for-citizen': listed({ for: 'citizen', asker: HIDDEN }),
  listed: listed(),
  'listed-guess': listed({ certainty: 'guess' }),
  'listed-silent': listed({ certainty: 'silent' }),
  'listed-missed': listed({ asker: HIDDEN, promise: 'missed', promisedAt: hours(-3), askedAt: hours(-25) }),
  'agent-active-taken': held(),
  'agent-active-taken-with-word': held({
    next: 'you',
    promise: 'kept',
    turns: [turn('you', 'reply', 'Jeg læser det i aften og ringer i morgen.', 0)],
  }),
  'agent-active-missed': held({ promise: 'missed', promisedAt: hours(-2), askedAt: hours(-20) }),
  'agent-active-anonymous': held({ asker: HIDDEN }),
  'agent-active-for-citizen': held({ for: 'citizen', asker: HIDDEN }),
  'agent-active-for-colleague': held({ for: 'colleague' }),
  'agent-answered-for-citizen': heldAnswered({ ...FOR_CITIZEN }),
  'agent-active-corrected': held({
    asker: HIDDEN,
    promise: 'kept',
    principle: 'tydelig-ramme',
    topic: 'oekonomi',
    corrected: [
      { by: 'you', principle: 'tydelig-ramme' },
      { by: 'other', topic: 'oekonomi' },
    ],
    next: 'other',
    turns: [mine(asks)],
  }),
  'agent-active-replied': held({ promise: 'kept', turns: [mine(asks), theirs(replies)] }),
  'agent-active-reminded': held({ promise: 'kept', reminded: true, turns: [theirs(replies)] }),
  'agent-active-asked': held({ next: 'other', promise: 'kept', turns: [mine(asks)] }),
  'agent-active-talk': held({
    promise: 'kept',
    may: [...AGENT_ACTIVE, 'close-case', 'accept-talk'],
    talk: { start: null, minutes: 30, place: null, phone: '11 22 33 44', agreed: false },
    turns: [turn('other', 'talk', '', 0.1, { start: null, minutes: 30, place: null, phone: '11 22 33 44' }, METTE)],
  }),
  'agent-active-talk-at': held({
    promise: 'kept',
    may: [...AGENT_ACTIVE, 'close-case', 'accept-talk'],
    talk: { start: new Date('2026-11-26T09:30:00.000Z'), minutes: 30, place: null, agreed: false },
    turns: [
      turn('other', 'talk', '', 0.1, { start: new Date('2026-11-26T09:30:00.000Z'), minutes: 30, place: null }, METTE),
    ],
  }),
  'agent-active-talk-agreed': held({
    promise: 'kept',
    next: 'other',
    may: [...AGENT_ACTIVE, 'close-case', 'cancel-talk'],
    passage: { state: 'sent', what: 'talk-accepted' },
    talk: { start: new Date('2026-11-26T09:30:00.000Z'), minutes: 30, place: null, agreed: true },
    turns: [
      turn('other', 'talk', '', 0.1, { start: new Date('2026-11-26T09:30:00.000Z'), minutes: 30, place: null }, METTE),
      turn('you', 'talk-accepted', '', 0),
    ],
  }),
  'agent-active-talk-elsewhere': held({
    promise: 'kept',
    may: [...AGENT_ACTIVE, 'close-case', 'cancel-talk'],
    wrote: { you: true, other: true },
    talk: {
      start: new Date('2026-11-26T09:30:00.000Z'),
      minutes: 30,
      place: masked('Skatepladsen ved hallen'),
      calendarUrl: 'https://sammen.example.dk/files/abc.ics',
      agreed: true,
    },
    turns: [theirs(replies)],
  }),
  'agent-active-talk-cancelled': held({
    promise: 'kept',
    next: 'you',
    passage: { state: 'sent', what: 'talk-cancelled' },
    lostTalk: LOST,
    turns: [turn('you', 'talk-cancelled', '', 0)],
  }),
  'agent-active-talk-waits': held({
    asker: HIDDEN,
    next: 'other',
    promise: 'kept',
    talkWaits: true,
    may: [...AGENT_ACTIVE, 'close-case'],
    turns: [turn('you', 'talk', '', 0, { start: null, minutes: 15, place: null })],
  }),
  'agent-answered': heldAnswered(),
  'agent-answered-corrected': heldAnswered({
    passage: { state: 'sent', what: 'correction' },
    turns: [{ ...mine(answers), corrected: true }, mine(corrects)],
    answerTurn: mine(corrects),
    earlierAnswers: [{ ...mine(answers), corrected: true }],
  }),
  'agent-answered-helped': heldAnswered({ rating: 'yes', step: STEP.accepted }),
  'agent-answered-second-step': heldAnswered({
    step: STEP.accepted,
    proposal: { text: masked('Spørg naboerne igen'), date: '2026-12-08' },
  }),
  'agent-answered-comment': heldAnswered({
    rating: 'partly',
    turns: [turn('other', 'comment', 'Jeg mangler stadig, hvem der kan sige ja.', 0, null, METTE)],
  }),
  'agent-answered-thanked': heldAnswered({
    asker: HIDDEN,
    rating: 'yes',
    turns: [turn('other', 'thanks', 'Tak, det var lige det, jeg manglede.', 0, null, HIDDEN)],
  }),
  'agent-followed-up': heldClosed({
    step: DUE_STEP,
    followUp: { ...followUp, kept: 'yes', saidAt: hours(0) },
    turns: [],
  }),
  'agent-followed-up-anonymous': heldClosed({
    asker: HIDDEN,
    step: null,
    followUp: { ...followUp, step: null, kept: 'no', saidAt: hours(0) },
    turns: [turn('other', 'learned', 'Jeg skulle have ringet først.', 0, null, HIDDEN)],
  }),
  'agent-followed-up-trial': heldClosed({
    step: null,
    answer: { outcome: 'small-trial', ground: null, alternative: null, trial: TRIAL, owner: 'both' },
    followUp: { ...followUp, step: null, trial: TRIAL, kept: 'yes', next: 'keep', saidAt: hours(0) },
    turns: [],
  }),
  'agent-closed': heldClosed({ rating: 'yes' }),
  'agent-closed-before-talk': heldClosed({ rating: 'yes', lostTalk: LOST }),
  'agent-withdrawn': heldWithdrawn(),
  'agent-withdrawn-before-talk': heldWithdrawn(LOST),
  'agent-settled': held({ turns: [mine(asks)] }, true),
  'past-waiting': past('waiting'),
  'past-said-no': past('waiting', null, 'no'),
  'past-gave-back': past('waiting', null, 'gave-back'),
  'past-gave-back-before-talk': past('waiting', null, 'gave-back', LOST),
  'past-taken': past('active', 'Jonas Holm'),
  'past-closed': past('closed'),
  'past-withdrawn': past('withdrawn'),
} satisfies ExamplesOf<'case'>;
