import { teamToldId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import { once } from '../presses/once.ts';
import type { NudgeDeps } from './deps.ts';
import { type TeamChannel, type TeamPlace, teamChannelIdOf } from './team-channel.ts';

export type TeamDeps = Pick<NudgeDeps, 'teamChannels' | 'receipts' | 'outbox' | 'clock'>;

/**
 * Subscribes a channel to the weekly principle and confirms it in the channel. Anyone there may subscribe or
 * unsubscribe it: everybody sees the request and can undo it.
 * @param heard the platform's id of the request; a repeat of it does nothing
 */
export const subscribeTeamChannel = async (
  heard: string,
  place: TeamPlace,
  by: Person,
  deps: TeamDeps,
): Promise<void> => {
  await once(
    receiptFor(heard),
    deps,
    async () => {
      const now = deps.clock();
      const { unit, language, _id } = by;
      const asked = { _id: teamChannelIdOf(place), ...place, unit, language, by: _id, at: now };
      const channel = await deps.teamChannels.begin(asked);
      // Runs after the write, and again if a process died in between: the id makes it the same message.
      await deps.outbox.add([confirmation(channel, heard, 'begun', now)]);
    },
    'stays',
  );
};

/** Unsubscribes a channel. False when it has no subscription: the word is then about something else. */
export const unsubscribeTeamChannel = async (heard: string, place: TeamPlace, deps: TeamDeps): Promise<boolean> => {
  const channel = await deps.teamChannels.get(teamChannelIdOf(place));
  if (channel === null || channel.state !== 'on') return deps.receipts.has(receiptFor(heard));
  await once(
    receiptFor(heard),
    deps,
    async () => {
      const now = deps.clock();
      // Runs before the subscription ends: if a process dies in between, the repeated request must still find it on.
      await deps.outbox.add([confirmation(channel, heard, 'stopped', now)]);
      await deps.teamChannels.end(channel._id, channel.rev, { state: 'stopped', at: now, reason: null });
    },
    'stays',
  );
  return true;
};

const receiptFor = (heard: string): string => `team.${heard}`;

const confirmation = ({ _id, platform }: TeamChannel, heard: string, did: 'begun' | 'stopped', now: Date) =>
  ping(teamToldId(did, heard), _id, { kind: 'team' as const, about: did, platform }, now);
