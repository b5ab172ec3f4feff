import type { Bot } from '../../bot/conversation/bot.ts';
import type { MetColleague } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import type { People, PersonChanges } from '../../bot/people/port.ts';
import type { Language } from '../../bot/words.ts';
import type { Cards } from '../../cards/create-cards.ts';
import type { IsFirst } from './first-time.ts';

/** What a turn in a chat works with, whatever the platform. */
export type ChatDeps = {
  bot: Bot;
  people: People & PersonChanges;
  /** The colleague behind a chat account; somebody new is made known. */
  meet(met: MetColleague): Promise<Person>;
  cards: Cards;
  /** Machine time: when somebody was last here. */
  now(): Date;
  /** For people whose own language is neither of ours. */
  language: Language;
  /** For lines and windows: the platform may bring the same thing again. */
  isFirst: IsFirst;
  /** Sends what is owed, soon; nobody waits for it. */
  send(): void;
  onFault(error: unknown): void;
};
