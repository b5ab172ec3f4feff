import type { PersonId } from '../ids.ts';
import type { Language, Principle, Topic } from '../words.ts';

/** An agent as routing sees them. `load` counts active cases and pending offers. */
export type Standing = {
  id: PersonId;
  unit: string | null;
  principles: readonly Principle[];
  topics: readonly Topic[];
  languages: readonly Language[];
  capacity: number;
  load: number;
  absent: boolean;
  /** Sammen can write to them. */
  reachable: boolean;
  /** Their substitute during absence. */
  substitute: PersonId | null;
  askedAt: Date;
};

export const hasRoom = ({ load, capacity }: Standing): boolean => load < capacity;
export const isFree = (agent: Standing): boolean => !agent.absent && agent.reachable && hasRoom(agent);
