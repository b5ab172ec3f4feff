import type { Chat, Who } from './script.ts';

export type Button = { label: string; verb: string; data: Readonly<Record<string, unknown>> };
/** A message from Sammen, as it stands in somebody's chat. */
export type Shown = { id: string; text: string; buttons: readonly Button[] };

/** Where a chat is played: the sandbox, Slack or Teams. */
export type Place = {
  /** Everything in a chat that came from Sammen, the oldest message first. */
  shown(who: Who): Promise<readonly Shown[]>;
  say(who: Who, text: string, answered?: Shown): Promise<void>;
  press(who: Who, message: Shown, button: Button, fields: Readonly<Record<string, string>>): Promise<void>;
  goOn(minutes: number): Promise<void>;
  /** Everything that this person was ever shown, the words of cards before they changed as well. */
  everShown(who: Who): Promise<string>;
};

/** Opens a place with the people of a chat, plays, and closes it. */
export type Stage = (chat: Chat, play: (place: Place) => Promise<void>) => Promise<void>;

export const fullName = (who: Who): string => `${who[0]?.toUpperCase()}${who.slice(1)} Prøve`;
