import type { TurnView } from '../../../bot/cases/said-views.ts';
import type { AskerView, HeldView } from '../../../bot/cases/view-types.ts';
import type { Speech } from '../../speech.ts';
import { latestFrom } from './conversation.ts';

/** The headline that news gives a message; null when the state of the case is the headline. `other`: who they talk with. */
export type Headline<View> = (view: View, other: string, speech: Speech) => string | null;

export const byState = (): null => null;

/** What the newest words of the other side are, in a title. */
type SaidTitle = (turn: TurnView, other: string, now: Date, speech: Speech) => string;

/** The headline is the other side's newest words of these kinds, while the message shows any. */
export const spoken =
  (saidTitle: SaidTitle, ...kinds: TurnView['kind'][]): Headline<AskerView | HeldView> =>
  (view, other, speech) => {
    const turn = latestFrom('other', kinds, view);
    return turn === null ? null : saidTitle(turn, other, view.now, speech);
  };
