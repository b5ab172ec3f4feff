import { calendarFaultId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import { ownPhones } from '../organisation.ts';
import { homeOf } from '../people/person.ts';
import { dayAfter, isAhead } from './choose-event.ts';
import type { NudgeDeps } from './deps.ts';
import { eventOfFeed } from './event-of-feed.ts';
import { type FeedFault, UnreadableFeed } from './town-event.ts';

/** How far ahead events are kept: for a preview on Thursday, its week, ten days, and some days without a reading. */
const DAYS_KEPT = 45;

type ReadDeps = Pick<
  NudgeDeps,
  'townCalendar' | 'townFeed' | 'people' | 'outbox' | 'organisation' | 'fieldOf' | 'clock' | 'time'
>;

/**
 * Reads the town's calendar, once a day for all processes. A reading that fails leaves what was read before, and the
 * admins hear of it once (docs/rules.md, "The town's calendar"). Returns how many events there are, and how many admins
 * were told; null when there was nothing to read.
 */
export const readTownCalendar = async (deps: ReadDeps): Promise<{ events: number; told: number } | null> => {
  const { townCalendar, townFeed, organisation, fieldOf, clock, time } = deps;
  if (townFeed === null) return null;
  const { source } = townFeed;
  const now = clock();
  const today = time.localDate(now);
  if (!(await townCalendar.claim(source, today))) return null;
  try {
    const read = await townFeed.read(today, dayAfter(today, DAYS_KEPT));
    const passes = { phones: ownPhones(organisation) };
    const events = read
      .flatMap((event) => eventOfFeed(event, passes, fieldOf) ?? [])
      .filter((event) => isAhead(event, now, today));
    await townCalendar.keep(source, events);
    return { events: events.length, told: 0 };
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error;
    return { events: 0, told: await tellAdmins(error.fault, now, deps) };
  }
};

/** Once while it lasts. */
const tellAdmins = async (
  fault: FeedFault,
  now: Date,
  { townCalendar, people, outbox, time }: ReadDeps,
): Promise<number> => {
  const admins = (await people.withRole('admin')).filter((admin) => admin.left === null && homeOf(admin) !== null);
  if (admins.length === 0 || (await townCalendar.isFailing())) return 0;
  const again = dayAfter(time.localDate(now), 1);
  const say = { kind: 'reply', reply: { kind: 'town-calendar', fault, now, again } } as const;
  await outbox.add(admins.map(({ _id }) => ping(calendarFaultId(now, _id), _id, say, time.nextOpen(now))));
  await townCalendar.fail(now);
  return admins.length;
};
