import { Agent, request } from 'node:http';

/** A signed request, made anew for each sending. */
type Signed = () => { path: string; headers: Record<string, string>; body: string };

export type LoadCounts = {
  answered: number;
  /** Answers by status. */
  statuses: Map<number, number>;
  /** Requests that were sent, or begun, on an open connection, and got no answer. */
  unanswered: string[];
};

type Answer = { kind: 'answered'; status: number } | { kind: 'refused' } | { kind: 'cut'; why: string };

const send = (port: number, { path, headers, body }: ReturnType<Signed>, agent: Agent): Promise<Answer> =>
  new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve({ kind: 'answered', status: response.statusCode ?? 0 }));
      response.on('error', (error) => resolve({ kind: 'cut', why: String(error) }));
    });
    sent.on('error', (error) => {
      const isRefused = 'code' in error && error.code === 'ECONNREFUSED';
      resolve(isRefused ? { kind: 'refused' } : { kind: 'cut', why: `${path}: ${String(error)}` });
    });
    sent.end(body);
  });

/**
 * Sends requests until the port refuses connections: each kind by one client that keeps its connection, and by one that
 * opens a new one each time.
 */
export const loadUntilRefused = async (port: number, kinds: readonly Signed[]): Promise<LoadCounts> => {
  const counts: LoadCounts = { answered: 0, statuses: new Map(), unanswered: [] };
  const client = async (kind: Signed, keepAlive: boolean): Promise<void> => {
    const agent = new Agent({ keepAlive, maxSockets: 1 });
    for (;;) {
      const answer = await send(port, kind(), agent);
      if (answer.kind === 'refused') break;
      if (answer.kind === 'cut') {
        counts.unanswered.push(answer.why);
        continue;
      }
      counts.answered++;
      counts.statuses.set(answer.status, (counts.statuses.get(answer.status) ?? 0) + 1);
    }
    agent.destroy();
  };
  await Promise.all(kinds.flatMap((kind) => [client(kind, true), client(kind, false)]));
  return counts;
};
