import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { DAY } from '../time/units.ts';
import type { DeclineReason } from '../words.ts';
import type { ProfileCommand } from './command.ts';
import type { Absence, Person } from './person.ts';
import type { People, PersonChanges } from './port.ts';

type AbsenceRequest = Pick<ProfileCommand<'set-absence'>, 'from' | 'until' | 'substitute'>;
type AbsenceDeps = { people: Pick<People & PersonChanges, 'get' | 'addAbsence' | 'dropAbsence'>; today: string };

/** Stores an absence; it replaces earlier ones that overlap it. @throws Refusal */
export const setAbsence = async (
  person: Person,
  request: AbsenceRequest,
  { people, today }: AbsenceDeps,
): Promise<void> => {
  const absence = absenceFrom(request, today);
  const { substitute } = absence;
  if (substitute !== null) {
    if (substitute === person._id) throw new Refusal('not-yourself');
    const other = await people.get(substitute);
    if (other === null || other.left !== null) throw new Refusal('no-such-colleague');
  }
  for (const other of person.absences) {
    const same = other.from === absence.from && other.until === absence.until && other.substitute === substitute;
    if (!same && overlap(other, absence)) await people.dropAbsence(person._id, other);
  }
  await people.addAbsence(person._id, absence);
};

/** @throws Refusal when the last day is missing, in the past, or before the first */
export const absenceFrom = ({ from, until, substitute }: AbsenceRequest, today: string): Absence => {
  if (until === undefined) throw new Refusal('date-missing');
  if (until < today) throw new Refusal('date-past');
  const first = from ?? today;
  if (first > until) throw new Refusal('dates-turned');
  return { from: first, until, substitute: substitute ?? null };
};

/** Whether a person is away on exactly these days, with this substitute if one is named. */
export const hasAbsence = (
  { absences }: Person,
  { from, until, substitute }: Pick<Absence, 'from' | 'until'> & Partial<Absence>,
): boolean =>
  absences.some(
    (absence) =>
      absence.from === from &&
      absence.until === until &&
      (substitute === undefined || absence.substitute === substitute),
  );

const overlap = (a: Absence, b: Absence): boolean => a.from <= b.until && b.from <= a.until;

/** Stores the absence of an agent who declined for today and named a day: they are asked again from that day on. */
export const awayUntil = async (
  person: PersonId,
  { reason, until }: { reason: DeclineReason; until?: string | undefined },
  { people, today }: { people: Pick<PersonChanges, 'addAbsence'>; today: string },
): Promise<void> => {
  if (reason !== 'not-today' || until === undefined || until <= today) return;
  await people.addAbsence(person, { from: today, until: dayBefore(until), substitute: null });
};

const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
