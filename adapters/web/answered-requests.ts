import type { ServerResponse } from 'node:http';
import type { Gauge } from './metrics.ts';

/** The answers of this process, by status. */
export type AnsweredRequests = {
  /** Counts the answer when it has left. */
  watch(response: ServerResponse): void;
  /** The answer is for a fault of ours, and counts as 500 whatever its status says to the client. */
  fault(response: ServerResponse): void;
  counts(): Readonly<Record<string, number>>;
};

export const countAnsweredRequests = (): AnsweredRequests => {
  const counts = new Map<number, number>();
  const faults = new WeakSet<ServerResponse>();
  return {
    watch: (response) => {
      response.once('close', () => {
        const status = faults.has(response) ? 500 : response.statusCode;
        counts.set(status, (counts.get(status) ?? 0) + 1);
      });
    },
    fault: (response) => void faults.add(response),
    counts: () => Object.fromEntries(counts),
  };
};

export const requestsCounter = (counts: Readonly<Record<string, number>>): Gauge => ({
  kind: 'counter',
  name: 'sammen_requests_total',
  help: 'Answered requests of this process by status. A fault of ours counts as 500, also where the answer was 503.',
  label: 'status',
  values: counts,
});
