import { type Run, whole } from './check.ts';
import { type Finding, finding, isNear, quantile } from './finding.ts';

/** What the last quarter of the run may need more than the second, as a part and in bytes. */
const MAX_GROWTH = 0.1;
const MAX_GROWTH_BYTES = 15 * 2 ** 20;
const MAX_LAG_MS = 500;

/** Memory is flat in the processes that lived on, and they answer in time. */
export const memoryFindings = (run: Run): Finding[] =>
  whole(run).flatMap((life) => {
    const { samples, pings } = run.watch.of(life);
    const part = (at: number) => (at - run.began) / (run.minutes * 60_000);
    const median = (of: (sample: (typeof samples)[number]) => number, from: number, until: number): number =>
      quantile(samples.filter(({ at }) => part(at) >= from && part(at) < until).map(of), 0.5);
    const [second, last] = [median(({ rss }) => rss, 0.3, 0.5), median(({ rss }) => rss, 0.75, 1)];
    const [heapThen, heapNow] = [median(({ heap }) => heap, 0.3, 0.5), median(({ heap }) => heap, 0.75, 1)];
    const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
    const wrong = samples.filter(({ rss, rssShown }) => !isNear(rss, rssShown, 0.1));
    return [
      finding(
        `memory of ${life.name}`,
        last <= second + Math.max(MAX_GROWTH_BYTES, MAX_GROWTH * second),
        `${mb(second)} in the second quarter, ${mb(last)} in the last (heap ${mb(heapThen)}, ${mb(heapNow)}); the most was ${mb(Math.max(...samples.map(({ rss }) => rss)))}`,
      ),
      finding(
        `process_resident_memory_bytes of ${life.name}`,
        wrong.length <= samples.length / 20,
        `${wrong.length} of ${samples.length} differ by a tenth from what the system says`,
      ),
      finding(
        `lag of ${life.name}`,
        quantile(
          samples.map(({ lagP99 }) => lagP99 * 1000),
          0.5,
        ) < MAX_LAG_MS,
        `event loop p99: ${(
          quantile(
            samples.map(({ lagP99 }) => lagP99),
            0.5,
          ) * 1000
        ).toFixed(
          0,
        )} ms (half of the looks), ${(Math.max(...samples.map(({ lagP99 }) => lagP99)) * 1000).toFixed(0)} ms (worst); /healthz after ${quantile(pings, 0.5).toFixed(0)} ms (half), ${quantile(pings, 0.99).toFixed(0)} ms (99 in 100)`,
      ),
    ];
  });
