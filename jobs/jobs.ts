import type { Needs } from '../bot/needs.ts';
import { followUp } from './follow-up.ts';
import { leavers } from './leavers.ts';
import { links } from './links.ts';
import { offers } from './offers.ts';
import { retention } from './retention.ts';
import type { Counts } from './tick-due.ts';

/** What happens by the clock, by the name a person runs it by. Each is safe to run at any time, and twice. */
const JOBS: Readonly<Record<string, (needs: Needs) => Promise<Counts>>> = {
  offers,
  leavers,
  links,
  'follow-up': followUp,
  retention,
};

export const JOB_NAMES: readonly string[] = Object.keys(JOBS);

export const runJob = async (name: string, needs: Needs): Promise<Counts> => {
  const job = Object.hasOwn(JOBS, name) ? JOBS[name] : undefined;
  if (job === undefined) throw new Error(`there is no job ${name}`);
  return job(needs);
};
