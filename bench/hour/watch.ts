import { readFileSync } from 'node:fs';
import { type Life, METRICS_TOKEN, type Processes } from './stack.ts';

const SCRAPE_EVERY_MS = 15_000;
const PING_EVERY_MS = 1_000;

type Sample = { at: number; rss: number; rssShown: number; heap: number; lagP99: number };

/** What was seen of a life from outside: its memory, how late it answers, and its last figures. */
type Watched = { samples: Sample[]; pings: number[]; requests: number; scrape: string };

export type Watch = {
  of(life: Life): Watched;
  /** Reads the figures of everybody who is there, now. */
  scrape(): Promise<void>;
  stop(): void;
};

export const startWatch = (processes: Processes): Watch => {
  const seen = new Map<Life, Watched>();
  const of = (life: Life): Watched => {
    const known = seen.get(life) ?? { samples: [], pings: [], requests: 0, scrape: '' };
    seen.set(life, known);
    return known;
  };
  const there = (): Life[] =>
    (['a', 'b'] as const).flatMap((slot) => {
      const life = processes.ready(slot);
      return life === null || life.ends !== null ? [] : [life];
    });
  const scrape = async (): Promise<void> => {
    await Promise.all(
      there().map(async (life) => {
        const watched = of(life);
        const response = await fetch(`${life.url}/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } })
          .then((answer) => answer.text())
          .catch(() => null);
        if (response === null || life.ends !== null) return;
        // The answer is counted when it has left, so the next one has it.
        watched.requests++;
        watched.scrape = response;
        watched.samples.push({
          at: Date.now(),
          rss: rssOf(life.program.pid),
          rssShown: figure(response, 'process_resident_memory_bytes') ?? 0,
          heap: figure(response, 'nodejs_heap_size_used_bytes') ?? 0,
          lagP99: figure(response, 'nodejs_eventloop_lag_p99_seconds') ?? 0,
        });
      }),
    );
  };
  const ping = async (): Promise<void> => {
    await Promise.all(
      there().map(async (life) => {
        const began = performance.now();
        const answered = await fetch(`${life.url}/healthz`)
          .then((answer) => answer.text())
          .catch(() => null);
        if (answered === null) return;
        of(life).pings.push(performance.now() - began);
        of(life).requests++;
      }),
    );
  };
  const timers = [setInterval(() => void scrape(), SCRAPE_EVERY_MS), setInterval(() => void ping(), PING_EVERY_MS)];
  return {
    of,
    scrape,
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
};

/** The sum of a figure's lines with these labels; null when there is none. */
export const figure = (text: string, name: string, labels: Readonly<Record<string, string>> = {}): number | null => {
  const lines = text.split('\n').filter((line) => {
    const [, found, inside = ''] = /^([a-z_\d]+)(?:\{(.*)\})? /i.exec(line) ?? [];
    return found === name && Object.entries(labels).every(([key, value]) => inside.includes(`${key}="${value}"`));
  });
  return lines.length === 0 ? null : lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
};

/** Bytes, as the system says; NaN where it has no /proc. */
const rssOf = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return Number.NaN;
  }
};
