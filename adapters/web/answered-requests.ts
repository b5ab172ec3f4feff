import type { ServerResponse } from 'node:http';

/** Sees the answers of this process, by status. */
export type AnsweredRequests = {
  /** Counts the answer when it has left. */
  watch(response: ServerResponse): void;
  /** The answer is for a fault of ours, and counts as 500 whatever its status says to the client. */
  fault(response: ServerResponse): void;
};

export const countAnsweredRequests = (count: (status: number) => void): AnsweredRequests => {
  const faults = new WeakSet<ServerResponse>();
  return {
    watch: (response) => {
      response.once('close', () => count(faults.has(response) ? 500 : response.statusCode));
    },
    fault: (response) => void faults.add(response),
  };
};
