import { composeCase } from '../../bot/cases/compose-case.ts';
import { compose } from '../../bot/conversation/compose.ts';
import { type Decision, decide, nothingToShow, UNKNOWN_RECIPIENT } from '../../bot/delivery/decide.ts';
import type { LivingCard, Place } from '../../bot/delivery/living-card.ts';
import { waitsToSettle } from '../../bot/delivery/reach.ts';
import { type CaseId, personId } from '../../bot/ids.ts';
import type { Notice, Saying } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Deliver, Delivered, Delivery, Queue } from '../../outbox/ports.ts';
import { carryOut } from './carry-out.ts';
import { deliverToTeam } from './deliver-to-team.ts';
import type { PersonalSaying, Sending } from './deps.ts';
import { type Gathered, gatherSubject, opensAt } from './gather-facts.ts';
import { postToReachablePlatform } from './post-to-reachable-platform.ts';

/** Gathers the facts of a delivery, decides, and carries out the decision. */
export const createDeliver =
  (sending: Sending): Deliver<Saying> =>
  (delivery, asks) => {
    const { say } = delivery;
    const asking = countingRequests(sending, asks);
    return say.kind === 'team' ? deliverToTeam(delivery, say, asking) : deliverToPerson({ ...delivery, say }, asking);
  };

/** Calls `asks` before every request to a platform, so that the rate limit counts it. */
const countingRequests = (sending: Sending, asks: (queue: Queue) => void): Sending => ({
  ...sending,
  channelOn: (platform) => {
    const channel = sending.channelOn(platform);
    if (channel === null) return null;
    return {
      post: (...all) => {
        asks(platform);
        return channel.post(...all);
      },
      postInTeam: (...all) => {
        asks(platform);
        return channel.postInTeam(...all);
      },
      update: (...all) => {
        asks(platform);
        return channel.update(...all);
      },
    };
  },
});

type ToPerson = Delivery<PersonalSaying>;

const deliverToPerson = async (delivery: ToPerson, sending: Sending): Promise<Delivered> => {
  const { people } = sending.deps;
  const named = await people.get(personId(delivery.to));
  if (named === null) return carryOut(UNKNOWN_RECIPIENT);
  const to = await resolveJoined(named, people);
  const gathered = await gatherSubject(delivery, delivery.say, to, sending);
  const decision = decide(delivery, { to: named, opensAt: opensAt(sending.deps), about: gathered.about });
  switch (decision.kind) {
    case 'post':
      return gathered.notice === null
        ? carryOut(nothingToShow(named))
        : post(decision, gathered.notice, delivery, to, gathered, sending);
    case 'update': {
      const notice =
        decision.from === gathered.from
          ? gathered.notice
          : await compose(delivery.say, to, { from: decision.from }, sending.deps);
      if (notice === null || gathered.card === null) return carryOut(nothingToShow(named));
      return update(gathered.card, to, notice, sending);
    }
    default:
      return carryOut(decision);
  }
};

const SENT: Delivered = { kind: 'sent' };

const post = async (
  { card, settle }: Extract<Decision, { kind: 'post' }>,
  notice: Notice,
  delivery: ToPerson,
  to: Person,
  gathered: Gathered,
  sending: Sending,
): Promise<Delivered> => {
  const { say } = delivery;
  const { deps, posts } = sending;
  if (say.kind === 'case' && settle !== null && gathered.card !== null)
    await settleCard(say.case, gathered.card, settle, delivery.attempts, to, sending);
  const place = await postToReachablePlatform(delivery, to, notice, sending);
  // Noted before the delivery is marked as sent, so that a repeated delivery sees that the nudge has gone out.
  if (say.kind === 'nudge') await deps.nudges.sent(say.nudge, { at: deps.clock(), ...place });
  const dilemma = say.kind === 'case' ? say.case : say.kind === 'draft' ? say.draft : null;
  if (dilemma !== null && card !== null)
    await posts.put({ person: to._id, case: dilemma, ...place, ...card, ...newsIn(notice) });
  return SENT;
};

/** The news in the headline of a case's card; later updates keep it until something else has happened. */
const newsIn = (notice: Notice): Pick<LivingCard, 'news'> =>
  notice.kind === 'case' ? { news: { why: notice.why, events: notice.view.eventCount } } : {};

const update = async (
  { platform, message }: Place,
  to: Person,
  notice: Notice,
  { channelOn }: Sending,
): Promise<Delivered> => {
  await channelOn(platform)?.update(to, message, notice);
  return SENT;
};

/** Updates the previous card: it keeps its text and loses its buttons. */
const settleCard = async (
  id: CaseId,
  card: Place,
  turns: { from: number; to: number },
  attempts: number,
  to: Person,
  sending: Sending,
): Promise<void> => {
  const notice = await composeCase(id, to, turns, sending.deps);
  if (notice === null) return;
  await update(card, to, notice, sending).catch((error: unknown) => {
    const outcome = error instanceof DeliveryError ? error.outcome : 'retry';
    if (waitsToSettle({ outcome }, card, to, attempts)) throw error;
  });
};
