import { fingerprint } from '../fingerprint.ts';
import { reply } from '../messages/reply.ts';
import { type Changed, once } from '../presses/once.ts';
import { type AbsenceDeps, absenceNotice } from './absence-view.ts';
import { absenceFrom, hasAbsence, setAbsence } from './absences.ts';
import type { ProfileCommand } from './command.ts';
import type { PeopleDeps } from './deps.ts';
import type { PeopleReply } from './notice.ts';
import type { Person } from './person.ts';
import { fieldChange, profileChange } from './profile.ts';
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
    await reply(await shown(did, command, now, deps), person, receipt, deps);
  };
  return once(receipt, deps, work, async () => holds(command, await current(), deps.time.localDate(deps.clock())));
};

type Did = 'profile' | 'absence' | 'back' | 'dropped' | 'kept';

const shown = async (did: Did, command: ProfileCommand, now: Person, deps: AbsenceDeps): Promise<PeopleReply> => {
  if (did === 'absence' || did === 'back') return absenceNotice(now, did, deps);
  if (did === 'profile' || !('principle' in command)) return profileNotice(now, 'profile');
  return { kind: 'field', principle: command.principle, did };
};

/** Whether the person's document is as this command would leave it. @throws Refusal when it would be refused */
const holds = (command: ProfileCommand, person: Person, today: string): boolean => {
  switch (command.verb) {
    case 'set-profile':
      return fingerprint({ ...person, ...profileChange(person, command) }) === fingerprint(person);
    case 'drop-principle':
    case 'keep-principle':
      return fingerprint(fieldChange(person, command)) === fingerprint({ agent: person.agent });
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
): Promise<Did> => {
  switch (command.verb) {
    case 'set-profile':
      await people.change(person._id, profileChange(person, command));
      return 'profile';
    case 'drop-principle':
    case 'keep-principle':
      await people.change(person._id, fieldChange(person, command));
      return command.verb === 'drop-principle' ? 'dropped' : 'kept';
    case 'set-absence':
      await setAbsence(person, command, { people, today: time.localDate(clock()) });
      return 'absence';
    case 'end-absence':
      await people.dropAbsence(person._id, command);
      return 'back';
  }
};
