import { fingerprint } from '../fingerprint.ts';
import { reply } from '../messages/reply.ts';
import { type Changed, once } from '../presses/once.ts';
import { absenceNotice } from './absence-view.ts';
import { absenceFrom, hasAbsence, setAbsence } from './absences.ts';
import type { ProfileCommand } from './command.ts';
import type { PeopleDeps } from './deps.ts';
import type { Person } from './person.ts';
import { profileChange } from './profile.ts';
import { profileNotice } from './profile-view.ts';

/** Applies a change to a person's own profile once and shows them the result. @throws Refusal */
export const pressProfile = (
  command: ProfileCommand,
  person: Person,
  receipt: string,
  deps: PeopleDeps,
): Promise<Changed> => {
  // Read again: another press may have changed the person since this one arrived.
  const current = async () => (await deps.people.get(person._id)) ?? person;
  const work = async () => {
    const did = await act(command, await current(), deps);
    const now = await current();
    const shown = did === 'profile' ? profileNotice(now, did) : await absenceNotice(now, did, deps);
    await reply(shown, person, receipt, deps);
  };
  return once(receipt, deps, work, async () => holds(command, await current(), deps.time.localDate(deps.clock())));
};

/** Whether the person's document is as this command would leave it. @throws Refusal when it would be refused */
const holds = (command: ProfileCommand, person: Person, today: string): boolean => {
  switch (command.verb) {
    case 'set-profile':
      return fingerprint({ ...person, ...profileChange(person, command) }) === fingerprint(person);
    case 'set-absence':
      return hasAbsence(person, absenceFrom(command, today));
    case 'end-absence':
      return !hasAbsence(person, command);
  }
};

const act = async (
  command: ProfileCommand,
  person: Person,
  { people, clock, time }: Pick<PeopleDeps, 'people' | 'clock' | 'time'>,
): Promise<'profile' | 'absence' | 'back'> => {
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
