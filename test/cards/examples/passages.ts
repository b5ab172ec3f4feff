import type { CaseNotice } from '../../../bot/cases/notice.ts';
import type { Passage, TurnView } from '../../../bot/cases/said-views.ts';
import { held, heldAnswered } from './as-agent.ts';
import { active, afterAnswer, waiting } from './as-asker.ts';
import { FITS } from './case-parts.ts';
import type { ExamplesOf } from './examples-of.ts';
import { answers, asks, HIDDEN, mine, replies, turn } from './turns.ts';

/** How far somebody's words have come on their way, on the card of whoever wrote them. */

export const PASSAGES = {
  'on-its-way': { state: 'on-its-way' },
  sent: { state: 'sent' },
  waiting: { state: 'waiting', on: 'teams' },
  undeliverable: { state: 'undeliverable' },
  failed: { state: 'failed' },
} as const satisfies { [State in Passage['state']]: Passage & { state: State } };

const inEach = <Name extends string>(name: Name, example: (passage: Passage) => CaseNotice) =>
  Object.fromEntries(
    Object.entries(PASSAGES).map(([state, passage]) => [`${name}-${state}`, example(passage)]),
  ) as Record<`${Name}-${Passage['state']}`, CaseNotice>;

const own = (turn: TurnView, passage: Passage) => ({ turns: [turn], passage: { ...passage, what: turn.kind } });
const call = turn('you', 'talk', '', 0.1, { start: null, minutes: 30, place: null });

export const PASSAGE_EXAMPLES = {
  ...inEach('answer', (passage) => heldAnswered(own(mine(answers), passage))),
  ...inEach('question', (passage) => held({ ...own(mine(asks), passage), next: 'other', promise: 'kept' })),
  ...inEach('talk', (passage) => held({ ...own(call, passage), next: 'other', promise: 'kept' })),
  ...inEach('reply', (passage) => active({ ...own(replies, passage), promise: 'kept' })),
  ...inEach('thanks', (passage) =>
    afterAnswer({ ...own(turn('you', 'thanks', 'Tak for hjælpen.', 0), passage), rating: 'yes' }),
  ),
  ...inEach('offer', (passage) => waiting({ offer: { agent: 'Jonas Holm', why: FITS, passage } })),
  'answer-undeliverable-anonymous': heldAnswered({
    ...own(mine(answers), PASSAGES.undeliverable),
    asker: HIDDEN,
  }),
  'answer-waiting-anonymous': heldAnswered({
    ...own(mine(answers), { state: 'waiting', on: null }),
    asker: HIDDEN,
  }),
} satisfies ExamplesOf<'case'>;
