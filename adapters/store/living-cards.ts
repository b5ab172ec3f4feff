import type { LivingCardsOfPerson } from '../../bot/accounts/port.ts';
import type { LivingCard, LivingCards } from '../../bot/delivery/living-card.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import type { Database } from './collection.ts';
import { type Fence, FILLED, oneOf } from './fence.ts';

const FENCE: Fence<LivingCard> = { person: FILLED, message: FILLED, platform: oneOf(PLATFORMS) };

export const openPosts = async (database: Database): Promise<LivingCards & LivingCardsOfPerson> => {
  const posts = await database.collection<LivingCard>('posts', [{ fields: { person: 1 } }], FENCE);
  const nameOf = (person: string, id: string) => `${person}|${id}`;
  return {
    get: (person, id) => posts.get(nameOf(person, id)),
    put: async (post) => {
      const _id = nameOf(post.person, post.case);
      if (await posts.insert({ _id, ...post })) return;
      // A delayed write must not restore an older card.
      await posts.update({ _id, pinged: { $lte: post.pinged } }, { $set: { ...post } });
    },
    become: async (from, to) => {
      const theirs = await posts.find({ person: from });
      for (const post of theirs) {
        // Somebody who already had a card about this case keeps their own.
        await posts.insert({ ...post, _id: nameOf(to, post.case), person: to });
        await posts.remove({ _id: post._id });
      }
      return theirs.length;
    },
    forget: (person) => posts.remove({ person }),
  };
};
