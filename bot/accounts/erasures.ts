import type { PersonId } from '../ids.ts';

/**
 * The register of erasures (docs/rules.md, "Backup and restore"): what a store that was restored from a backup must erase
 * again. It names nobody: every id in it is sealed.
 */
export interface Erasures {
  /** Notes that somebody who was marked at this moment is erased, under each id they had. Safe to repeat. */
  note(ids: readonly PersonId[], marked: Date): Promise<void>;
  /** Whether an erasure from after the backup is still to be repeated. */
  areToRepeat(): Promise<boolean>;
  /** Those of these people who were erased after the backup was made. */
  toRepeat(among: readonly PersonId[]): Promise<PersonId[]>;
  /** Everybody in `toRepeat` is marked for erasure. */
  repeated(): Promise<void>;
}
