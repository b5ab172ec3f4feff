import { composeCase } from '../../bot/cases/compose-case.ts';
import type { Deps } from '../../bot/deps.ts';
import { composeDraft } from '../../bot/drafts/compose-draft.ts';
import { personId } from '../../bot/ids.ts';
import { composeCode } from '../../bot/lives/linking/ask-for-code.ts';
import type { Saying } from '../../bot/notices.ts';
import { homeOf, type Person } from '../../bot/people/person.ts';
import { whoTheyAre } from '../../bot/people/resolve-joined.ts';
import type { Platform } from '../../bot/platform.ts';
import type { Channel } from './channel.ts';
import { deliverNudge } from './deliver-nudge.ts';
import { deliverToTeam } from './deliver-to-team.ts';
import { type Delivered, type Delivery, OBSOLETE, type Post, type Posts, SENT } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import { postWhereTheyAre } from './post-where-they-are.ts';

export type Sending = {
  deps: Deps;
  posts: Posts;
  /** Null: the platform is not configured, or is no more. */
  channelOn(platform: Platform): Channel | null;
};

/** Sends one delivery, or finds that it no longer concerns anybody. @throws DeliveryError or what the store throws */
export const deliver = async (delivery: Delivery, sending: Sending): Promise<Delivered> => {
  const { say } = delivery;
  if (say.kind === 'team') return deliverToTeam(delivery, say, sending);
  const named = await sending.deps.people.get(personId(delivery.to));
  if (named === null) throw new DeliveryError('failed', 'the person is not in the directory');
  const to = await whoTheyAre(named, sending.deps.people);
  const sent = await deliverTo(to, say, delivery, sending);
  // What it is about may still be on its way from one person to the other.
  if (sent === OBSOLETE && named.joining) throw new DeliveryError('retry', 'the person is being made one with another');
  return sent;
};

const deliverTo = async (
  to: Person,
  say: Exclude<Saying, { kind: 'team' }>,
  delivery: Delivery,
  sending: Sending,
): Promise<Delivered> => {
  const opens = opensAgain(delivery, sending.deps);
  if (opens !== null) return { kind: 'later', at: opens };
  switch (say.kind) {
    case 'reply':
      await postWhereTheyAre(delivery, to, say.reply, sending);
      return SENT;
    case 'link-code':
      await postWhereTheyAre(delivery, to, composeCode(say, sending.deps), sending);
      return SENT;
    case 'draft':
      return deliverDraft(delivery, say, to, sending);
    case 'nudge':
      return deliverNudge(delivery, say.nudge, to, sending);
    case 'case':
      return deliverCase(delivery, say, to, sending);
  }
};

/**
 * When a ping that is late, after a fault or a stop of Sammen, may come: nobody is pinged outside working hours, but for
 * an answer to their own act (docs/rules.md, "Quiet hours"). A nudge looks at its hours itself, for its week may be
 * over by then.
 */
const opensAgain = ({ manner, answers, say }: Delivery, { time, clock }: Deps): Date | null =>
  manner === 'quiet' || answers === true || say.kind === 'nudge' || time.isOpen(clock())
    ? null
    : time.nextOpen(clock());

const deliverDraft = async (
  delivery: Delivery,
  say: Extract<Saying, { kind: 'draft' }>,
  to: Person,
  sending: Sending,
): Promise<Delivered> => {
  const { deps, posts } = sending;
  const notice = await composeDraft(say.draft, to, deps);
  if (notice === null) return OBSOLETE;
  if (delivery.manner === 'ping') {
    const place = await postWhereTheyAre(delivery, to, notice, sending);
    await posts.put({ person: to._id, case: say.draft, ...place, from: 0, pinged: 0 });
    return SENT;
  }
  const post = await posts.get(to._id, say.draft);
  return post === null ? OBSOLETE : updateWhereItStands(post, to, notice, sending);
};

/**
 * A case stands in a person's chat as one living card, the newest. A ping posts a new one, which takes over the
 * buttons; the card before keeps its words. A quiet update changes the living card in place, on its own platform.
 */
const deliverCase = async (
  delivery: Delivery,
  say: Extract<Saying, { kind: 'case' }>,
  to: Person,
  sending: Sending,
): Promise<Delivered> => {
  const { deps, posts } = sending;
  const post = await posts.get(to._id, say.case);
  // An earlier ping was made late enough to bring these words, too.
  const told = post !== null && say.from !== 'all' && post.pinged > say.from;
  const from = say.from === 'all' ? 0 : say.from;
  if (delivery.manner === 'ping' && !told) {
    const notice = await composeCase(say.case, to, { from }, deps);
    if (notice === null) return OBSOLETE;
    if (notice.view.viewer !== 'past' || say.from === 'all') {
      // Counted from the same read as the card: a word that comes meanwhile gets its own ping.
      const turns = notice.view.said;
      if (post !== null) await settle({ post, until: say.from === 'all' ? turns : from, delivery }, to, sending);
      const place = await postWhereTheyAre(delivery, to, notice, sending);
      await posts.put({ person: to._id, case: say.case, ...place, from, pinged: turns });
      return SENT;
    }
  }
  if (post === null) return OBSOLETE;
  const notice = await composeCase(say.case, to, { from: post.from }, deps);
  return notice === null ? OBSOLETE : updateWhereItStands(post, to, notice, sending);
};

/** A card on a platform that is configured no more is passed over: nobody sees it. */
const updateWhereItStands = async (
  { platform, message }: Post,
  to: Person,
  notice: Parameters<Channel['update']>[2],
  { channelOn }: Sending,
): Promise<Delivered> => {
  const channel = channelOn(platform);
  if (channel === null) return OBSOLETE;
  await channel.update(to, message, notice);
  return SENT;
};

/** So many tries wait for another platform to take a card's buttons away. */
const TRIES_THAT_WAIT = 3;

/**
 * A card that is gone from the chat, or was never taken, needs no settling, and must not hold back the new one. Nor
 * may a platform that is out of order hold back what somebody gets on another for long: a button left standing there
 * does nothing that the case does not allow.
 */
const settle = async (
  { post, until, delivery }: { post: Post; until: number; delivery: Delivery },
  to: Person,
  sending: Sending,
): Promise<void> => {
  const notice = await composeCase(post.case, to, { from: post.from, to: until }, sending.deps);
  if (notice === null) return;
  const elsewhere = homeOf(to)?.platform !== post.platform;
  await updateWhereItStands(post, to, notice, sending).catch((error: unknown) => {
    const outcome = error instanceof DeliveryError ? error.outcome : 'retry';
    const again = outcome === 'retry' || outcome === 'barred';
    const waited = outcome === 'barred' || delivery.attempts >= TRIES_THAT_WAIT;
    if (again && !(elsewhere && waited)) throw error;
  });
};
