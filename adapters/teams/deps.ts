import type { Bot } from '../../bot/conversation/bot.ts';
import type { Subject } from '../../bot/conversation/decode-action.ts';
import type { Met } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import type { People, PersonChanges } from '../../bot/people/port.ts';
import type { Language } from '../../bot/words.ts';
import type { Cards } from '../../cards/create-cards.ts';
import type { Card } from '../../cards/model.ts';
import type { Connector } from './connector.ts';
import type { References } from './references.ts';

/** What a turn in Teams works with. */
export type TurnDeps = {
  bot: Bot;
  people: People & PersonChanges;
  /** The colleague behind a chat account; somebody new is made known. */
  meet(met: Met): Promise<Person>;
  cards: Cards;
  references: References;
  connector: Connector;
  /** Machine time: when somebody was last here. */
  now(): Date;
  /** For people whose own language is neither of ours. */
  language: Language;
  appId: string;
  /** True for local clients without tokens: what they say of people proves nothing. */
  local: boolean;
  /** What a person's message shows now; null when another message does. */
  present(about: Subject, to: Person, message: string): Promise<Card | null>;
  /** Messages whose writers know already that the store is away. */
  toldAway: Set<string>;
  /** Sends what is owed, soon; nobody waits for it. */
  send(): void;
  onFault(error: unknown): void;
};

/** What Teams gets for an invoke. */
export type Answer = { status: number; body?: unknown };
