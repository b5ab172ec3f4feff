import type { Bot } from '../../bot/conversation/bot.ts';
import type { Met } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Language } from '../../bot/words.ts';
import type { Cards } from '../../cards/create-cards.ts';
import type { PrincipleText } from '../../cards/principles.ts';
import type { Chats } from './chats.ts';
import type { FormDeps } from './find-form.ts';
import type { Self, SlackApi } from './web-api.ts';

/** What a turn in Slack works with. */
export type TurnDeps = {
  bot: Bot;
  /** For composing what a pressed button belongs to, and the App Home. */
  house: FormDeps;
  /** The colleague behind a chat account; somebody new is made known. */
  meet(met: Met): Promise<Person>;
  cards: Cards;
  principles: readonly PrincipleText[];
  chats: Chats;
  api: SlackApi;
  /** Who Sammen is in this workspace. */
  self(): Self;
  /** Machine time: when somebody was last here. */
  now(): Date;
  /** For people whose own language is neither of ours. */
  language: Language;
  /** Names of lines and windows that somebody has got already; Slack may bring the same thing again. */
  told: Set<string>;
  /** Sends what is owed, soon; nobody waits for it. */
  send(): void;
  onFault(error: unknown): void;
  /** Slack shuts the app out, and somebody must look after it. */
  onBarred(error: Error): void;
};
