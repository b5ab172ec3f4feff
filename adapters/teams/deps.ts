import type { PressedSubject } from '../../bot/conversation/decode-action.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Card } from '../../cards/model.ts';
import type { ChatDeps } from '../chat/deps.ts';
import type { Connector } from './connector.ts';
import type { References } from './references.ts';

/** The dependencies of a turn in Teams. */
export type TurnDeps = ChatDeps & {
  references: References;
  connector: Connector;
  appId: string;
  /** True for local clients without tokens, whose claims about people must not be trusted. */
  local: boolean;
  /** The card that a message should show now; null when another message shows it. */
  present(about: PressedSubject, to: Person, message: string): Promise<Card | null>;
};

/** The answer to an invoke. */
export type Answer = { status: number; body?: unknown };
