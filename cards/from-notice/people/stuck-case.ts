import type { StuckCaseNotice } from '../../../bot/cases/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { aboutFact } from '../parts/about.ts';
import { facts, lines } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';

/** Tells the coordinator, or an admin, that a case waits: since when and what it is about, never its text or asker. */
export const stuckCaseCard = (notice: StuckCaseNotice, speech: Speech): Card => {
  const { stuck } = speech.t.people;
  return plain(stuck.title, [
    ...facts([[stuck.since, speech.dayOf(notice.askedAt, notice.now)], aboutFact(notice, speech)]),
    ...lines('body', [stuck.text]),
    ...lines('subtle', [stuck.readers]),
  ]);
};
