import type { PressDelivery } from '../../bot/presses/press-delivery.ts';
import type { TurnDeps } from './deps.ts';

/**
 * One press in Slack (docs/rules.md, "Repeats"). A double click comes as two presses with ids of their own.
 * @param id the press's `action_ts`, or the id of the modal that was sent
 */
export const deliveryOf = (id: string | undefined, { now }: Pick<TurnDeps, 'now'>): PressDelivery => ({
  id: id ?? null,
  at: now(),
  sameWish: 'for-a-minute-while-it-holds',
});
