import type { Person } from '../../bot/people/person.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { accountOn, noChat } from '../chat/account-on.ts';
import type { Channel } from '../chat/channel.ts';
import type { Connector } from './connector.ts';
import { deliveryFault } from './delivery-fault.ts';
import { cardMessage } from './message.ts';
import type { Reference, References } from './references.ts';
import { hasThreads } from './team-chat.ts';

type ChannelDeps = { connector: Connector; references: Pick<References, 'get' | 'keep'> };

/** Delivers to people's own chats with Sammen in Teams. */
export const createTeamsChannel = ({ connector, references }: ChannelDeps): Channel => {
  const placeOf = async (person: Person): Promise<Reference> => {
    const account = accountOn('teams', person);
    const reference = account === null ? null : await references.get(account);
    if (reference === null) throw noChat('Teams');
    if (!reference.installed) throw new DeliveryError('unreachable', 'the person has removed Sammen from Teams');
    return reference;
  };
  return {
    post: async (to, _id, { card, language }) => {
      const home = await placeOf(to);
      return connector.post(home, cardMessage(card, language)).catch(fail);
    },
    postInTeam: async ({ channel }, _id, { card, language }) => {
      const team = await references.get(channel);
      if (team === null) throw new DeliveryError('unreachable', 'the channel’s address is not stored');
      const message = cardMessage(card, language);
      return (hasThreads(channel) ? connector.postInChannel(team, message) : connector.post(team, message)).catch(fail);
    },
    reopen: async (to) => {
      const home = await placeOf(to);
      const conversation = await connector.open(home.serviceUrl, home).catch(fail);
      await references.keep({ ...home, conversation });
    },
    update: async (to, message, { card, language }) => {
      const home = await placeOf(to);
      await connector.update(home, message, cardMessage(card, language)).catch(fail);
    },
  };
};

const fail = (error: unknown): never => {
  throw deliveryFault(error);
};
