import { MINUTE } from '../time/units.ts';
import type { Case } from './case.ts';
import type { Talk, Turn } from './turn.ts';

/** A talk that was proposed: its turn, and whether the other side said yes. */
export type ProposedTalk = { index: number; by: Turn['by']; talk: Talk; agreed: boolean };

/** The talk that was proposed last in the present conversation; null when nobody proposed one, or it was called off. */
export const latestTalkOf = (c: Pick<Case, 'turns' | 'turnsFrom'>): ProposedTalk | null => {
  const index = c.turns.findLastIndex((turn, i) => turn.talk !== undefined && i >= c.turnsFrom);
  const turn = c.turns[index];
  if (turn?.talk === undefined) return null;
  const since = new Set(c.turns.slice(index).map(({ kind }) => kind));
  if (since.has('talk-cancelled')) return null;
  return { index, by: turn.by, talk: turn.talk, agreed: since.has('talk-accepted') };
};

/** Whether the two of them may have talked: a talk was proposed and not called off before it was over. */
export const mayHaveTalked = ({ turns, turnsFrom }: Pick<Case, 'turns' | 'turnsFrom'>): boolean =>
  turns.some(({ talk }, i) => {
    if (talk === undefined || i < turnsFrom) return false;
    const calledOff = turns.slice(i).find(({ kind }) => kind === 'talk-cancelled');
    return calledOff === undefined || isOver(talk, calledOff.at);
  });

/** Whether the time of the talk has passed. A wish to be called has none. */
export const isOver = ({ start, minutes }: Talk, now: Date): boolean =>
  start !== null && start.getTime() + minutes * MINUTE <= now.getTime();

/** Whether a side's next word answers a proposal: it stands as the other side's newest word. */
export const answersTalk = (c: Pick<Case, 'turns' | 'turnsFrom'>, side: Turn['by']): boolean => {
  const latest = latestTalkOf(c);
  if (latest === null || latest.by === side || latest.agreed) return false;
  return c.turns.findLastIndex(({ by }) => by !== side) === latest.index;
};
