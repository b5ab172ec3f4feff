import type { Case } from './case.ts';
import { type Circumstances, type Move, pingAll } from './move.ts';
import { silentAgentNext } from './silent-agent-times.ts';

/** Reminds a silent agent, or lets the asker choose; null when it is not time. */
export const mindSilentAgent = (
  c: Case,
  { now, time }: Circumstances,
): { did: 'reminded' | 'asked-on'; move: Move } | null => {
  const next = silentAgentNext(c, time);
  if (next === null || next.at > now) return null;
  if (next.what === 'remind') {
    const tell = pingAll([c.agent], 'reminded');
    return { did: 'reminded', move: { set: { remindedAt: now }, events: [{ kind: 'reminded' }], tell } };
  }
  const tell = pingAll([c.asker], 'asked-on');
  return { did: 'asked-on', move: { set: { askedOnAt: now }, events: [{ kind: 'asked-on' }], tell } };
};
