import type { AdminNotice } from '../../../bot/admin/notice.ts';
import type { Card, Form, Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { absenceInputs, absenceWords } from '../parts/absence.ts';
import { lines } from '../parts/nodes.ts';

/** The agents who are away or will be, with a form to add an absence. */
export const adminAbsences = (notice: Extract<AdminNotice, { kind: 'admin-absences' }>, speech: Speech): Card => {
  const { admin, people } = speech.t;
  const items = notice.absences.map(({ person, from, until, substitute }) => ({
    title: `${person.name}: ${absenceWords(from, until, notice.now, speech)}`,
    text: substitute === null ? people.absence.nobody : people.absence.instead(substitute),
    action: {
      kind: 'press' as const,
      verb: 'end-colleague-absence' as const,
      label: admin.absences.end,
      data: { person: person.id, from, until },
      weight: 'normal' as const,
    },
  }));
  const body: Node[] = items.length === 0 ? lines('body', [admin.absences.none]) : [{ kind: 'list', items }];
  return {
    title: admin.absences.title,
    kicker: admin.kicker,
    tone: 'plain',
    body,
    actions: notice.agents.length === 0 ? [] : [absenceForm(notice, speech)],
  };
};

const absenceForm = ({ agents, todayDate }: Extract<AdminNotice, { kind: 'admin-absences' }>, speech: Speech): Form => {
  const { absences } = speech.t.admin;
  return {
    kind: 'form',
    verb: 'set-colleague-absence',
    label: absences.add,
    send: absences.send,
    data: {},
    weight: 'normal',
    inputs: [
      {
        kind: 'choice',
        field: 'person',
        label: absences.who,
        options: agents.map(({ id, name }) => ({ value: id, label: name })),
        required: true,
      },
      ...absenceInputs(todayDate, agents, speech),
    ],
  };
};
