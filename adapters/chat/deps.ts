import type { Bot } from '../../bot/conversation/bot.ts';
import type { PersonId } from '../../bot/ids.ts';
import type { MetColleague } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import type { People, PersonAccounts, PersonChanges, PersonIds } from '../../bot/people/port.ts';
import type { AccountNow } from '../../bot/people/update-account.ts';
import type { Language } from '../../bot/words.ts';
import type { Cards } from '../../cards/create-cards.ts';
import type { Changes } from './changes.ts';
import type { IsFirst } from './first-time.ts';
import type { NotAgain } from './not-again.ts';

/** The dependencies of a turn in a chat, on any platform. */
export type ChatDeps = {
  bot: Bot;
  people: People & PersonChanges & PersonAccounts & PersonIds;
  /** Returns the person behind a chat account, and creates one for a new account. */
  meet(met: MetColleague): Promise<Person>;
  /** Takes over what a platform now says of a known account. */
  update(known: Person, account: AccountNow): Promise<Person>;
  cards: Cards;
  /** Machine time, recorded as the last use of an account. */
  now(): Date;
  /** For people whose own language we do not support. */
  language: Language;
  /** Prevents duplicate lines and modals when the platform redelivers. */
  isFirst: IsFirst;
  /** Keeps a line from being said for each message of a burst. */
  notAgain: NotAgain;
  /** Whether somebody writes and presses faster than anybody can (docs/rules.md, "Limits on requests"). */
  isTooFast(person: PersonId): Promise<boolean>;
  /** Keeps edits and deletions in order with the messages that they change. */
  changes: Changes;
  /** Starts sending owed messages in the background. */
  send(): void;
  onFault(error: unknown): void;
};
