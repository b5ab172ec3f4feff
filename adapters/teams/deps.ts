import type { Subject } from '../../bot/conversation/decode-action.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Card } from '../../cards/model.ts';
import type { ChatDeps } from '../chat/deps.ts';
import type { Connector } from './connector.ts';
import type { References } from './references.ts';

/** What a turn in Teams works with. */
export type TurnDeps = ChatDeps & {
  references: References;
  connector: Connector;
  appId: string;
  /** True for local clients without tokens: what they say of people proves nothing. */
  local: boolean;
  /** What a person's message shows now; null when another message does. */
  present(about: Subject, to: Person, message: string): Promise<Card | null>;
};

/** What Teams gets for an invoke. */
export type Answer = { status: number; body?: unknown };
