import { isAnswered, type NudgeRecord } from '../nudges/nudge-record.ts';
import type { Counting } from './case-facts.ts';
import type { Fact } from './fact.ts';
import { weekOf } from './week.ts';

/** A press counts for so long after the delivery (design, section 6). */
const PRESSED_WITHIN = 7 * 86_400_000;

/** What counts of a weekly principle that was delivered; a welcome is none. */
export const factsOfNudge = (
  { _id, person, unit, message, sent, reactions }: NudgeRecord,
  { time, pseudonyms }: Counting,
): Fact[] => {
  if (sent === null || message === 'welcome') return [];
  const fact = (kind: 'nudged' | 'nudge-pressed', at: Date): Fact => {
    const week = weekOf(time.localDate(at));
    return { _id: pseudonyms.fact(_id, kind), week, unit, who: pseudonyms.of(person, week), kind };
  };
  const press = reactions.find(
    (reaction) => isAnswered({ reactions: [reaction] }) && reaction.at.getTime() <= sent.at.getTime() + PRESSED_WITHIN,
  );
  return [fact('nudged', sent.at), ...(press === undefined ? [] : [fact('nudge-pressed', press.at)])];
};
