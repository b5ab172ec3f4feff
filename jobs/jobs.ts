import type { AdoptionDeps } from '../bot/adoption/deps.ts';
import type { DraftDeps } from '../bot/drafts/deps.ts';
import type { LivesDeps } from '../bot/lives/deps.ts';
import type { NudgeDeps } from '../bot/nudges/deps.ts';
import { digest } from './digest.ts';
import { followUp } from './follow-up.ts';
import { forget } from './forget.ts';
import { leavers } from './leavers.ts';
import { links } from './links.ts';
import { offers } from './offers.ts';
import { retention } from './retention.ts';
import { rollups } from './rollups.ts';
import type { Counts } from './tick-due.ts';
import { weeklyNudge } from './weekly-nudge.ts';

/** What all jobs together need; each takes its own part of it. */
type JobDeps = DraftDeps & NudgeDeps & AdoptionDeps & LivesDeps;

/** What happens by the clock, by the name a person runs it by. Each is safe to run at any time, and twice. */
const JOBS: Readonly<Record<string, (deps: JobDeps, by: 'clock' | 'hand') => Promise<Counts>>> = {
  offers,
  leavers,
  links,
  'follow-up': followUp,
  'weekly-nudge': weeklyNudge,
  rollups,
  digest,
  retention,
  forget,
};

export const JOB_NAMES: readonly string[] = Object.keys(JOBS);

/** @param by whether the minute did it, or a person who wants to see it done */
export const runJob = async (name: string, deps: JobDeps, by: 'clock' | 'hand' = 'clock'): Promise<Counts> => {
  const job = Object.hasOwn(JOBS, name) ? JOBS[name] : undefined;
  if (job === undefined) throw new Error(`there is no job ${name}`);
  return job(deps, by);
};
