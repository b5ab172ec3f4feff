import { type Content, loadContent } from '../../app/content/load-content.ts';
import { createClassifier } from '../../bot/routing/classify.ts';
import { runCommand } from '../../test/support/processes/running-sammen.ts';
import type { Row } from '../table.ts';

const LINES = 10_000;
const MAX_SECONDS = 10;
const MAX_START_MS = 1_000;
const MAX_TEXT_MS = 2;

/**
 * How long routing takes: to be ready, for a text (both in processor time), and for `route` with ten thousand different
 * lines, beside `route` with one line.
 */
export const speed = async (content: Content): Promise<Row[]> => {
  const natural = content.dilemmas.filter(({ id }) => /^[rwn]/.test(id)).map(({ text }) => text);
  const started = process.cpuUsage();
  const { lexicon, dilemmas, noDilemmas, routingModel } = loadContent();
  const classify = createClassifier({ lexicon, dilemmas, noDilemmas }, routingModel);
  classify('Må vi?');
  const start = milliseconds(started);
  const began = process.cpuUsage();
  for (const text of natural) classify(text);
  const each = milliseconds(began) / natural.length;
  const route = async (lines: number) => {
    const input = Array.from({ length: lines }, (_, n) =>
      JSON.stringify({ id: String(n), text: `${natural[n % natural.length]} ${n}` }),
    ).join('\n');
    const before = performance.now();
    const { out } = await runCommand(['route'], {}, input);
    return { seconds: (performance.now() - before) / 1000, answers: out.trim().split('\n').length };
  };
  const one = await route(1);
  const all = await route(LINES);
  return [
    {
      bench: 'routing, from its files to the first text',
      measured: `${start.toFixed(0)} ms`,
      reference: `${natural.length} texts after it: ${(each * natural.length).toFixed(0)} ms`,
      target: `< ${MAX_START_MS} ms`,
      held: start < MAX_START_MS,
    },
    {
      bench: `routing, a natural text of ${natural.length}`,
      measured: `${each.toFixed(2)} ms`,
      reference: 'unseen words included',
      target: `< ${MAX_TEXT_MS} ms`,
      held: each < MAX_TEXT_MS,
    },
    {
      bench: `route, ${LINES} natural lines`,
      measured: `${all.seconds.toFixed(1)} s`,
      reference: `1 line: ${one.seconds.toFixed(1)} s`,
      target: `< ${MAX_SECONDS} s`,
      held: all.answers === LINES && all.seconds < MAX_SECONDS,
    },
  ];
};

const milliseconds = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};
