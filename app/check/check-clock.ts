import { MINUTE, SECOND } from '../../bot/time/units.ts';
import { type Finding, findingsAbout } from './finding.ts';

const { ok, warn, fail } = findingsAbout('clock');

/** A header has whole seconds, and an answer is under way for a while. */
const IN_STEP_MS = 5 * SECOND;
/** Leases between processes last 15 s; tokens and signatures are refused after five minutes. */
const OUT_OF_STEP_MS = MINUTE;

/** A time that somebody else said, beside the time here when it came (both in milliseconds). */
export type Heard = { whose: string; theirs: number; ours: number };

/** Compares this machine's clock with the others' that answered; the one that is nearest counts. */
export const checkClock = (heard: readonly Heard[]): Finding => {
  const [nearest] = heard
    .map(({ whose, theirs, ours }) => ({ whose, off: ours - theirs }))
    .toSorted((a, b) => Math.abs(a.off) - Math.abs(b.off));
  if (nearest === undefined)
    return warn('nobody outside answered, so the clock could not be compared. Keep it in step with NTP.');
  const seconds = Math.round(Math.abs(nearest.off) / SECOND);
  const said = `this machine's clock is ${seconds} s ${nearest.off > 0 ? 'ahead of' : 'behind'} ${nearest.whose}'s`;
  if (Math.abs(nearest.off) <= IN_STEP_MS) return ok(`in step with ${nearest.whose}'s`);
  const mend = 'Set it by NTP: promises, signatures and the turns of several processes go by it.';
  return Math.abs(nearest.off) > OUT_OF_STEP_MS ? fail(`${said}. ${mend}`) : warn(`${said}. ${mend}`);
};
