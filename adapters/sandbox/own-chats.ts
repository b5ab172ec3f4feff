import type { PersonId } from '../../bot/ids.ts';
import type { ExpiredCounts, OwnChats } from '../../bot/keeping/port.ts';
import type { Database, Filter } from '../store/collection.ts';
import { type Floor, MESSAGES } from './chat.ts';
import type { KeptMessage } from './follow-others.ts';

/** Messages that were last changed before this moment. */
const oldBefore = (before: Date): readonly Filter<KeptMessage>[] => [
  { lastAt: { $lt: before } },
  { lastAt: { $exists: false }, at: { $lt: before } },
];

/** The sandbox's chats, for retention. */
export const openOwnChats = async (database: Database): Promise<OwnChats & Pick<ExpiredCounts, 'countChats'>> => {
  const messages = await database.collection<KeptMessage>('sandboxMessages', MESSAGES);
  const floors = await database.collection<Floor>('sandboxFloors', []);
  return {
    forgetBefore: async (moment, limit) => {
      let gone = 0;
      for (const old of oldBefore(moment)) {
        const page = await messages.find(old, { limit: limit - gone || 1, fields: ['person', 'seq'] });
        const highest = new Map<PersonId, number>();
        for (const { person, seq } of page) highest.set(person, Math.max(seq, highest.get(person) ?? 0));
        for (const [person, seq] of highest)
          if (!(await floors.insert({ _id: person, seq }))) await floors.update({ _id: person }, { $max: { seq } });
        if (page.length > 0) gone += await messages.remove({ _id: { $in: page.map(({ _id }) => _id) } });
        if (gone >= limit) break;
      }
      return gone;
    },
    countChats: async (before) => {
      const dates: Date[] = [];
      for (const old of oldBefore(before))
        for (const { lastAt, at } of await messages.find(old, { fields: ['lastAt', 'at'] })) dates.push(lastAt ?? at);
      const [oldest] = dates.toSorted((a, b) => a.getTime() - b.getTime());
      return { count: dates.length, oldest: oldest ?? null };
    },
  };
};
