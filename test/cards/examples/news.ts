import type { CaseNews } from '../../../bot/cases/news.ts';
import type { CaseNotice } from '../../../bot/cases/notice.ts';
import { masked } from '../../support/fixtures/builders.ts';
import {
  AGENT_ACTIVE,
  COLLEAGUES,
  coAgent,
  handed,
  held,
  heldAnswered,
  heldClosed,
  heldWithdrawn,
  invited,
  listed,
  offered,
} from './as-agent.ts';
import { ASKER_ACTIVE, active, afterAnswer, afterClosing, FOLLOW_UP, handingOver, waiting } from './as-asker.ts';
import { hours } from './base.ts';
import { FOR_CITIZEN, STEP, WORDS_TO_PASS_ON } from './case-parts.ts';
import type { ExamplesOf } from './examples-of.ts';
import { askedOf, madeFor, proposed as proposedColleague } from './introductions.ts';
import { answers, asks, corrects, METTE, mine, replies, theirs, turn } from './turns.ts';

/** A case's message as it is when this news brings it. */
const because = <const Why extends CaseNews, Seen extends CaseNotice>(why: Why, notice: Seen): Seen & { why: Why } => ({
  ...notice,
  why,
});

const wrote = { you: true, other: true };
const talk = {
  start: new Date('2026-12-03T09:30:00.000Z'),
  minutes: 30,
  place: masked('Biblioteket, 1. sal'),
  phone: '12 34 56 78',
  calendarUrl: 'https://sammen.example.dk/files/abc.ics',
};
const stands = { ...talk, agreed: false };
const agreed = { ...talk, agreed: true };
const lostTalk = { start: talk.start, now: hours(0), calendarUrl: talk.calendarUrl };
const proposed = turn('other', 'talk', '', 0.1, talk);

/** One example for each kind of news, as whoever hears it first reads it. */
const NEWS = {
  changed: because('changed', active({ wrote, promise: 'kept' })),
  shown: because('shown', active({ wrote, promise: 'kept', turns: [asks, replies] })),
  offered: because('offered', offered()),
  listed: because('listed', listed()),
  'list-reminder': because('list-reminder', listed({ askedAt: hours(-24) })),
  'share-asked': because(
    'share-asked',
    waiting({ may: ['reply', 'withdraw-case', 'share-with-all'], offer: null, asked: 3, sharing: 'asked' }),
  ),
  'promise-missed': because('promise-missed', active({ promise: 'missed', promisedAt: hours(-2) })),
  word: because(
    'word',
    active({ next: 'you', promise: 'kept', turns: [turn('other', 'reply', 'Jeg læser det nu.', 0)] }),
  ),
  'asked-back': because('asked-back', active({ next: 'you', promise: 'kept', turns: [asks] })),
  'talk-proposed': because(
    'talk-proposed',
    active({ next: 'you', promise: 'kept', turns: [proposed], talk: stands, may: [...ASKER_ACTIVE, 'accept-talk'] }),
  ),
  'talk-accepted': because('talk-accepted', held({ next: 'other', promise: 'kept', wrote, talk: agreed })),
  'talk-cancelled': because(
    'talk-cancelled',
    held({ promise: 'kept', wrote, lostTalk, turns: [turn('other', 'talk-cancelled', '', 0, null, METTE)] }),
  ),
  answered: because('answered', afterAnswer()),
  corrected: because(
    'corrected',
    afterAnswer({ turns: [corrects], answerTurn: corrects, earlierAnswers: [{ ...answers, corrected: true }] }),
  ),
  commented: because(
    'commented',
    heldAnswered({ rating: 'partly', turns: [turn('other', 'comment', 'Hvem kan sige ja?', 0, null, METTE)] }),
  ),
  thanked: because(
    'thanked',
    heldAnswered({ turns: [turn('other', 'thanks', 'Tak, det var lige det.', 0, null, METTE)] }),
  ),
  learned: because(
    'learned',
    heldClosed({ turns: [turn('other', 'learned', 'Jeg skulle have ringet først.', 0, null, METTE)] }),
  ),
  revealed: because('revealed', held({ next: 'other', promise: 'kept', wrote, talk: stands })),
  'introduce-asked': because('introduce-asked', askedOf()),
  introduced: because('introduced', madeFor()),
  'not-introduced': because('not-introduced', proposedColleague('off')),
  reminded: because('reminded', held({ promise: 'kept', reminded: true, wrote })),
  'asked-on': because(
    'asked-on',
    active({ may: [...ASKER_ACTIVE, 'ask-another'], promise: 'kept', reminded: true, askedOn: true, wrote }),
  ),
  'agent-left': because('agent-left', waiting({ before: { agent: 'Poul Friis', did: 'leave' }, askedAt: hours(-30) })),
  'given-back': because(
    'given-back',
    waiting({ before: { agent: 'Poul Friis', did: 'give-back' }, askedAt: hours(-30) }),
  ),
  'hand-over-asked': because('hand-over-asked', handingOver()),
  handed: because('handed', handed()),
  'handed-over': because('handed-over', active({ agent: 'Karen Skov', promise: 'open', turns: [] })),
  'stays-with-you': because(
    'stays-with-you',
    held({ promise: 'kept', wrote, colleagues: { ...COLLEAGUES, asKept: 'Karen Skov' } }),
  ),
  'invitation-asked': because('invitation-asked', handingOver({ for: 'co-agent' })),
  invited: because('invited', invited()),
  'invitation-ended': because(
    'invitation-ended',
    held({ promise: 'kept', wrote, colleagues: { ...COLLEAGUES, asKept: 'Karen Skov' } }),
  ),
  'co-agent-joined': because(
    'co-agent-joined',
    held({
      promise: 'kept',
      wrote,
      colleagues: { ...COLLEAGUES, coAgent: 'Karen Skov' },
      may: AGENT_ACTIVE.map((verb) => (verb === 'invite-co-agent' ? 'note-to-agent' : verb)),
    }),
  ),
  note: because(
    'note',
    coAgent('active', {
      notes: [{ by: 'other', who: 'Jonas Holm', at: hours(0), text: masked('Hvad siger planloven?') }],
    }),
  ),
  'human-told': because('human-told', waiting({ offer: null, asked: 3, sharing: 'shared', humanTold: true })),
  reopened: because('reopened', held({ promise: 'kept', turns: [mine(answers), theirs(replies)] })),
  'citizen-hears': because(
    'citizen-hears',
    afterAnswer({ ...FOR_CITIZEN, step: STEP.accepted, passOn: { ...WORDS_TO_PASS_ON, reminded: true }, turns: [] }),
  ),
  'follow-up': because(
    'follow-up',
    afterClosing({
      step: null,
      followUp: { askedAt: hours(-0.1), step: null, kept: null, saidAt: null },
      turns: [],
      may: FOLLOW_UP,
    }),
  ),
  closed: because('closed', heldClosed({ rating: 'yes' })),
  withdrawn: because('withdrawn', heldWithdrawn()),
} satisfies { [Why in CaseNews]: CaseNotice & { why: Why } };

/** News that has another headline for the other side, or does not hold any more. */
const NEWS_FOR_OTHERS = {
  'promise-missed-agent': because('promise-missed', held({ promise: 'missed', promisedAt: hours(-2) })),
  'promise-missed-waiting': because('promise-missed', waiting({ promise: 'missed', promisedAt: hours(-2) })),
  'revealed-without-talk': because('revealed', held({ promise: 'kept', wrote, turns: [] })),
  'introduced-agent': because('introduced', proposedColleague('made')),
  'not-introduced-asker': because(
    'not-introduced',
    active({ promise: 'kept', wrote, introduction: { state: 'off', colleague: null } }),
  ),
  'reminded-asker': because('reminded', active({ next: 'you', promise: 'kept', reminded: true, wrote })),
  'talk-moved': because(
    'talk-proposed',
    held({
      promise: 'kept',
      wrote,
      turns: [turn('other', 'talk', '', 0, { ...talk, moves: true }, METTE)],
      talk: stands,
      may: [...AGENT_ACTIVE, 'accept-talk', 'cancel-talk'],
    }),
  ),
  'talk-cancelled-asker': because(
    'talk-cancelled',
    active({
      promise: 'kept',
      wrote,
      turns: [turn('other', 'talk', '', 1, { ...talk, off: true }), turn('other', 'talk-cancelled', '', 0)],
    }),
  ),
  'reminded-too-late': because('reminded', held({ next: 'other', promise: 'kept', turns: [mine(asks)] })),
} satisfies ExamplesOf<'case'>;

const named = <Prefix extends string, Examples extends Record<string, CaseNotice>>(
  prefix: Prefix,
  examples: Examples,
) =>
  Object.fromEntries(Object.entries(examples).map(([name, notice]) => [`${prefix}-${name}`, notice])) as {
    [Name in keyof Examples & string as `${Prefix}-${Name}`]: Examples[Name];
  };

export const CASE_NEWS_EXAMPLES = named('news', { ...NEWS, ...NEWS_FOR_OTHERS });
