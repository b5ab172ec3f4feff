import { firstName } from '../../../bot/people/first-name.ts';
import type { Person } from '../../../bot/people/person.ts';
import type { Speech } from '../../../cards/speech.ts';
import { openingPage } from '../door-pages.ts';
import type { Html } from '../html.ts';

/** The page behind a report link. */
export const openReportPage = (person: Person, token: string, speech: Speech): Html => {
  const { open } = speech.t.report;
  return openingPage({ ...open, text: open.text(firstName(person)) }, token, '/report', speech.language);
};
