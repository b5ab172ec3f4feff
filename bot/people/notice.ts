import type { PersonId } from '../ids.ts';
import type { Language } from '../words.ts';
import type { AgentProfile } from './person.ts';

/** Short answers about people themselves. */
export type PeopleReply = { kind: 'language'; language: Language } | { kind: 'now-agent'; by: string } | ProfileNotice;

/** What a person sees about themselves; `saved`: what they just changed. */
export type ProfileNotice = {
  kind: 'profile';
  saved: 'nothing' | 'profile' | 'absence' | 'back';
  now: Date;
  todayDate: string;
  language: Language;
  phone: string | null;
  /** Null: they are no agent. */
  agent: AgentProfile | null;
  /** Now and to come, the first one first; `substitute` by name. */
  absences: { from: string; until: string; substitute: string | null }[];
  substitutes: Named[];
};

export type Named = { id: PersonId; name: string };
