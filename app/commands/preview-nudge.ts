import { openClosedDays } from '../../adapters/store/closed-days.ts';
import { openDeliveries } from '../../adapters/store/deliveries.ts';
import { openNudges } from '../../adapters/store/nudges.ts';
import { openPeople } from '../../adapters/store/people.ts';
import { openReaders } from '../../adapters/store/readers.ts';
import { openRuns } from '../../adapters/store/runs.ts';
import { openStories } from '../../adapters/store/stories.ts';
import { openTeamChannels } from '../../adapters/store/team-channels.ts';
import { openTownCalendar } from '../../adapters/store/town-calendar.ts';
import { sourceOf } from '../../adapters/town-calendar/create-town-feed.ts';
import { runReply } from '../../bot/nudges/run-view.ts';
import { type Week, weekAfter, weekOf } from '../../bot/time/iso-week.ts';
import { createWorkingTime } from '../../bot/time/working-time.ts';
import { createCards } from '../../cards/create-cards.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import { calendarSetting } from '../settings/calendar-setting.ts';
import type { Environment } from '../settings/config.ts';
import { givenIn } from '../settings/given.ts';
import type { Work } from './command.ts';
import { contentFor } from './content-for.ts';
import { nowIn } from './now-in.ts';

/** A preview fetches nothing: it shows the events that the bot has read. */
const calendarOf = (env: Environment): { source: string } | null => {
  const place = calendarSetting(givenIn(env), true, []);
  return place === null ? null : { source: sourceOf(place) };
};

/**
 * Prints at any time the preview that HR and admins get on Thursday. It reads a copy of the store, so it works while
 * the bot runs.
 */
export const previewNudge: Work<[week: Week | undefined]> = async ({ args: [asked] }, env, terminal) => {
  const copy = await databaseToRead(env);
  if (copy === null) return refuseWithoutStore(env);
  try {
    const { organisation, principles, nudges: library, fieldOf } = contentFor(env, terminal);
    const closedDays = await openClosedDays(copy, organisation.closedDays);
    const time = createWorkingTime(organisation, closedDays);
    const now = await nowIn(copy);
    const deps = {
      runs: await openRuns(copy),
      teamChannels: await openTeamChannels(copy),
      townCalendar: await openTownCalendar(copy),
      townFeed: calendarOf(env),
      nudges: await openNudges(copy),
      runOutcomes: await openDeliveries(copy),
      people: await openPeople(copy),
      readers: await openReaders(copy),
      library,
      stories: await openStories(copy),
      fieldOf,
      time,
      clock: () => now,
    };
    const preview = await runReply('nothing', asked ?? weekAfter(weekOf(time.localDate(now))), deps);
    const card = createCards({ timeZone: organisation.timeZone, principles }).card(preview, organisation.language);
    // A terminal has no buttons.
    terminal.print(renderPlainText({ ...card, actions: [] }, organisation.language));
  } finally {
    await copy.close();
  }
};
