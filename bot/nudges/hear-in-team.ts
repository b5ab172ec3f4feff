import { deliveryId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { NudgeDeps } from './deps.ts';
import { type TeamChannel, type TeamPlace, teamChannelIdOf } from './team-channel.ts';

/**
 * Somebody asks for the week's principle in a channel, or for an end of it: the two things that anybody there may say,
 * for everybody there sees them, and may say the opposite. The answer stands in the channel.
 * @param heard the platform's name for what was written: the same again does nothing
 */
export const askForTeamPosts = async (
  heard: string,
  place: TeamPlace,
  by: Person,
  { teamChannels, receipts, outbox, clock }: NudgeDeps,
): Promise<void> => {
  const receipt = `team.${heard}`;
  if (await receipts.has(receipt)) return;
  const now = clock();
  const { unit, language, _id } = by;
  const channel = await teamChannels.begin({ _id: teamChannelIdOf(place), ...place, unit, language, by: _id, at: now });
  // Afterwards, and again after a process that died between: the same name is the same message.
  await outbox.add([told(channel, heard, 'begun', now)]);
  await receipts.add(receipt, now);
};

/** False when the channel gets nothing: then the word is about something else. */
export const endTeamPosts = async (
  heard: string,
  place: TeamPlace,
  { teamChannels, receipts, outbox, clock }: NudgeDeps,
): Promise<boolean> => {
  const receipt = `team.${heard}`;
  if (await receipts.has(receipt)) return true;
  const channel = await teamChannels.get(teamChannelIdOf(place));
  if (channel === null || channel.state !== 'on') return false;
  const now = clock();
  // Before it ends: when it is heard again after a process that died between, it must still be about the channel.
  await outbox.add([told(channel, heard, 'stopped', now)]);
  await teamChannels.end(channel._id, channel.rev, { state: 'stopped', at: now, reason: null });
  await receipts.add(receipt, now);
  return true;
};

const told = ({ _id, platform }: TeamChannel, heard: string, did: 'begun' | 'stopped', now: Date) => ({
  id: deliveryId(`team.${did}.${heard}`),
  to: _id,
  manner: 'ping' as const,
  notBefore: now,
  say: { kind: 'team' as const, about: did, platform },
});
