import type { TownEvent } from '../../../bot/nudges/town-event.ts';
import { capital, type Speech } from '../../speech.ts';

/** "Torsdag d. 10. december kl. 16 er der åbent møde i Grønt Råd (Rådhuset)."; null without an event. */
export const eventLine = (event: TownEvent | null | undefined, now: Date, speech: Speech): string | null => {
  if (event === null || event === undefined) return null;
  const { event: t } = speech.t.nudges;
  const place = event.place !== null && !event.title.includes(event.place) ? ` (${event.place})` : '';
  return `${t.is(whenOf(event, now, speech), t.title(event.title))}${place}. ${t.source}`;
};

const whenOf = ({ at, day, lastDay }: TownEvent, now: Date, speech: Speech): string => {
  if (at !== null) return capital(speech.when(at, now));
  const first = speech.day(day, now);
  return capital(lastDay > day ? speech.t.nudges.event.from(first, speech.day(lastDay, now)) : first);
};
