import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostOf, isLoopbackHost, isPublicAddress } from '../../adapters/town-calendar/public-address.ts';
import type { Given } from './given.ts';

const EXAMPLE = 'such as https://kommune.dk/kalender.ics or /srv/sammen/kalender.ics';

/**
 * Where the town's calendar is, an address or the path of a file; null when it is not set. Adds a fault for what can
 * never be read. Where a name leads is checked at each reading (docs/rules.md, "The town's calendar").
 */
export const calendarSetting = (given: Given, sandbox: boolean, faults: string[]): URL | string | null => {
  const text = given('CALENDAR');
  if (text === null) return null;
  if (!/^[a-z][a-z\d+.-]+:/iu.test(text)) return fileAt(text, faults);
  // Calendars are often given out under this name, which means https.
  const address = text.replace(/^webcals?:/iu, 'https:');
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^(?:https?|file):$/.test(url.protocol) || url.hostname === '')
    faults.push(
      url?.protocol === 'file:'
        ? 'CALENDAR begins with file:. Give the path of the file alone, such as /srv/sammen/kalender.ics.'
        : `CALENDAR is neither an address nor a file. Give one, ${EXAMPLE}, or leave it out.`,
    );
  else if (url.username !== '' || url.password !== '')
    faults.push('CALENDAR holds a user or a password. Give the address of a public calendar, or the path of a file.');
  else if (sandbox && isLoopbackHost(url)) return url;
  else if (url.protocol !== 'https:')
    faults.push(
      `CALENDAR does not begin with https, so anybody on the way could change it. Give one that does, ${EXAMPLE}.`,
    );
  else if (isLoopbackHost(url) || (isIP(hostOf(url)) !== 0 && !isPublicAddress(hostOf(url))))
    faults.push(
      `CALENDAR is an address inside the organisation, where Sammen fetches nothing. Give a public one, or save the calendar as a file, ${EXAMPLE}.`,
    );
  return url;
};

const fileAt = (path: string, faults: string[]): string => {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined)
    faults.push(`CALENDAR names a file that is not there. Give the path of an .ics file or an address, ${EXAMPLE}.`);
  else if (!file.isFile())
    faults.push(
      `CALENDAR names a folder or something else that is no file. Give the path of an .ics file, ${EXAMPLE}.`,
    );
  return path;
};
