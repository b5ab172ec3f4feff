import { UnreadableFeed } from '../../bot/nudges/town-event.ts';

/**
 * The text of a calendar: UTF-8, or what Windows wrote before it. Looks no further than to see that it is a calendar,
 * and a whole one. @throws UnreadableFeed
 */
export const textOfFeed = (bytes: Buffer): string => {
  const text = decoded(bytes).replace(/^\ufeff?\s*/u, '');
  if (!/^BEGIN:VCALENDAR\r?\n/iu.test(text))
    throw new UnreadableFeed('not-calendar', 'it does not begin as a calendar');
  if (!/\nEND:VCALENDAR\s*$/iu.test(text)) throw new UnreadableFeed('broken', 'it does not end as a calendar');
  return text;
};

const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
