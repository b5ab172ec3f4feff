import { decideInTeam } from '../../bot/delivery/decide-in-team.ts';
import { isUnreachable } from '../../bot/delivery/reach.ts';
import { teamChannelId } from '../../bot/ids.ts';
import { teamLeaving } from '../../bot/nudges/team-posts.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivered, Delivery } from '../../outbox/ports.ts';
import { carryOut } from './carry-out.ts';
import type { Sending, TeamSaying } from './deps.ts';

/**
 * Posts to a team's channel. When the platform refuses for good (Sammen was removed from the channel, or the channel
 * was deleted), the channel's subscription ends: it gets nothing more until somebody there asks for it.
 */
export const deliverToTeam = async (
  delivery: Pick<Delivery<unknown>, '_id' | 'to' | 'reason'>,
  { about, platform }: TeamSaying,
  { deps, channelOn }: Pick<Sending, 'deps' | 'channelOn'>,
): Promise<Delivered> => {
  const { teamChannels, clock } = deps;
  const team = await teamChannels.get(teamChannelId(delivery.to));
  const leaving = team === null ? null : await teamLeaving(team, about, deps);
  const channel = channelOn(platform);
  const decision = decideInTeam({ moment: leaving, platform, configured: channel !== null });
  if (decision.kind !== 'post') return carryOut(decision);
  if (team === null || channel === null || leaving?.kind !== 'now') return { kind: 'obsolete' };
  try {
    await channel.postInTeam(team, delivery._id, leaving.notice);
  } catch (error) {
    if (error instanceof DeliveryError && isUnreachable(error, delivery.reason)) {
      await teamChannels.end(team._id, team.rev, { state: 'unreachable', at: clock(), reason: error.message });
    }
    throw error;
  }
  if (leaving.week !== null) await teamChannels.sent(team._id, leaving.week);
  return { kind: 'sent' };
};
