import type { Platform } from '../platform.ts';

/**
 * Why a message has not arrived: its platform shuts Sammen out (`waiting`), a fault is tried again (`retrying`), the
 * person cannot be had (`undeliverable`), or it was given up (`failed`).
 */
type BacklogState = 'waiting' | 'retrying' | 'undeliverable' | 'failed';

/** A message that has not arrived, without what it says. `about`: the kind of message. `since`: when it was owed. */
export type Backlogged = {
  to: string;
  about: string;
  state: BacklogState;
  reason: string | null;
  /** The platform that shuts Sammen out. */
  on: Platform | null;
  since: Date;
};

export interface Backlog {
  /** Up to `limit` messages that should have arrived and have not, oldest first. */
  backlog(limit: number): Promise<Backlogged[]>;
}
