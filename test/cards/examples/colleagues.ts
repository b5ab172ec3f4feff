import { AGENT_ACTIVE, COLLEAGUES, handed, held, heldAnswered, past } from './as-agent.ts';
import { ASKER_ANSWERED, active, afterAnswer, handingOver, STEPS } from './as-asker.ts';
import { until } from './case-parts.ts';
import type { ExamplesOf } from './examples-of.ts';
import { asks, HIDDEN, JONAS, METTE, replies, theirs } from './turns.ts';

const wrote = { you: true, other: true };
const WHILE_ASKING = AGENT_ACTIVE.filter((verb) => verb !== 'hand-over');
const { invitation } = handingOver().view;

/** An agent asks a colleague to take the case over. */
export const COLLEAGUE_EXAMPLES = {
  'handing-over-asked': handingOver({}, { turns: [asks, replies] }),
  'handing-over-asked-turn': handingOver({}, { turns: [asks], next: 'you' }),
  'handing-over-asked-answered': afterAnswer({
    invitation,
    may: [...ASKER_ANSWERED, ...STEPS, 'answer-hand-over'],
  }),
  'handing-over-shut-out': handingOver({ shutOut: 'other' }, { anonymous: true }),
  'handing-over-to-asker': handingOver({ shutOut: 'you' }, { anonymous: true }),
  'handing-over-waits-all': handingOver({ state: 'colleague', show: 'all' }),
  'handing-over-waits-dilemma': handingOver({ state: 'colleague', show: 'dilemma' }),
  'handing-over-waits-shut-out': handingOver(
    { state: 'colleague', show: 'all', shutOut: 'other' },
    { anonymous: true },
  ),
  'handing-over-erased': handingOver({ who: null }),
  'hand-over-asking': held({
    promise: 'kept',
    wrote,
    colleagues: { ...COLLEAGUES, toChoose: [], asked: { who: 'Karen Skov', state: 'asker', until } },
    may: WHILE_ASKING,
  }),
  'hand-over-asking-anonymous': held({
    asker: HIDDEN,
    promise: 'kept',
    wrote,
    colleagues: { ...COLLEAGUES, toChoose: [], asked: { who: 'Karen Skov', state: 'colleague', until } },
    may: WHILE_ASKING,
  }),
  'hand-over-many': held({ promise: 'kept', wrote, colleagues: { ...COLLEAGUES, toChoose: 'many' } }),
  'handed-all': handed({ turns: [{ ...asks, by: 'before', who: JONAS }, theirs(replies)] }),
  'handed-anonymous': handed({ asker: HIDDEN, agent: null, promise: 'kept' }),
  'taken-over': held({
    turns: [
      { ...asks, by: 'before', who: JONAS },
      { ...theirs(replies), by: 'before', who: METTE },
    ],
  }),
  'taken-over-answered': heldAnswered({ turns: [], answer: null, step: null, rating: null }),
  'taken-over-asker': active({
    agent: 'Karen Skov',
    turns: [
      { ...asks, by: 'before', who: JONAS },
      { ...replies, by: 'you', earlier: true },
    ],
    wrote: { you: false, other: false },
  }),
  'past-not-over': past('active', 'Jonas Holm', 'not-over'),
  'past-handed-over': past('active', 'Karen Skov'),
} satisfies ExamplesOf<'case'>;
