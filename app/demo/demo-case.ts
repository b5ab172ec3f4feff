import type { FollowUp, Step } from '../../bot/cases/answer.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { CaseEvent } from '../../bot/cases/journal.ts';
import type { Turn } from '../../bot/cases/turn.ts';
import { caseId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import type { WorkingTime } from '../../bot/time/working-time.ts';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { type Chance, createChance } from './chance.ts';
import { ANSWER, DILEMMAS, masked, STEP, WORD } from './demo-words.ts';

export type CaseContext = {
  chance: Chance;
  time: WorkingTime;
  promiseHours: number;
  /** Events after this moment are left out. */
  now: Date;
  /** The position among the made-up cases, from 0. */
  nth: number;
  /** The case number that people see. */
  number: number;
};

/** Probabilities, as in a workplace that is still learning to use Sammen. */
const LIKELY = {
  anonymous: 0.17,
  withdrawn: 0.04,
  askedBack: 0.46,
  talk: 0.28,
  step: 0.62,
  rated: 0.68,
  reopened: 0.07,
  followedUp: 0.55,
} as const;
const OUTCOMES = ['advice', 'small-trial', 'meeting', 'clear-no', 'elsewhere'] as const;
const HELPFUL = ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'partly', 'partly', 'no'] as const;
const KEPT = ['yes', 'yes', 'yes', 'yes', 'partly', 'partly', 'no'] as const;
const STEPS = ['step-accepted', 'step-accepted', 'step-moved', 'step-dropped'] as const;

/** Makes a case from question to closing, as the bot itself would have stored it. */
export const makeCase = (asker: Person, agent: Person, askedAt: Date, context: CaseContext): Case => {
  const { chance, time, now } = context;
  const events: CaseEvent[] = [];
  const turns: Turn[] = [];
  const after = (at: Date, hours: number): Date => time.addMinutes(at, Math.max(1, Math.round(hours * 60)));
  const happened = (at: Date, event: Omit<CaseEvent, 'at' | 'about'>, about: CaseEvent['about'] = null): boolean => {
    if (at > now) return false;
    events.push({ at, about, ...event });
    return true;
  };
  const said = (at: Date, by: Turn['by'], kind: Turn['kind'], text: Turn['text']): void => {
    if (at <= now) turns.push({ by, who: by === 'agent' ? agent._id : asker._id, at, kind, text });
  };
  const c = blankCase(asker, agent, askedAt, context);
  happened(askedAt, { kind: 'asked', by: asker._id });
  happened(askedAt, { kind: 'offered', by: asker._id }, agent._id);
  if (chance.happens(LIKELY.withdrawn)) {
    const at = after(askedAt, 1 + chance.next() * 3);
    if (happened(at, { kind: 'withdrawn', by: asker._id })) return { ...c, state: 'withdrawn', closedAt: at, events };
  }
  // Most agents answer within an hour or two, some the next day, and a few too late.
  const accepted = after(askedAt, 0.1 + chance.next() ** 2 * 3);
  const word = after(accepted, 0.1 + chance.next() ** 4 * 11);
  if (!happened(accepted, { kind: 'accepted', by: agent._id })) return { ...c, state: 'waiting', agent: null, events };
  if (word > c.promisedAt) happened(c.promisedAt, { kind: 'promise-missed', by: null });
  const asksBack = chance.happens(LIKELY.askedBack);
  if (asksBack && happened(word, { kind: 'asked-back', by: agent._id })) said(word, 'agent', 'ask-back', WORD);
  if (chance.happens(LIKELY.talk)) happened(after(word, 0.5), { kind: 'talk-proposed', by: agent._id });
  const answered = asksBack ? after(word, 2 + chance.next() * 14) : word;
  const outcome = chance.mostly(OUTCOMES);
  const promise = word <= now ? (word <= c.promisedAt ? 'kept' : 'missed') : 'open';
  const active: Case = { ...c, state: 'active', promise, events, turns };
  if (!happened(answered, { kind: 'answered', by: agent._id, outcome })) return active;
  said(answered, 'agent', 'answer', ANSWER);
  const became = chance.happens(LIKELY.step) ? chance.of(STEPS) : null;
  if (became !== null) happened(after(answered, 3), { kind: became, by: asker._id });
  const step = became === null || became === 'step-dropped' ? null : { text: STEP, date: stepDate(answered, context) };
  const followUp = step === null ? null : follow(step, asker, context, happened);
  const helpful = chance.of(HELPFUL);
  const isRated =
    chance.happens(LIKELY.rated) && happened(after(answered, 5), { kind: 'rated', by: asker._id, helpful });
  if (chance.happens(LIKELY.reopened)) {
    const again = after(answered, 9);
    happened(again, { kind: 'reopened', by: asker._id });
    happened(after(again, 4), { kind: 'answered', by: agent._id, outcome });
  }
  const closed = time.addDays(answered, 12);
  return {
    ...active,
    state: happened(closed, { kind: 'closed', by: null }) ? 'closed' : 'answered',
    closedAt: closed <= now ? closed : null,
    answer: { by: agent._id, at: answered, outcome, ground: null, alternative: null },
    rating: isRated ? helpful : null,
    step: step === null ? null : { ...step, state: 'accepted' },
    followUp,
    wordAt: answered,
    turnOf: 'asker',
  };
};

const stepDate = (answered: Date, { time, nth }: CaseContext): string =>
  time.localDate(time.addDays(answered, 4 + createChance(nth).whole(6)));

/** Has its own random sequence, so that the rest of the made-up case stays as it was before follow-ups existed. */
const follow = (
  step: Pick<Step, 'text' | 'date'>,
  asker: Person,
  { time, nth }: CaseContext,
  happened: (at: Date, event: Omit<CaseEvent, 'at' | 'about'>) => boolean,
): FollowUp | null => {
  const chance = createChance(-1 - nth);
  const askedAt = time.nextOpen(time.at(step.date, '00:00'));
  const [says, kept] = [chance.happens(LIKELY.followedUp), chance.of(KEPT)];
  const saidAt = time.addMinutes(askedAt, 10 + chance.whole(900));
  if (!happened(askedAt, { kind: 'follow-up-asked', by: null })) return null;
  const isSaid = says && happened(saidAt, { kind: 'followed-up', by: asker._id, kept });
  return { askedAt, step, kept: isSaid ? kept : null, saidAt: isSaid ? saidAt : null };
};

/** For whom some ask. By number, so that the rest of a made-up case stays as it was before. */
const EVERY = [
  { th: 6, whom: 'citizen' },
  { th: 11, whom: 'colleague' },
] as const;

const blankCase = (asker: Person, agent: Person, askedAt: Date, context: CaseContext): Case => {
  const { chance, time, promiseHours, nth, number } = context;
  const promisedAt = time.promise(askedAt, promiseHours * 60);
  return {
    _id: caseId(`demo-case-${nth}`),
    number,
    rev: 0,
    state: 'active',
    asker: asker._id,
    anonymous: chance.happens(LIKELY.anonymous),
    for: EVERY.find(({ th }) => nth % th === th - 1)?.whom ?? 'me',
    unit: asker.unit,
    asksUnit: false,
    language: 'da',
    text: masked(chance.of(DILEMMAS)),
    principle: chance.happens(0.5) ? chance.of(PRINCIPLES) : chance.mostly(PRINCIPLES),
    topic: chance.happens(0.5) ? chance.of(TOPICS) : chance.mostly(TOPICS),
    today: false,
    askedAt,
    promisedAt,
    promise: 'open',
    offers: [
      {
        agent: agent._id,
        at: askedAt,
        until: time.promise(askedAt, 120),
        state: 'accepted',
        why: null,
        declined: null,
      },
    ],
    roundFrom: 0,
    turnsFrom: 0,
    sharing: 'no',
    agent: agent._id,
    turns: [],
    answer: null,
    step: null,
    rating: null,
    followUp: null,
    wordAt: askedAt,
    turnOf: 'agent',
    waitRemindedAt: null,
    humanToldAt: null,
    remindedAt: null,
    askedOnAt: null,
    closedAt: null,
    dueAt: null,
    events: [],
    receipts: [],
    owes: [],
  };
};
