import type { PersonId } from '../ids.ts';
import type { Language, Principle } from '../words.ts';
import type { AgentProfile } from './person.ts';

/** Short answers to people about themselves. */
export type PeopleReply =
  | { kind: 'language'; language: Language }
  | { kind: 'now-agent'; by: string }
  | ProfileNotice
  | FieldNotice
  | AbsenceNotice;

/** A person's own profile card. `saved` is what they just changed. */
export type ProfileNotice = {
  kind: 'profile';
  saved: 'nothing' | 'profile';
  language: Language;
  phone: string | null;
  /** Null when they are not an agent. */
  agent: AgentProfile | null;
};

/** Whether an agent wants to be asked about a principle; `asked` is the question. */
export type FieldNotice = { kind: 'field'; principle: Principle; did: 'asked' | 'dropped' | 'kept' };

/** Current and future absences, earliest first. `substitute` is a name. */
type Absences = { from: string; until: string; substitute: string | null }[];

/** When a person is away. */
export type AbsenceNotice = {
  kind: 'absence';
  did: 'nothing' | 'absence' | 'back';
  now: Date;
  todayDate: string;
  agent: boolean;
  absences: Absences;
  substitutes: Named[];
};

export type Named = { id: PersonId; name: string };
