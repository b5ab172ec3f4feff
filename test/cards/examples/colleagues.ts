import type { Colleagues } from '../../../bot/cases/colleague-views.ts';
import { caseId, personId } from '../../../bot/ids.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { AGENT_ACTIVE, COLLEAGUES, coAgent, handed, held, heldAnswered, invited, past } from './as-agent.ts';
import { ASKER_ANSWERED, active, afterAnswer, handingOver, STEPS } from './as-asker.ts';
import { hours } from './base.ts';
import { until } from './case-parts.ts';
import type { ExamplesOf } from './examples-of.ts';
import { answers, asks, HIDDEN, JONAS, METTE, mine, replies, theirs } from './turns.ts';

const wrote = { you: true, other: true };
const WHILE_ASKING = AGENT_ACTIVE.filter((verb) => verb !== 'hand-over' && verb !== 'invite-co-agent');
const { invitation } = handingOver().view;

const LAW = masked('Husk, at pladsen skal høres efter planloven. Det tager fire uger.');
const THANKS = masked('Tak. Så siger jeg det i svaret.');
const NOTES_OF_KAREN = [
  { by: 'you', who: 'Karen Skov', at: hours(-0.3), text: LAW },
  { by: 'other', who: 'Jonas Holm', at: hours(-0.1), text: THANKS },
] as const;
const helped: Colleagues = {
  ...COLLEAGUES,
  coAgent: 'Karen Skov',
  notes: [
    { by: 'other', who: 'Karen Skov', at: hours(-0.3), text: LAW },
    { by: 'you', who: 'Jonas Holm', at: hours(-0.1), text: THANKS },
  ],
};
const WITH_CO_AGENT = AGENT_ACTIVE.map((verb) => (verb === 'invite-co-agent' ? 'note-to-agent' : verb));

/** An agent asks a colleague to take the case over, or to help. */
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
    colleagues: { ...COLLEAGUES, toChoose: [], asked: { for: 'hand-over', who: 'Karen Skov', state: 'asker', until } },
    may: WHILE_ASKING,
  }),
  'hand-over-asking-anonymous': held({
    asker: HIDDEN,
    promise: 'kept',
    wrote,
    colleagues: {
      ...COLLEAGUES,
      toChoose: [],
      asked: { for: 'hand-over', who: 'Karen Skov', state: 'colleague', until },
    },
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
  'inviting-asked': handingOver({ for: 'co-agent' }, { turns: [asks, replies] }),
  'inviting-shut-out': handingOver({ for: 'co-agent', shutOut: 'other' }, { anonymous: true }),
  'inviting-waits': handingOver({ for: 'co-agent', state: 'colleague', show: 'all' }),
  'invite-asking': held({
    promise: 'kept',
    wrote,
    colleagues: { ...COLLEAGUES, toChoose: [], asked: { for: 'co-agent', who: 'Karen Skov', state: 'asker', until } },
    may: WHILE_ASKING,
  }),
  'invite-asking-colleague': held({
    promise: 'kept',
    wrote,
    colleagues: {
      ...COLLEAGUES,
      toChoose: [],
      asked: { for: 'co-agent', who: 'Karen Skov', state: 'colleague', until },
    },
    may: WHILE_ASKING,
  }),
  'invite-suggested': held({
    promise: 'kept',
    colleagues: {
      ...COLLEAGUES,
      suggested: { id: personId('p-karen'), name: 'Karen Skov', needs: ['lovgivning', 'oekonomi'] },
    },
  }),
  'invited-all': invited({ turns: [{ ...asks, by: 'before', who: JONAS }, theirs(replies)] }),
  'invited-anonymous': invited({ asker: HIDDEN, agent: null }),
  'invited-typed': invited({ typed: { draft: caseId('d4Kq8nVx2'), text: masked('Husk vejafdelingen.') } }),
  'co-agent-new': coAgent('active'),
  'co-agent-typed': coAgent('active', { typed: { draft: caseId('d4Kq8nVx2'), text: masked('Husk vejafdelingen.') } }),
  'co-agent-notes': coAgent('active', { notes: NOTES_OF_KAREN, show: 'dilemma', asker: HIDDEN }),
  'co-agent-answered': coAgent('answered', {
    turns: [{ ...answers, by: 'before', who: JONAS, with: 'Karen Skov' }],
    notes: NOTES_OF_KAREN,
  }),
  'co-agent-closed': coAgent('closed'),
  'agent-with-co-agent': held({ promise: 'kept', wrote, colleagues: helped, may: WITH_CO_AGENT }),
  'agent-with-news-of-co-agent': {
    ...held({
      promise: 'kept',
      wrote,
      colleagues: { ...helped, notes: helped.notes.slice(0, 1) },
      may: WITH_CO_AGENT,
    }),
    why: 'note',
  },
  'agent-with-many-notes': held({
    promise: 'kept',
    wrote,
    colleagues: { ...helped, notes: [...helped.notes, ...helped.notes, ...helped.notes, ...helped.notes] },
    may: WITH_CO_AGENT,
  }),
  'agent-answered-signed': heldAnswered({
    turns: [{ ...mine(answers), with: 'Karen Skov' }],
    colleagues: { ...helped, notes: [] },
  }),
  'asker-helped': active({ promise: 'kept', wrote, coAgent: { name: 'Karen Skov', show: 'dilemma' } }),
  'asker-helped-all': active({ promise: 'kept', wrote, coAgent: { name: 'Karen Skov', show: 'all' } }),
  'asker-answered-signed': afterAnswer({
    turns: [{ ...answers, with: 'Karen Skov' }],
    coAgent: { name: 'Karen Skov', show: 'dilemma' },
  }),
  'past-not-over': past('active', 'Jonas Holm', 'not-over'),
  'past-handed-over': past('active', 'Karen Skov'),
} satisfies ExamplesOf<'case'>;
