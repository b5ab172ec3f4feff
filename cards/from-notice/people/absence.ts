import type { AbsenceNotice } from '../../../bot/people/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { absenceForm, absenceList } from '../parts/absence.ts';
import { lines } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';
import { sayWords } from '../parts/say-word.ts';

/** When an agent is away. Nobody else is asked to help, so nobody else needs to say it. */
export const absenceCard = (notice: AbsenceNotice, speech: Speech): Card => {
  const { absence } = speech.t.people;
  if (!notice.agent) {
    return plain(absence.notAgent.title, lines('body', [absence.notAgent.text]), sayWords(['pause', 'help'], speech));
  }
  return {
    title: absence.title[notice.did],
    tone: notice.did === 'nothing' ? 'plain' : 'good',
    body: absenceList(notice, speech),
    actions: [{ ...absenceForm(notice, speech), weight: 'main', open: true }],
  };
};
