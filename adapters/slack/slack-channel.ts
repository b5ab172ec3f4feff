import type { Person } from '../../bot/people/person.ts';
import { MINUTE } from '../../bot/time/units.ts';
import { renderSlackMessage } from '../../cards/block-kit.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { accountOn, noChat } from '../chat/account-on.ts';
import type { CardMessage, Channel } from '../chat/channel.ts';
import { deliveryFault } from './delivery-fault.ts';
import { findOwnChat, type OwnChatDeps } from './own-chat.ts';

type ChannelDeps = OwnChatDeps & { now(): Date; onBarred(error: DeliveryError): void };

/** How long nothing is sent after Slack has shut the app out: long enough to mend it, short enough to notice. */
const BARRED_FOR = MINUTE;

/** Delivers to people's own chats with Sammen in Slack. */
export const createSlackChannel = ({ api, chats, now, onBarred }: ChannelDeps): Channel => {
  let barred: { until: number; fault: DeliveryError } | null = null;
  /** While Slack shuts the app out, calls would only make it worse; every message waits. */
  const whileLetIn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (barred !== null && now().getTime() < barred.until) throw barred.fault;
    try {
      const done = await work();
      barred = null;
      return done;
    } catch (error) {
      const fault = deliveryFault(error);
      if (fault.outcome !== 'barred') throw fault;
      const reason = `${fault.message}: sending over Slack pauses. Look at SLACK_BOT_TOKEN and the app’s installation`;
      const closed = new DeliveryError('barred', reason, { cause: error, retryAfter: BARRED_FOR });
      barred = { until: now().getTime() + BARRED_FOR, fault: closed };
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
    post: (to, _id, content) => whileLetIn(async () => api.post(await placeOf(to), messageOf(content))),
    postInTeam: ({ channel }, _id, content) => whileLetIn(() => api.post(channel, messageOf(content))),
    update: (to, message, content) =>
      whileLetIn(async () => api.update(await placeOf(to), message, messageOf(content))),
  };
};
