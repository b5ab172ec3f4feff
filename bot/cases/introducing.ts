import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import type { Introduction } from './introduction.ts';
import { introductionPutTo, openIntroduction, withOpen } from './introduction.ts';
import { type Circumstances, type Move, updateAll } from './move.ts';
import { addTurn } from './talking.ts';

/** How long an introduction waits for each answer, in working minutes (docs/rules.md, "Introductions"). */
const MINUTES_TO_ANSWER = 240;

const answerBy = ({ now, time }: Pick<Circumstances, 'now' | 'time'>): Date => time.promise(now, MINUTES_TO_ANSWER);

/**
 * The agent proposes a third colleague, with one line why. The asker is asked first. With an anonymous asker, a colleague
 * whom the asker may not be introduced to is taken like any other: what is refused would tell who asks.
 * @throws Refusal on the field `person`
 */
export const requestIntroduction = (
  c: Case,
  { text }: MeasuredCommand<'request-introduction'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  const { colleague, now } = context;
  if (colleague === undefined) throw new Error('whom to introduce was not looked up');
  const refuse = (code: Refusal['code'], day: string | null = null): never => {
    throw new Refusal(code, colleague.name, 'person', day);
  };
  if (colleague.id === actor) refuse('not-yourself');
  if (wasProposed(c, colleague.id, actor)) refuse('introduced-before');
  if (!c.anonymous) {
    if (colleague.id === c.asker) refuse('introduce-asker');
    if (context.managers.has(colleague.id) && !isLeftOut(c, colleague.id)) refuse('introduce-manager');
  }
  if (!colleague.reachable) refuse('colleague-unreachable');
  if (colleague.awayUntil !== null) refuse('away-until', colleague.awayUntil);
  const introduction: Introduction = {
    by: actor,
    who: colleague.id,
    turn: c.turns.length,
    at: now,
    until: answerBy(context),
    state: 'asker',
    putAt: null,
  };
  const move = addTurn(c, actor, 'introduction', text, 'introduction-proposed');
  return {
    ...move,
    set: { introductions: [...(c.introductions ?? []), introduction] },
    events: [{ kind: 'introduction-proposed', about: colleague.id }],
  };
};

/** Nobody is asked twice for the same agent: a no, or silence, is an answer. */
const wasProposed = ({ introductions = [] }: Case, who: PersonId, by: PersonId): boolean =>
  introductions.some((one) => one.who === who && one.by === by && one.state !== 'ended');

const isLeftOut = ({ notTo = [] }: Pick<Case, 'notTo'>, who: PersonId): boolean => notTo.includes(who);

/** Why an asker cannot be introduced to this colleague; null when they can. */
export type Barrier = 'yourself' | 'left-out' | 'manager';

/** @param strangers the asker's managers, and the agents whom the asker does not want asked */
export const barrierTo = (
  c: Pick<Case, 'asker' | 'notTo'>,
  who: PersonId,
  strangers: ReadonlySet<PersonId>,
): Barrier | null => {
  if (who === c.asker) return 'yourself';
  if (isLeftOut(c, who)) return 'left-out';
  return strangers.has(who) ? 'manager' : null;
};

/** A yes: first the asker's, then the colleague's. @throws Refusal */
export const acceptIntroduction = (c: Case, actor: PersonId, context: Circumstances): Move => {
  const open = questionTo(c, actor);
  if (open.state === 'colleague') return introduce(c, open);
  if (barrierTo(c, open.who, context.managers) !== null) throw new Refusal('introduction-stopped');
  // Since the agent proposed it, the colleague may have left or gone away, or no message reaches them any more.
  if (!isThere(context.colleague)) return notMade(c, open, 'lapsed');
  return {
    set: {
      introductions: withOpen(c, { state: 'colleague', putAt: context.now, until: answerBy(context) }),
    },
    events: [{ kind: 'introduction-agreed', about: open.who }],
    // The agent hears of neither yes alone: then a no would have a name.
    tell: [
      { to: open.who, manner: 'ping', why: 'introduce-asked' },
      { to: c.asker, manner: 'quiet' },
    ],
  };
};

const isThere = (colleague: Circumstances['colleague']): boolean =>
  colleague?.reachable === true && colleague.awayUntil === null;

const introduce = (c: Case, { who }: Introduction): Move => ({
  set: { introductions: withOpen(c, { state: 'made' }) },
  events: [{ kind: 'introduced', about: who }],
  tell: [
    { to: c.asker, manner: 'ping', why: 'introduced' },
    ...updateAll([who]),
    ...updateAll([c.agent], 'introduced'),
  ],
});

/** A no, of the asker or of the colleague; the agent is never told whose. @throws Refusal */
export const declineIntroduction = (c: Case, actor: PersonId): Move => {
  const move = notMade(c, questionTo(c, actor), 'declined');
  return { ...move, events: move.events.map((event) => ({ ...event, kind: 'introduction-declined' })) };
};

/** Nobody answered in time, or the colleague is not here any more. */
export const lapseIntroduction = (c: Case): Move | null => {
  const open = openIntroduction(c);
  return open === null ? null : notMade(c, open, 'lapsed');
};

const notMade = (c: Case, open: Introduction, state: 'declined' | 'lapsed'): Move => ({
  set: { introductions: withOpen(c, { state }) },
  events: [{ kind: 'introduction-lapsed', about: open.who }],
  tell: [
    ...updateAll([c.asker], open.state === 'colleague' ? 'not-introduced' : 'changed'),
    ...updateAll(open.state === 'colleague' ? [open.who] : []),
    ...updateAll([c.agent], 'not-introduced'),
  ],
});

/** The open introduction, if it waits for this person's answer. */
const questionTo = (c: Case, actor: PersonId): Introduction => {
  const open = openIntroduction(c);
  const isTheirs = actor === c.asker ? open?.state === 'asker' : open !== null && introductionPutTo(c, actor) === open;
  if (open === null || !isTheirs) throw new Refusal('no-introduction');
  return open;
};
