import { compose } from '../../bot/conversation/compose.ts';
import { type Decision, decide, nothingToShow, UNKNOWN_RECIPIENT } from '../../bot/delivery/decide.ts';
import type { LivingCard, Place } from '../../bot/delivery/living-card.ts';
import { settling } from '../../bot/delivery/settling.ts';
import { personId } from '../../bot/ids.ts';
import { standsAt } from '../../bot/messages/sent-messages.ts';
import type { Notice, Saying } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';
import type { Deliver, Delivered, Delivery, RequestOn } from '../../outbox/ports.ts';
import type { Alarm } from './alarm.ts';
import { carryOut } from './carry-out.ts';
import { deliverToTeam } from './deliver-to-team.ts';
import type { PersonalSaying, Sending } from './deps.ts';
import { type Gathered, gatherSubject, opensAt } from './gather-facts.ts';
import { ownFault } from './own-fault.ts';
import { postToReachablePlatform } from './post-to-reachable-platform.ts';
import { settleCard } from './settle-card.ts';
import { updateCard } from './update-card.ts';

/** Gathers the facts of a delivery, decides, and carries out the decision. */
export const createDeliver =
  (sending: Sending, alarm: Pick<Alarm, 'onSetAside'>): Deliver<Saying> =>
  (delivery, request) =>
    deliver(delivery, requestingThrough(request, sending)).catch((error: unknown) => ownFault(error, delivery, alarm));

const deliver = (delivery: Delivery<Saying>, sending: Sending): Promise<Delivered> => {
  const { say } = delivery;
  switch (say.kind) {
    case 'team':
      return deliverToTeam(delivery, say, sending);
    case 'settle':
      return settleCard(delivery, say, sending);
    default:
      return deliverToPerson({ ...delivery, say }, sending);
  }
};

/** Makes every request to a platform through the outbox, which counts it and holds it while Sammen is shut out. */
const requestingThrough = (request: RequestOn, sending: Sending): Sending => ({
  ...sending,
  channelOn: (platform) => {
    const channel = sending.channelOn(platform);
    if (channel === null) return null;
    return {
      post: (...all) => request(platform, () => channel.post(...all)),
      postInTeam: (...all) => request(platform, () => channel.postInTeam(...all)),
      reopen: (...all) => request(platform, () => channel.reopen(...all)),
      update: (...all) => request(platform, () => channel.update(...all)),
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
      return updateCard(gathered.card, to, notice, delivery, sending);
    }
    default:
      return carryOut(decision);
  }
};

const post = async (
  { card, settle }: Extract<Decision, { kind: 'post' }>,
  notice: Notice,
  delivery: ToPerson,
  to: Person,
  { card: older }: Gathered,
  sending: Sending,
): Promise<Delivered> => {
  const { say } = delivery;
  const { deps, posts } = sending;
  const place = await postToReachablePlatform(delivery, to, notice, sending);
  // Noted before the delivery is marked as sent, so that a repeated delivery sees that the nudge has gone out.
  // At the moment of the card: what it says of the next one counts from there.
  const at = notice.kind === 'nudge' ? notice.view.now : deps.clock();
  if (say.kind === 'nudge') await deps.nudges.sent(say.nudge, { at, ...place });
  // Owed before the new card is noted: a process that dies in between has forgotten neither card.
  if (settle !== null && older !== null && !isSame(older, place)) {
    const who = personId(delivery.to);
    const replaced =
      say.kind === 'case'
        ? { case: say.case, turns: settle }
        : say.kind === 'draft'
          ? { draft: say.draft }
          : say.kind === 'story'
            ? { story: say.story }
            : null;
    if (replaced !== null) await deps.outbox.add([settling(who, replaced, older, place, deps.clock())]);
  }
  const subject = subjectIn(say);
  if (subject !== null && card !== null)
    await posts.put({ person: to._id, case: subject, ...place, ...card, ...newsIn(notice) });
  return { kind: 'sent', standsAt: standsAt(place.platform, place.message) };
};

/** What has one living card in each of its readers' chats. */
const subjectIn = (say: PersonalSaying): LivingCard['case'] | null => {
  switch (say.kind) {
    case 'case':
      return say.case;
    case 'draft':
      return say.draft;
    case 'story':
      return say.story;
    case 'meeting':
      return say.meeting;
    default:
      return null;
  }
};

/** A platform that detects repeats answers with the message that stands there already. */
const isSame = (one: Place, other: Place): boolean => one.platform === other.platform && one.message === other.message;

/** The news in the headline of a case's card; later updates keep it until something else has happened. */
const newsIn = (notice: Notice): Pick<LivingCard, 'news'> =>
  notice.kind === 'case' ? { news: { why: notice.why, events: notice.view.eventCount } } : {};
