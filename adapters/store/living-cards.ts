import type { LivingCardsOfPerson } from '../../bot/accounts/port.ts';
import type { LivingCard, LivingCards } from '../../bot/delivery/living-card.ts';
import type { CardsAbout } from '../../bot/keeping/port.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import type { Database, Index } from './collection.ts';
import { type Fence, FILLED, oneOf } from './fence.ts';

const INDEXES: readonly Index[] = [{ fields: { person: 1 } }, { fields: { case: 1 } }];
const FENCE: Fence<LivingCard> = { person: FILLED, message: FILLED, platform: oneOf(PLATFORMS) };

export const openPosts = async (database: Database): Promise<LivingCards & LivingCardsOfPerson & CardsAbout> => {
  const posts = await database.collection<LivingCard>('posts', INDEXES, FENCE);
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
    readersOf: async (about) => (await posts.find({ case: about }, { fields: ['person'] })).map(({ person }) => person),
    forgetAbout: async (about) => {
      await posts.remove({ case: about });
    },
  };
};
