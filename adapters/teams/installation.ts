import { isRefused } from '../chat/recognise-account.ts';
import type { Activity } from './activity.ts';
import { addressOf, isBot, isPersonal } from './activity.ts';
import type { TurnDeps } from './deps.ts';
import { findOwnChat } from './own-chat.ts';
import { recognise } from './recognise.ts';

/** Somebody has Sammen now. Teams tells of it in two ways, often in both. In a team or a group nobody is greeted. */
export const added = async (activity: Activity, deps: TurnDeps): Promise<void> => {
  if (!isPersonal(activity) || isBot(activity.from)) return;
  const chat = await findOwnChat(activity, deps);
  const who = chat === null ? null : await recognise(activity, chat, deps);
  if (who === null || isRefused(who)) return;
  await deps.bot.greet(who);
  deps.send();
};

/** Somebody has removed Sammen: what is on its way to them is unreachable until they come back. */
export const removed = async (activity: Activity, { references }: TurnDeps): Promise<void> => {
  const chat = isPersonal(activity) ? await references.get(addressOf(activity.from)) : null;
  if (chat !== null) await references.keep({ ...chat, installed: false });
};
