import { fingerprint } from '../../bot/fingerprint.ts';
import { type TownFeed, UnreadableFeed } from '../../bot/nudges/town-event.ts';
import { fetchFeed } from './fetch-feed.ts';
import { parseApart } from './parse-apart.ts';
import { readFeedFile } from './read-feed-file.ts';
import { textOfFeed } from './text-of-feed.ts';

type FeedLog = { warn(message: string): void };

/** The calendar at an address or in a file. The log says why it could not be read, and nothing of what it holds. */
export const createTownFeed = (place: URL | string, timeZone: string, log: FeedLog): TownFeed => ({
  source: sourceOf(place),
  read: async (from, until) => {
    try {
      const bytes = await (place instanceof URL ? fetchFeed(place) : readFeedFile(place));
      return await parseApart({ text: textOfFeed(bytes), window: { from, until, timeZone } });
    } catch (error) {
      if (error instanceof UnreadableFeed)
        log.warn(`the calendar of CALENDAR was not read: ${error.message}. What was read of it before stays.`);
      throw error;
    }
  },
});

export const sourceOf = (place: URL | string): string => fingerprint('calendar', String(place));
