import type { Person } from '../../bot/people/person.ts';
import { MINUTE } from '../../bot/time/units.ts';
import { renderSlackMessage } from '../../cards/block-kit.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { accountOn, noChat } from '../chat/account-on.ts';
import type { CardMessage, Channel } from '../chat/channel.ts';
import { deliveryFault } from './delivery-fault.ts';
import { findOwnChat, type OwnChatDeps } from './own-chat.ts';

type ChannelDeps = OwnChatDeps & { now(): Date; onBarred(error: DeliveryError): void };

/** The pause after Slack has shut the app out: long enough to fix the problem, short enough to notice the fix. */
const BARRED_PAUSE_MS = MINUTE;

/** Delivers to people's own chats with Sammen in Slack. */
export const createSlackChannel = ({ api, chats, now, onBarred }: ChannelDeps): Channel => {
  let barred: { until: number; fault: DeliveryError } | null = null;
  /** While Slack shuts the app out, further calls would only make it worse, so every message waits. */
  const unlessBarred = async <T>(work: () => Promise<T>): Promise<T> => {
    if (barred !== null && now().getTime() < barred.until) throw barred.fault;
    try {
      const done = await work();
      barred = null;
      return done;
    } catch (error) {
      const fault = deliveryFault(error);
      if (fault.outcome !== 'barred') throw fault;
      const reason = `${fault.message}: sending over Slack pauses. Check SLACK_BOT_TOKEN and the app’s installation`;
      const closed = new DeliveryError('barred', reason, { cause: error, retryAfter: BARRED_PAUSE_MS });
      barred = { until: now().getTime() + BARRED_PAUSE_MS, fault: closed };
      onBarred(closed);
      throw closed;
    }
  };
  const placeOf = (person: Person): Promise<string> => {
    const account = accountOn('slack', person);
    if (account === null) throw noChat('Slack');
    return findOwnChat(account, { api, chats });
  };
  const messageOf = ({ card, language }: CardMessage) => renderSlackMessage(card, language);
  return {
    post: (to, _id, content) => unlessBarred(async () => api.post(await placeOf(to), messageOf(content))),
    postInTeam: ({ channel }, _id, content) => unlessBarred(() => api.post(channel, messageOf(content))),
    update: (to, message, content) =>
      unlessBarred(async () => api.update(await placeOf(to), message, messageOf(content))),
  };
};
