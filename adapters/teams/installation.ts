import { isRefused } from '../chat/recognise-account.ts';
import type { Activity } from './activity.ts';
import { addressOf, isBot, isPersonal } from './activity.ts';
import type { TurnDeps } from './deps.ts';
import { findOwnChat } from './own-chat.ts';
import { recognise } from './recognise.ts';

/** Somebody added Sammen. Teams sends one of two activities for this, often both. Teams and groups are not greeted. */
export const added = async (activity: Activity, deps: TurnDeps): Promise<void> => {
  if (!isPersonal(activity) || isBot(activity.from)) return;
  const chat = await findOwnChat(activity, deps);
  const who = chat === null ? null : await recognise(activity, chat, deps);
  if (who === null || isRefused(who)) return;
  await deps.bot.greet(who);
  deps.send();
};

/** Somebody removed Sammen. Messages to them are undeliverable until they add it again. */
export const removed = async (activity: Activity, { references }: TurnDeps): Promise<void> => {
  const chat = isPersonal(activity) ? await references.get(addressOf(activity.from)) : null;
  if (chat !== null) await references.keep({ ...chat, installed: false });
};
