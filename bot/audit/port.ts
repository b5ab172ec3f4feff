import type { PersonId } from '../ids.ts';
import type { Deed } from './deed.ts';

/** One line of the log of access. Never holds free text. */
export type AuditEntry = {
  at: Date;
  /** Null for whoever typed a command on the server, or set `ADMINS`. */
  by: PersonId | null;
  /** The server's user who typed the command, or the setting that did it; only where `by` is null. */
  operator?: string;
  did: Deed;
  about: PersonId | null;
  /** The number of the case. */
  case?: number;
  /** A role, days, a week, platforms, a format or a count. */
  detail: string | null;
};

export interface AdminLog {
  /** Idempotent: adding an entry again changes nothing. */
  add(id: string, entry: AuditEntry): Promise<void>;
  newest(limit: number): Promise<AuditEntry[]>;
  /** Everything that this person did, or that was done about them; newest first. */
  naming(person: PersonId): Promise<AuditEntry[]>;
  /** Removes what is older. Returns how many. */
  forget(before: Date): Promise<number>;
}
