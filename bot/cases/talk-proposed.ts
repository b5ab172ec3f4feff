import { MINUTE } from '../time/units.ts';
import type { Case, Talk, Turn } from './case.ts';

/** The talk that was proposed last in the present conversation: its turn, and whether the other side said yes. */
export type ProposedTalk = { index: number; by: Turn['by']; talk: Talk; agreed: boolean };

export const latestTalkOf = (c: Pick<Case, 'turns' | 'turnsFrom'>): ProposedTalk | null => {
  const index = c.turns.findLastIndex((turn, i) => turn.talk !== undefined && i >= c.turnsFrom);
  const turn = c.turns[index];
  if (turn?.talk === undefined) return null;
  const agreed = c.turns.slice(index).some(({ kind }) => kind === 'talk-accepted');
  return { index, by: turn.by, talk: turn.talk, agreed };
};

/** Whether the time of the talk has passed. A wish to be called has none. */
export const isOver = ({ start, minutes }: Talk, now: Date): boolean =>
  start !== null && start.getTime() + minutes * MINUTE <= now.getTime();

/** Whether a side's next word answers a proposal: it stands as the other side's newest word. */
export const answersTalk = (c: Pick<Case, 'turns' | 'turnsFrom'>, side: Turn['by']): boolean => {
  const latest = latestTalkOf(c);
  if (latest === null || latest.by === side || latest.agreed) return false;
  return c.turns.findLastIndex(({ by }) => by !== side) === latest.index;
};
