import type { StoriesToCount } from '../../bot/adoption/port.ts';
import type { StoryId } from '../../bot/ids.ts';
import type { NewestStories, PublishedStories, Stories } from '../../bot/stories/port.ts';
import { type PublishedStory, published, STORY_STATES, type Story } from '../../bot/stories/story.ts';
import { LANGUAGES, PRINCIPLES, TOPICS } from '../../bot/words.ts';
import type { Database, Filter, FindOptions, Index, Update } from './collection.ts';
import { decidedNow } from './decided.ts';
import { type Fence, FILLED, MOMENT, NOT_NEGATIVE, oneOf } from './fence.ts';

const INDEXES: readonly Index[] = [
  { fields: { case: 1 }, unique: true },
  { fields: { teller: 1 } },
  { fields: { agent: 1 } },
  { fields: { 'meetings.writer': 1 }, sparse: true },
  { fields: { 'meetings.until': 1 }, sparse: true },
  { fields: { state: 1, _id: 1 } },
  { fields: { state: 1, publishedIn: -1, _id: 1 } },
  { fields: { state: 1, principle: 1, publishedIn: -1, _id: 1 } },
  { fields: { changedAt: 1 } },
  { fields: { toCount: 1 }, sparse: true },
  { fields: { 'owes.id': 1 }, sparse: true },
];

/**
 * `changedAt`: when it was last written, by the machine's clock, for the indexes of other processes. `toCount` is set while
 * it has changes that its facts do not reflect yet.
 */
type StoredStory = Story & { changedAt: Date; toCount?: true };

const bare = ({ changedAt: _changedAt, toCount: _toCount, ...story }: StoredStory): Story => story;

const FENCE: Fence<StoredStory> = {
  rev: NOT_NEGATIVE,
  state: oneOf(STORY_STATES),
  case: FILLED,
  principle: oneOf(PRINCIPLES),
  topic: oneOf(TOPICS),
  language: oneOf(LANGUAGES),
  changedAt: MOMENT,
};

/** Every port that the stored stories implement. */
export type StoredStories = Stories & PublishedStories & NewestStories & StoriesToCount;

export const openStories = async (database: Database): Promise<StoredStories> => {
  const stories = await database.collection<StoredStory>('stories', INDEXES, FENCE);
  const read = async (filter: Filter<StoredStory>, options: FindOptions<StoredStory>): Promise<PublishedStory[]> =>
    (await stories.find(filter, options)).flatMap((story) => published(story) ?? []);
  return {
    add: (story) => stories.insert({ ...story, owes: decidedNow(story.owes), changedAt: new Date(), toCount: true }),
    get: async (id) => bareOrNull(await stories.get(id)),
    ofCase: async (id) => bareOrNull((await stories.find({ case: id }, { limit: 1 }))[0] ?? null),
    change: (id, rev, change, receipt) => {
      const update: Update<StoredStory> = {
        $set: { ...change.set, changedAt: new Date(), toCount: true },
        $inc: { rev: 1 },
      };
      const push: Update<StoredStory>['$push'] = {};
      if (change.owes.length > 0) push.owes = { $each: decidedNow(change.owes) };
      if (receipt !== null) push.receipts = receipt;
      if (Object.keys(push).length > 0) update.$push = push;
      return stories.update({ _id: id, rev }, update);
    },
    of: async (person) => {
      const found = [
        ...(await stories.find({ teller: person })),
        ...(await stories.find({ agent: person })),
        ...(await stories.find({ 'meetings.writer': person })),
      ];
      return [...new Map(found.map((story) => [story._id, bare(story)])).values()];
    },
    publishedAfter: (after, limit) => read({ state: 'published', _id: { $gt: after } }, { sort: { _id: 1 }, limit }),
    newestAfter: async (after, limit) => {
      const out: Filter<StoredStory> = { state: 'published' };
      const options = { sort: { publishedIn: -1, _id: 1 } as const, limit };
      if (after === null) return read(out, options);
      const inWeek = { ...out, publishedIn: after.week, _id: { $gt: after._id } };
      const sameWeek = await read(inWeek, { sort: { _id: 1 }, limit });
      const left = limit - sameWeek.length;
      const before = { ...out, publishedIn: { $lt: after.week } };
      const earlier = left === 0 ? [] : await read(before, { ...options, limit: left });
      return [...sameWeek, ...earlier];
    },
    newestUnder: (principle, limit) =>
      read({ state: 'published', principle }, { sort: { publishedIn: -1, _id: 1 }, limit }),
    toCount: async (limit) => (await stories.find({ toCount: true }, { limit })).map(bare),
    counted: async (id, rev) => {
      await stories.update({ _id: id, rev }, { $unset: { toCount: true } });
    },
    changedSince: async (moment) =>
      (await stories.find({ changedAt: { $gte: moment } })).map(
        (story): { id: StoryId; story: PublishedStory | null } => ({
          id: story._id,
          story: published(story),
        }),
      ),
  };
};

const bareOrNull = (story: StoredStory | null): Story | null => (story === null ? null : bare(story));
