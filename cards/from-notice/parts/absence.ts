import type { AbsenceNotice, Named } from '../../../bot/people/notice.ts';
import type { Form, Input, Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { lines } from './nodes.ts';

/** "mandag d. 21. december til og med fredag d. 25. december" */
export const absenceWords = (from: string, until: string, now: Date, speech: Speech): string =>
  speech.t.people.absence.days(speech.day(from, now), speech.day(until, now));

/** The first and last day of an absence, and who is asked instead. */
export const absenceInputs = (today: string, substitutes: readonly Named[], { t }: Speech): Input[] => {
  const { from, until, substitute } = t.people.absence;
  return [
    { kind: 'date', field: 'from', label: from, value: today, from: today, required: true },
    { kind: 'date', field: 'until', label: until, from: today, required: true },
    ...(substitutes.length === 0
      ? []
      : [
          {
            kind: 'choice' as const,
            field: 'substitute',
            label: substitute,
            options: substitutes.map(({ id, name }) => ({ value: id, label: name })),
            required: false,
          },
        ]),
  ];
};

/** The days on which the reader is away, each with a button that ends it. */
export const absenceList = ({ absences, now }: Pick<AbsenceNotice, 'absences' | 'now'>, speech: Speech): Node[] => {
  const { absence } = speech.t.people;
  if (absences.length === 0) return [];
  const items = absences.map(({ from, until, substitute }) => ({
    title: capital(absenceWords(from, until, now, speech)),
    text: substitute === null ? absence.nobody : absence.instead(substitute),
    action: {
      kind: 'press' as const,
      verb: 'end-absence' as const,
      label: absence.end,
      data: { from, until },
      weight: 'normal' as const,
    },
  }));
  return [...lines('heading', [absence.heading]), { kind: 'list', items }];
};

export const absenceForm = (
  { todayDate, substitutes }: Pick<AbsenceNotice, 'todayDate' | 'substitutes'>,
  speech: Speech,
): Form => {
  const { absence } = speech.t.people;
  return {
    kind: 'form',
    verb: 'set-absence',
    label: absence.label,
    send: absence.send,
    intro: absence.intro,
    data: {},
    weight: 'normal',
    inputs: absenceInputs(todayDate, substitutes, speech),
  };
};
