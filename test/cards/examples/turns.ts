import type { Shown, TalkView, TurnView } from '../../../bot/cases/said-views.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { hours } from './base.ts';

/** The turns of the examples. */

export const METTE = { as: 'named', name: 'Mette Krogh', unit: 'Park og Vej' } as const;
export const HIDDEN = { as: 'anonymous' } as const;
export const ERASED = { as: 'erased' } as const;
export const JONAS = { as: 'named', name: 'Jonas Holm' } as const;

export const turn = (
  by: TurnView['by'],
  kind: TurnView['kind'],
  text: string,
  ago: number,
  talk: TalkView | null = null,
  who: Shown = JONAS,
): TurnView => ({ kind, text: masked(text), at: hours(-ago), talk, ...spokenBy(by, who) });

const spokenBy = (by: TurnView['by'], who: Shown) =>
  by === 'you' ? { by } : by === 'other' ? { by, who } : { by, who };

export const asks = turn(
  'other',
  'ask-back',
  'Hvad er vigtigst for dem, der skater? Og hvem ejer pladsen på papiret?',
  0.6,
);
export const replies = turn('you', 'reply', 'At de selv må bygge den. Pladsen er vores, men Kultur låner den ud.', 0.3);
export const answers = turn(
  'other',
  'answer',
  'Inviter dem på pladsen sammen med driften. Tag Bente fra Kultur med: hun har nøglen til skuret.',
  0.1,
);

/** The answer once more, after the agent saw a slip in it. */
export const corrects = turn(
  'other',
  'correction',
  'Inviter dem på pladsen sammen med driften. Tag Lis fra Kultur med: Bente er på barsel, og Lis har nøglen.',
  0,
);

/** The same turns as the other side sees them. */
export const mine = ({ kind, text, at, talk }: TurnView): TurnView => ({ kind, text, at, talk, by: 'you' });
export const theirs = ({ kind, text, at, talk }: TurnView, who: Shown = METTE): TurnView => ({
  kind,
  text,
  at,
  talk,
  by: 'other',
  who,
});

/** Whether a message opens the case, which is true until the other side has written. */
export const opens = (turns: readonly TurnView[]): boolean => turns.every(({ by }) => by === 'you');
