import { Agent, request } from 'node:http';

/** A round of requests, in milliseconds: `total` until all work was done, `took` until each request was answered. */
export type Round = { total: number; took: readonly number[]; failed: number };
export type Load = { perSecond: number; p50: number; p99: number; failed: number };

export const loadOf = (...rounds: readonly Round[]): Load => {
  const took = rounds.flatMap((round) => round.took).sort((a, b) => a - b);
  const share = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0;
  const sum = (of: (round: Round) => number) => rounds.reduce((all, round) => all + of(round), 0);
  return {
    perSecond: (took.length / sum(({ total }) => total)) * 1000,
    p50: share(0.5),
    p99: share(0.99),
    failed: sum(({ failed }) => failed),
  };
};

type Sent = { url: string; headers: Record<string, string>; body: string };

/**
 * Sends `requests`, at most `maxConcurrent` at a time. The measured time ends when `done` resolves, which is when the
 * work behind all requests is finished and not only acknowledged.
 * @param answered with it, a request is over when the work behind it is, and only then the next is sent
 */
export const underLoad = async <Request extends Sent>(
  requests: readonly Request[],
  maxConcurrent: number,
  done: () => Promise<void>,
  answered: (request: Request) => Promise<void> = async () => undefined,
): Promise<Round> => {
  const agent = new Agent({ keepAlive: true, maxSockets: maxConcurrent });
  const took: number[] = [];
  let failed = 0;
  let next = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    for (let current = requests[next++]; current !== undefined; current = requests[next++]) {
      const sentAt = performance.now();
      const over = answered(current);
      if ((await post(current, agent)) >= 300) failed++;
      else await over;
      took.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: maxConcurrent }, worker));
  await done();
  const total = performance.now() - begun;
  agent.destroy();
  return { total, took, failed };
};

const post = ({ url, headers, body }: Sent, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const sending = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
