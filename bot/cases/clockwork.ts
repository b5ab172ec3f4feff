import type { Case, CaseChange } from './case.ts';
import { QUIET_DAYS } from './due.ts';
import { close } from './ending.ts';
import { askHowItWent } from './follow-up.ts';
import { type Circumstances, finish, type Move, tellAll } from './move.ts';
import { lapse, offerNext } from './offers.ts';
import { openOffer } from './rules.ts';
import { personOn } from './talking.ts';

/** What the clock did to a case; the jobs count these. */
export type Ticked = {
  did: 'moved-on' | 'promise-missed' | 'reminded' | 'asked-on' | 'closed' | 'followed-up' | 'passed-over';
  change: CaseChange;
};

const NOTHING: Move = { set: {}, events: [], tell: [] };

/** Offers that were not answered, agents who became free, and promises that did not hold. */
export const tickOffers = (c: Case, at: Circumstances): Ticked | null => {
  const offer = openOffer(c);
  if (c.state === 'waiting' && offer !== null && offer.until <= at.now) {
    return { did: 'moved-on', change: finish(c, lapse(c, at), at) };
  }
  if (c.state === 'waiting' && offer === null && c.sharing === 'refused') {
    const move = offerNext(c, NOTHING, at);
    if (move !== NOTHING) return { did: 'moved-on', change: finish(c, move, at) };
  }
  if ((c.state === 'waiting' || c.state === 'active') && c.promise === 'open' && c.promisedAt <= at.now) {
    return { did: 'promise-missed', change: finish(c, missPromise(c), at) };
  }
  return null;
};

/** The asker hears plainly that the promise did not hold; the agent who has the case is asked for a word. */
const missPromise = (c: Case): Move => ({
  set: { promise: 'missed' },
  events: [{ kind: 'promise-missed' }],
  tell: tellAll([c.asker, c.agent], 'ping'),
});

/** The asker is asked once how it went, before the case closes for being quiet. */
export const tickFollowUp = (c: Case, at: Circumstances): Ticked | null => {
  const asked = askHowItWent(c, at);
  return asked === null ? null : { did: asked.did, change: finish(c, asked.move, at) };
};

/** Quiet cases: an answered one closes; in an active one somebody is reminded, then the asker chooses. */
export const tickQuiet = (c: Case, at: Circumstances): Ticked | null => {
  const quietSince = (moment: Date) => at.time.addDays(moment, QUIET_DAYS) <= at.now;
  if (c.state === 'answered' && quietSince(c.wordAt)) return { did: 'closed', change: finish(c, close(c, at), at) };
  if (c.state !== 'active' || c.askedOnAt !== null || !quietSince(c.remindedAt ?? c.wordAt)) return null;
  if (c.remindedAt === null) {
    const to = personOn(c, c.turnOf);
    const move: Move = {
      set: { remindedAt: at.now },
      events: [{ kind: 'reminded' }],
      tell: tellAll([to], 'ping'),
    };
    return { did: 'reminded', change: finish(c, move, at) };
  }
  const move: Move = {
    set: { askedOnAt: at.now },
    events: [{ kind: 'asked-on' }],
    tell: [{ to: c.asker, manner: 'ping' }],
  };
  return { did: 'asked-on', change: finish(c, move, at) };
};
