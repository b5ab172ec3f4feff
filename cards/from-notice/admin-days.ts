import type { AdminNotice } from '../../bot/admin/notice.ts';
import type { Card, Form, Node } from '../model.ts';
import { capital, type Speech } from '../speech.ts';
import { absenceInputs, absenceWords } from './absence-parts.ts';
import { lines } from './nodes.ts';

type Of<Kind extends AdminNotice['kind']> = Extract<AdminNotice, { kind: Kind }>;

/** Which agents are away, and a form for one more. */
export const adminAbsences = (notice: Of<'admin-absences'>, speech: Speech): Card => {
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

const absenceForm = ({ agents, todayDate }: Of<'admin-absences'>, speech: Speech): Form => {
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

/** The days to come on which the municipality is closed. */
export const adminClosedDays = ({ now, todayDate, days }: Of<'admin-closed-days'>, speech: Speech): Card => {
  const { admin } = speech.t;
  const { closedDays } = admin;
  const items = days.map((date) => ({
    title: capital(speech.day(date, now)),
    text: closedDays.closed,
    action: {
      kind: 'press' as const,
      verb: 'remove-closed-day' as const,
      label: closedDays.open,
      data: { date },
      weight: 'normal' as const,
    },
  }));
  return {
    title: closedDays.title,
    kicker: admin.kicker,
    tone: 'plain',
    body: [
      ...lines('body', [closedDays.lead]),
      ...(items.length === 0 ? lines('body', [closedDays.none]) : [{ kind: 'list' as const, items }]),
    ],
    actions: [
      {
        kind: 'form',
        verb: 'add-closed-day',
        label: closedDays.add,
        send: closedDays.send,
        data: {},
        weight: 'normal',
        inputs: [{ kind: 'date', field: 'date', label: closedDays.day, from: todayDate, required: true }],
      },
    ],
  };
};
