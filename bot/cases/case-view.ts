import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { suggestedDate } from './answering.ts';
import type { Case, Turn } from './case.ts';
import { CASE_VERBS } from './command.ts';
import type { CaseNotice, CaseView, TurnView, Viewer, WarningView } from './notice.ts';
import type { CalendarLinks } from './port.ts';
import { openOffer, type Part, refusalFor } from './rules.ts';
import { talkWaits } from './talking.ts';

/** What a view may draw on: the people named in the case, the clock, and where a worry belongs. */
export type Viewing = {
  now: Date;
  time: WorkingTime;
  links: CalendarLinks;
  person(id: PersonId): Person | undefined;
  warn(text: string): WarningView | null;
  /** The units to choose from, when the reader is asked for theirs. */
  units: readonly string[] | null;
};

/** Which turns a message shows, by index; `to` is where a newer message takes over. */
export type Window = { from: number; to?: number };

/** A case as this person may see it now; null for whom it does not exist. Nothing leaves the bot but through here. */
export const caseNotice = (c: Case, part: Part, window: Window, at: Viewing): CaseNotice | null => {
  if (part === 'stranger') return null;
  const settled = window.to !== undefined;
  return { kind: 'case', settled, view: caseView(c, part, window, at) };
};

const caseView = (c: Case, part: Viewer, window: Window, at: Viewing): CaseView => {
  const isAsker = part === 'asker';
  const gone = part === 'past' || (c.state === 'withdrawn' && !isAsker);
  const asker = at.person(c.asker);
  const offer = openOffer(c);
  // What was said between the asker and an earlier agent stays between the two.
  const first = isAsker ? window.from : Math.max(window.from, c.turnsFrom);
  return {
    id: c._id,
    rev: c.rev,
    number: c.number,
    now: at.now,
    viewer: part,
    state: c.state,
    // Whom the case has left no longer reads it on their living card.
    text: gone ? NO_WORDS : c.text,
    principle: c.principle,
    topic: c.topic,
    today: c.today,
    askedAt: c.askedAt,
    asker: asker === undefined || gone || (c.anonymous && !isAsker) ? null : { name: asker.name, unit: c.unit },
    anonymous: c.anonymous,
    leftBy: isAsker ? nameOfLeaver(c, at) : null,
    units: isAsker && c.state === 'waiting' && at.units !== null ? [...at.units] : null,
    agent: c.agent === null ? null : (at.person(c.agent)?.name ?? null),
    promisedAt: c.promisedAt,
    promise: c.promise,
    offer: offer === null ? null : { agent: at.person(offer.agent)?.name ?? '', until: offer.until, why: offer.why },
    asked: c.offers.length - c.roundFrom,
    sharing: c.sharing,
    opening: window.from === 0,
    turns: gone ? [] : c.turns.slice(first, window.to).map((turn, i) => turnView(c, turn, first + i, part, at)),
    said: c.turns.length,
    answer:
      c.answer === null
        ? null
        : { outcome: c.answer.outcome, ground: c.answer.ground, alternative: c.answer.alternative },
    step: c.step,
    rating: c.rating,
    followUp: gone ? null : followUpView(c),
    next: (c.turnOf === 'asker') === isAsker ? 'you' : 'other',
    reminded: c.remindedAt !== null,
    askedOn: c.askedOnAt !== null,
    talkWaits: talkWaits(c),
    closedAt: c.closedAt,
    warning: isAsker && c.state === 'waiting' ? at.warn(c.text) : null,
    may: CASE_VERBS.filter((verb) => refusalFor(c, verb, part, at.now) === null),
    todayDate: at.time.localDate(at.now),
    suggestedDate: suggestedDate(at),
  };
};

const followUpView = ({ followUp }: Case): CaseView['followUp'] =>
  followUp === null || followUp.askedAt === null ? null : { ...followUp, askedAt: followUp.askedAt };

/** Who had the case and no longer works here, until somebody else takes it. */
const nameOfLeaver = (c: Case, at: Viewing): string | null => {
  if (c.state !== 'waiting') return null;
  const last = c.events.findLast(({ kind }) => kind === 'accepted' || kind === 'sent-on' || kind === 'agent-left');
  // To be one's own agent is nobody else's leaving.
  return last?.kind !== 'agent-left' || last.about === null || last.about === c.asker
    ? null
    : (at.person(last.about)?.name ?? '');
};

const turnView = (c: Case, turn: Turn, index: number, part: Viewer, at: Viewing): TurnView => {
  const mine = (turn.by === 'asker') === (part === 'asker');
  const speaker = at.person(turn.who);
  const hidden = turn.by === 'asker' && c.anonymous && part !== 'asker';
  return {
    by: mine ? 'you' : 'other',
    name: hidden ? null : (speaker?.name ?? null),
    kind: turn.kind,
    text: turn.text,
    at: turn.at,
    talk:
      turn.talk === undefined
        ? null
        : {
            ...turn.talk,
            phone: hidden ? null : (speaker?.phone ?? null),
            // An invitation names both, so it waits until the asker has shown who they are.
            calendarUrl: turn.talk.start === null || c.anonymous ? null : at.links.calendar(c._id, index),
          },
  };
};
