import { lapse } from './answer-offer.ts';
import type { Case, CaseChange } from './case.ts';
import { QUIET_DAYS, quietUntilNow } from './due.ts';
import { close } from './ending.ts';
import { askFollowUp } from './follow-up.ts';
import { lapseIntroduction } from './introducing.ts';
import { openIntroduction } from './introduction.ts';
import { openInvitation } from './invitations.ts';
import { expireInvitation } from './invite.ts';
import { type Circumstances, finish, type Move, pingAll } from './move.ts';
import { openOffer } from './offer.ts';
import { offerNext } from './offer-next.ts';
import { remindOfCitizen } from './on-behalf.ts';
import { mindSilentAgent } from './silent-agent.ts';
import { remindOfStranded, tellHuman } from './stranded.ts';
import { personOn } from './talking.ts';

/** What the clock did to a case. The jobs count these. */
export type Ticked = {
  did:
    | 'moved-on'
    | 'promise-missed'
    | 'list-reminded'
    | 'human-told'
    | 'reminded'
    | 'asked-on'
    | 'closed'
    | 'citizen-reminded'
    | 'followed-up'
    | 'passed-over'
    | 'introduction-lapsed';
  change: CaseChange;
};

const NOTHING: Move = { set: {}, events: [], tell: [] };

/** Moves on expired offers and invitations, asks agents who became free, notices broken promises, and lets nothing wait in silence. */
export const tickOffers = (c: Case, context: Circumstances): Ticked | null => {
  const invitation = openInvitation(c);
  if (invitation !== null && invitation.until <= context.now) {
    return { did: 'moved-on', change: finish(c, expireInvitation(c, context), context) };
  }
  const offer = openOffer(c);
  if (c.state === 'waiting' && offer !== null && offer.until <= context.now) {
    return { did: 'moved-on', change: finish(c, lapse(c, context), context) };
  }
  if (c.state === 'waiting' && offer === null && (c.sharing === 'refused' || c.sharing === 'no')) {
    const move = offerNext(c, NOTHING, context);
    if (move !== NOTHING) return { did: 'moved-on', change: finish(c, move, context) };
  }
  if ((c.state === 'waiting' || c.state === 'active') && c.promise === 'open' && c.promisedAt <= context.now) {
    return { did: 'promise-missed', change: finish(c, missPromise(c), context) };
  }
  const lapsed = tickIntroduction(c, context);
  if (lapsed !== null) return lapsed;
  const reminder = remindOfStranded(c, context);
  if (reminder !== null) return { did: 'list-reminded', change: finish(c, reminder, context) };
  const told = tellHuman(c, context);
  if (told !== null) return { did: 'human-told', change: finish(c, told, context) };
  const silent = mindSilentAgent(c, context);
  return silent === null ? null : { did: silent.did, change: finish(c, silent.move, context) };
};

/** Tells the asker plainly that the promise was broken, and asks the agent who has the case to write. */
const missPromise = (c: Case): Move => ({
  set: { promise: 'missed' },
  events: [{ kind: 'promise-missed' }],
  tell: pingAll([c.asker, c.agent], 'promise-missed'),
});

/** Lets an introduction go that nobody answered in time (docs/rules.md, "Introductions"). */
const tickIntroduction = (c: Case, context: Circumstances): Ticked | null => {
  const open = openIntroduction(c);
  const lapsed = open === null || open.until > context.now ? null : lapseIntroduction(c);
  return lapsed === null ? null : { did: 'introduction-lapsed', change: finish(c, lapsed, context) };
};

/** Reminds the asker that a citizen hears from somebody that day. */
export const tickCitizen = (c: Case, context: Circumstances): Ticked | null => {
  const reminder = remindOfCitizen(c, context);
  return reminder === null ? null : { did: 'citizen-reminded', change: finish(c, reminder, context) };
};

/** Asks the asker once how it went, before the case closes for being quiet. */
export const tickFollowUp = (c: Case, context: Circumstances): Ticked | null => {
  const lapsed = tickIntroduction(c, context);
  if (lapsed !== null) return lapsed;
  const asked = askFollowUp(c, context);
  return asked === null ? null : { did: asked.did, change: finish(c, asked.move, context) };
};

/** Handles quiet cases: closes an answered one; in an active one, sends a reminder first and then asks the asker. */
export const tickQuiet = (c: Case, context: Circumstances): Ticked | null => {
  const quietFrom = quietUntilNow(c);
  if (quietFrom === null || context.time.addDays(quietFrom, QUIET_DAYS) > context.now) return null;
  if (c.state === 'answered') return { did: 'closed', change: finish(c, close(c, context), context) };
  if (c.remindedAt === null) {
    const to = personOn(c, c.turnOf);
    const move: Move = {
      set: { remindedAt: context.now },
      events: [{ kind: 'reminded' }],
      tell: pingAll([to], 'reminded'),
    };
    return { did: 'reminded', change: finish(c, move, context) };
  }
  const move: Move = {
    set: { askedOnAt: context.now },
    events: [{ kind: 'asked-on' }],
    tell: pingAll([c.asker], 'asked-on'),
  };
  return { did: 'asked-on', change: finish(c, move, context) };
};
