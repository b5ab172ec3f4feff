import { composeCase, composeDraft } from '../../bot/compose.ts';
import type { Needs } from '../../bot/needs.ts';
import type { Saying } from '../../bot/owed.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Channel } from './channel.ts';
import type { Delivery, Post, Posts } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';

export type Sending = { needs: Needs; posts: Posts; channelOf(person: Person): Channel };

/** Sends one delivery, or finds that it no longer concerns anybody. @throws DeliveryError or what the store throws */
export const deliver = async (delivery: Delivery, sending: Sending): Promise<'sent' | 'obsolete'> => {
  const to = await sending.needs.people.get(delivery.to);
  if (to === null) throw new DeliveryError('failed', 'the person is not in the directory');
  const { say } = delivery;
  switch (say.kind) {
    case 'reply':
      await sending.channelOf(to).post(to, delivery._id, say.reply);
      return 'sent';
    case 'draft':
      return deliverDraft(delivery, say, to, sending);
    case 'case':
      return deliverCase(delivery, say, to, sending);
  }
};

const deliverDraft = async (
  delivery: Delivery,
  say: Extract<Saying, { kind: 'draft' }>,
  to: Person,
  { needs, posts, channelOf }: Sending,
): Promise<'sent' | 'obsolete'> => {
  const notice = await composeDraft(say.draft, to, needs);
  if (notice === null) return 'obsolete';
  if (delivery.manner === 'ping') {
    const message = await channelOf(to).post(to, delivery._id, notice);
    await posts.put({ person: to._id, case: say.draft, message, from: 0, pinged: 0 });
    return 'sent';
  }
  const post = await posts.get(to._id, say.draft);
  if (post === null) return 'obsolete';
  await channelOf(to).update(to, post.message, notice);
  return 'sent';
};

/**
 * A case stands in a person's chat as one living card, the newest. A ping posts a new one, which takes over the
 * buttons; the card before keeps its words. A quiet update changes the living card in place.
 */
const deliverCase = async (
  delivery: Delivery,
  say: Extract<Saying, { kind: 'case' }>,
  to: Person,
  sending: Sending,
): Promise<'sent' | 'obsolete'> => {
  const { needs, posts, channelOf } = sending;
  const post = await posts.get(to._id, say.case);
  // An earlier ping was made late enough to bring these words, too.
  const told = post !== null && say.from !== 'all' && post.pinged > say.from;
  const from = say.from === 'all' ? 0 : say.from;
  if (delivery.manner === 'ping' && !told) {
    const notice = await composeCase(say.case, to, { from }, needs);
    if (notice === null) return 'obsolete';
    if (notice.view.viewer !== 'past' || say.from === 'all') {
      // Counted from the same read as the card: a word that comes meanwhile gets its own ping.
      const turns = notice.view.said;
      if (post !== null) await settle(post, say.from === 'all' ? turns : from, to, sending);
      const message = await channelOf(to).post(to, delivery._id, notice);
      await posts.put({ person: to._id, case: say.case, message, from, pinged: turns });
      return 'sent';
    }
  }
  if (post === null) return 'obsolete';
  const notice = await composeCase(say.case, to, { from: post.from }, needs);
  if (notice === null) return 'obsolete';
  await channelOf(to).update(to, post.message, notice);
  return 'sent';
};

/** A card that is gone from the chat, or was never taken, needs no settling, and must not hold back the new one. */
const settle = async (post: Post, until: number, to: Person, { needs, channelOf }: Sending): Promise<void> => {
  const notice = await composeCase(post.case, to, { from: post.from, to: until }, needs);
  if (notice === null) return;
  await channelOf(to)
    .update(to, post.message, notice)
    .catch((error: unknown) => {
      if (!(error instanceof DeliveryError) || error.outcome === 'retry') throw error;
    });
};
