import { readFileSync } from 'node:fs';

/** Linux counts a process's time on the processor in these. */
const TICK_MS = 10;
const CHECK_MS = 4;
/** What a process may save up while it waits, in milliseconds of a core. */
const MAX_SAVED_MS = 40;

/** The time that a process and all its threads have had on a processor, in milliseconds. Linux only. */
export const processorMs = (pid: number): number => {
  // The name of the program comes first, in brackets, and may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
};

/**
 * Gives each process the same `share` of a core, whatever else the machine does: one that has used its time is stopped
 * until it has time again. What it uses too much is taken off the time that follows.
 * @returns a function that ends it
 */
export const limitToShare = (pids: readonly number[], share: number): (() => void) => {
  const limited = pids.map((pid) => ({ pid, used: processorMs(pid), saved: 0, isStopped: false }));
  let checked = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const given = (now - checked) * share;
    checked = now;
    for (const each of limited) {
      const used = processorMs(each.pid);
      each.saved = Math.min(MAX_SAVED_MS, each.saved + given - (used - each.used));
      each.used = used;
      if (each.saved < 0 === each.isStopped) continue;
      each.isStopped = !each.isStopped;
      process.kill(each.pid, each.isStopped ? 'SIGSTOP' : 'SIGCONT');
    }
  }, CHECK_MS);
  return () => {
    clearInterval(timer);
    for (const { pid, isStopped } of limited) if (isStopped) process.kill(pid, 'SIGCONT');
  };
};
