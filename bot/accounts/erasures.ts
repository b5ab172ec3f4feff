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
  /** What is to be repeated now, of these people. */
  toRepeat(among: readonly PersonId[]): Promise<ToRepeat>;
}

type ToRepeat = {
  /** Those who were erased after the backup was made. */
  people: PersonId[];
  /** They are marked for erasure. What was added to the register since it was read is still to be repeated. */
  repeated(): Promise<void>;
};
