import { reply } from '../messages/reply.ts';
import { type Changed, once } from '../presses/once.ts';
import { setAbsence } from './absences.ts';
import type { ProfileCommand } from './command.ts';
import type { PeopleDeps } from './deps.ts';
import type { ProfileNotice } from './notice.ts';
import type { Person } from './person.ts';
import { profileChange } from './profile.ts';
import { profileNotice } from './profile-view.ts';

/** Applies a change to a person's own profile once and shows them the result. @throws Refusal */
export const pressProfile = (
  command: ProfileCommand,
  person: Person,
  receipt: string,
  deps: PeopleDeps,
): Promise<Changed> =>
  once(receipt, deps, async () => {
    // Read again: another press may have changed the person since this one arrived.
    const current = (await deps.people.get(person._id)) ?? person;
    const saved = await act(command, current, deps);
    const after = (await deps.people.get(person._id)) ?? person;
    await reply(await profileNotice(after, saved, deps), person, receipt, deps);
  });

const act = async (
  command: ProfileCommand,
  person: Person,
  { people, clock, time }: Pick<PeopleDeps, 'people' | 'clock' | 'time'>,
): Promise<ProfileNotice['saved']> => {
  switch (command.verb) {
    case 'set-profile':
      await people.change(person._id, profileChange(person, command));
      return 'profile';
    case 'set-absence':
      await setAbsence(person, command, { people, today: time.localDate(clock()) });
      return 'absence';
    case 'end-absence':
      await people.dropAbsence(person._id, command);
      return 'back';
  }
};
