import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Cards } from '../../cards/create-cards.ts';
import { accountOn, noChat } from '../chat/account-on.ts';
import type { Channel } from '../delivery/channel.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Connector, Place } from './connector.ts';
import { deliveryFault } from './delivery-fault.ts';
import { cardMessage } from './message.ts';
import type { References } from './references.ts';
import { hasThreads } from './team-chat.ts';

type ChannelDeps = { connector: Connector; references: Pick<References, 'get'>; cards: Cards };

/** Delivers to people's own chats with Sammen in Teams. */
export const createTeamsChannel = ({ connector, references, cards }: ChannelDeps): Channel => {
  const placeOf = async (person: Person): Promise<Place> => {
    const account = accountOn('teams', person);
    const reference = account === null ? null : await references.get(account);
    if (reference === null) throw noChat('Teams');
    if (!reference.installed) throw new DeliveryError('unreachable', 'the person has removed Sammen from Teams');
    return reference;
  };
  const messageFor = (to: Person, notice: Notice) => cardMessage(cards.card(notice, to.language), to.language);
  return {
    post: async (to, _id, notice) => {
      const home = await placeOf(to);
      return connector.post(home, messageFor(to, notice)).catch(fail);
    },
    postInTeam: async ({ channel }, _id, notice, language) => {
      const team = await references.get(channel);
      if (team === null) throw new DeliveryError('unreachable', 'nobody knows any more where the channel is');
      const message = cardMessage(cards.card(notice, language), language);
      return (hasThreads(channel) ? connector.postInChannel(team, message) : connector.post(team, message)).catch(fail);
    },
    update: async (to, message, notice) => {
      const home = await placeOf(to);
      await connector.update(home, message, messageFor(to, notice)).catch(fail);
    },
  };
};

const fail = (error: unknown): never => {
  throw deliveryFault(error);
};
