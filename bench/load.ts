import { Agent, request } from 'node:http';

export type Load = { perSecond: number; p50: number; p99: number; failed: number };

/**
 * Sends `requests` with so many under way at once, and counts the time until `done` says that all their work is over,
 * not only acknowledged.
 */
export const underLoad = async (
  requests: readonly { url: string; headers: Record<string, string>; body: string }[],
  atOnce: number,
  done: () => Promise<void>,
): Promise<Load> => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const took: number[] = [];
  let failed = 0;
  let next = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    for (let one = requests[next++]; one !== undefined; one = requests[next++]) {
      const sentAt = performance.now();
      if ((await post(one, agent)) >= 300) failed++;
      took.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await done();
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  took.sort((a, b) => a - b);
  const share = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0;
  return { perSecond: requests.length / seconds, p50: share(0.5), p99: share(0.99), failed };
};

const post = (
  { url, headers, body }: { url: string; headers: Record<string, string>; body: string },
  agent: Agent,
): Promise<number> =>
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
