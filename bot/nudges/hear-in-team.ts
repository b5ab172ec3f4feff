import { ping } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import { once } from '../presses/once.ts';
import type { NudgeDeps } from './deps.ts';
import { type TeamChannel, type TeamPlace, teamChannelIdOf } from './team-channel.ts';

type TeamDeps = Pick<NudgeDeps, 'teamChannels' | 'receipts' | 'outbox' | 'clock'>;

/**
 * Somebody asks for the week's principle in a channel, or for an end of it: the two things that anybody there may say,
 * for everybody there sees them, and may say the opposite. The answer stands in the channel.
 * @param heard the platform's name for what was written: the same again does nothing
 */
export const askForTeamPosts = async (heard: string, place: TeamPlace, by: Person, deps: TeamDeps): Promise<void> => {
  await once(receiptFor(heard), deps, async () => {
    const now = deps.clock();
    const { unit, language, _id } = by;
    const asked = { _id: teamChannelIdOf(place), ...place, unit, language, by: _id, at: now };
    const channel = await deps.teamChannels.begin(asked);
    // Afterwards, and again after a process that died between: the same name is the same message.
    await deps.outbox.add([told(channel, heard, 'begun', now)]);
  });
};

/** False when the channel gets nothing: then the word is about something else. */
export const endTeamPosts = async (heard: string, place: TeamPlace, deps: TeamDeps): Promise<boolean> => {
  const channel = await deps.teamChannels.get(teamChannelIdOf(place));
  if (channel === null || channel.state !== 'on') return deps.receipts.has(receiptFor(heard));
  await once(receiptFor(heard), deps, async () => {
    const now = deps.clock();
    // Before it ends: when it is heard again after a process that died between, it must still be about the channel.
    await deps.outbox.add([told(channel, heard, 'stopped', now)]);
    await deps.teamChannels.end(channel._id, channel.rev, { state: 'stopped', at: now, reason: null });
  });
  return true;
};

const receiptFor = (heard: string): string => `team.${heard}`;

const told = ({ _id, platform }: TeamChannel, heard: string, did: 'begun' | 'stopped', now: Date) =>
  ping(`team.${did}.${heard}`, _id, { kind: 'team' as const, about: did, platform }, now);
