import type { PersonId } from '../ids.ts';
import type { Labelled } from '../routing/guess.ts';
import type { Principle, Topic } from '../words.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import type { CaseEvent } from './journal.ts';
import { type Move, updateAll } from './move.ts';
import type { Correction } from './view-types.ts';

/** What somebody changes about what a case is about; empty when they leave both as they are. */
type Changed = { principle?: Principle; topic?: Topic };

/**
 * The agent, or the asker until the answer, says what the case is really about (docs/rules.md, "What a case is about").
 * Later offers go by it. A form that was sent as it stood changes nothing: it is no choice.
 */
export const correctLabels = (c: Case, command: MeasuredCommand<'correct-labels'>, actor: PersonId): Move => {
  const changed: Changed = {
    ...(command.principle === c.principle ? {} : { principle: command.principle }),
    ...(command.topic === c.topic ? {} : { topic: command.topic }),
  };
  if (Object.keys(changed).length === 0) return { set: {}, events: [], tell: updateAll([actor]) };
  const by = actor === c.asker ? 'asker' : 'agent';
  const labelled: Labelled = {
    ...c.labelled,
    ...(changed.principle === undefined ? {} : { principle: by }),
    ...(changed.topic === undefined ? {} : { topic: by }),
  };
  return {
    set: { ...changed, labelled },
    events: [{ kind: 'labelled', ...changed }],
    tell: updateAll([c.asker, c.agent]),
  };
};

/**
 * What the two of them have corrected since this agent took the case, each label by whoever corrected it last. What was
 * said with an earlier agent stays there.
 */
export const correctionsFor = (c: Case, part: 'asker' | 'agent'): Correction[] => {
  if (c.agent === null) return [];
  const taken = c.events.findLastIndex(({ kind }) => kind === 'accepted');
  const since = c.events.slice(taken + 1).filter(({ kind }) => kind === 'labelled');
  const last = (label: 'principle' | 'topic') => since.findLast((event) => event[label] !== undefined);
  const [principle, topic] = [last('principle'), last('topic')];
  if (principle !== undefined && principle === topic)
    return [{ by: sideOf(c, principle, part), principle: c.principle, topic: c.topic }];
  return [
    ...(principle === undefined ? [] : [{ by: sideOf(c, principle, part), principle: c.principle }]),
    ...(topic === undefined ? [] : [{ by: sideOf(c, topic, part), topic: c.topic }]),
  ];
};

const sideOf = (c: Case, { by }: CaseEvent, part: 'asker' | 'agent'): Correction['by'] =>
  (by === c.asker) === (part === 'asker') ? 'you' : 'other';
