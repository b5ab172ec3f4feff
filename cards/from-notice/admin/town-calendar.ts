import type { Reply } from '../../../bot/notices.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** Tells an admin why the town's calendar could not be read, what to mend, and that nothing waits for it. */
export const townCalendarCard = (
  { fault, now, again }: Extract<Reply, { kind: 'town-calendar' }>,
  speech: Speech,
): Card => {
  const { admin } = speech.t;
  const { title, why, mend, meanwhile } = admin.townCalendar;
  return {
    title,
    kicker: admin.kicker,
    tone: 'attention',
    body: lines('body', [`${why[fault]} ${mend[fault]}`, meanwhile(speech.day(again, now))]),
    actions: [],
  };
};
