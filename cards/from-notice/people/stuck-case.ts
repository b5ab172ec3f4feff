import type { StuckCaseNotice } from '../../../bot/cases/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts, lines } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';

/** Tells the coordinator, or an admin, that a case waits: since when and what it is about, never its text or asker. */
export const stuckCaseCard = ({ now, askedAt, principle, topic }: StuckCaseNotice, speech: Speech): Card => {
  const { stuck } = speech.t.people;
  return plain(stuck.title, [
    ...facts([
      [stuck.since, speech.dayOf(askedAt, now)],
      [speech.t.agent.about, `${speech.principle(principle)} · ${speech.t.labels.topic[topic]}`],
    ]),
    ...lines('body', [stuck.text]),
    ...lines('subtle', [stuck.readers]),
  ]);
};
