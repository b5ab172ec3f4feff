import type { Changed } from '../cases/change-case.ts';
import type { Command, ProfileVerb } from '../commands.ts';
import type { Needs } from '../needs.ts';
import type { ProfileNotice, Reply } from '../notices.ts';
import { answer } from '../owed.ts';
import { setAbsence } from './absences.ts';
import type { Person } from './person.ts';
import { profileChange } from './profile.ts';
import { profileNotice } from './profile-view.ts';
import { tellUnit } from './tell-unit.ts';

/** Does what somebody says of themselves, once, and shows them how it stands. @throws Refusal */
export const pressProfile = async (
  command: Command<ProfileVerb>,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  if (await needs.receipts.has(receipt)) return 'repeated';
  // As they are now: another press may have changed them since this one was let in.
  const current = (await needs.people.get(person._id)) ?? person;
  const saved = await act(command, current, receipt, needs);
  if (saved !== null) {
    const after = (await needs.people.get(person._id)) ?? person;
    await reply(await profileNotice(after, saved, needs), person, receipt, needs);
  }
  await needs.receipts.add(receipt, needs.clock());
  return 'done';
};

const act = async (
  command: Command<ProfileVerb>,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<ProfileNotice['saved'] | null> => {
  const { people, clock, time } = needs;
  switch (command.verb) {
    case 'set-unit':
      await tellUnit(person, command, receipt, needs);
      return null;
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

/** A short answer to somebody's own press. */
export const reply = (content: Reply, { _id: to }: Person, receipt: string, needs: Needs): Promise<void> =>
  needs.outbox.add([answer(`p${receipt}`, to, { kind: 'reply', reply: content }, needs.clock())]);
