import { teamChannelId } from '../../bot/ids.ts';
import type { Saying } from '../../bot/notices.ts';
import { teamLeaving } from '../../bot/nudges/team-posts.ts';
import type { Sending } from './deliver.ts';
import { type Delivered, type Delivery, OBSOLETE, SENT } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import { isPlainNo } from './post-where-they-are.ts';

/**
 * To a channel, not to a person. A plain no of the platform ends what the channel gets: Sammen was taken out of it, or
 * it is no more. Nobody there is asked again until somebody there asks.
 */
export const deliverToTeam = async (
  delivery: Delivery,
  { about, platform }: Extract<Saying, { kind: 'team' }>,
  { deps, channelOn }: Pick<Sending, 'deps' | 'channelOn'>,
): Promise<Delivered> => {
  const { teamChannels, clock } = deps;
  const team = await teamChannels.get(teamChannelId(delivery.to));
  if (team === null) return OBSOLETE;
  const leaving = await teamLeaving(team, about, deps);
  if (leaving.kind !== 'now') return leaving;
  const channel = channelOn(platform);
  if (channel === null) throw new DeliveryError('unreachable', `${platform} is configured no more`);
  try {
    await channel.postInTeam(team, delivery._id, leaving.notice, team.language);
  } catch (error) {
    if (error instanceof DeliveryError && isPlainNo(error, delivery)) {
      await teamChannels.end(team._id, team.rev, { state: 'unreachable', at: clock(), reason: error.message });
    }
    throw error;
  }
  if (leaving.week !== null) await teamChannels.sent(team._id, leaving.week);
  return SENT;
};
