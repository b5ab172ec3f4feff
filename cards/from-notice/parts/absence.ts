import type { Named } from '../../../bot/people/notice.ts';
import type { Input } from '../../model.ts';
import type { Speech } from '../../speech.ts';

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
