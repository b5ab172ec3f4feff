import type { Changed } from '../cases/change-case.ts';
import type { AdminVerb, Command } from '../commands.ts';
import { deliveryId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import type { AdminNotice } from '../notices.ts';
import type { AdminEntry } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { setAbsence } from './absences.ts';
import { adminPart, colleagueView, findColleagues } from './admin-views.ts';
import { blankProfile } from './blank-colleague.ts';
import { markToForget } from './forgetting/ask-to-forget.ts';
import { markLeft, seeOff } from './leaving.ts';
import type { Person } from './person.ts';
import { reply } from './press-profile.ts';

/** What was changed, for the log; null when something was only looked at. */
type Done = { shows: AdminNotice; changed: Pick<AdminEntry, 'about' | 'detail'> | null };

/** Does what an admin asks, once, writes down who did what, and shows how it stands. @throws Refusal */
export const pressAdmin = async (
  command: Command<AdminVerb>,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  const admin = await needs.people.get(person._id);
  if (!admin?.roles.includes('admin')) throw new Refusal('only-admin');
  if (await needs.receipts.has(receipt)) return 'repeated';
  const { shows, changed } = await act(command, admin, receipt, needs);
  const at = needs.clock();
  if (changed !== null) await needs.adminLog.add(receipt, { at, by: admin._id, did: command.verb, ...changed });
  await reply(shows, admin, receipt, needs);
  await needs.receipts.add(receipt, at);
  return 'done';
};

const act = async (command: Command<AdminVerb>, admin: Person, receipt: string, needs: Needs): Promise<Done> => {
  switch (command.verb) {
    case 'show-admin':
      return { shows: await adminPart(command.part, needs), changed: null };
    case 'find-colleague':
      return { shows: await findColleagues(command.who, needs), changed: null };
    case 'show-colleague':
      return { shows: await colleagueView(command.person, admin, needs), changed: null };
    case 'give-role':
    case 'take-role':
    case 'mark-left':
    case 'bring-back': {
      await changeColleague(command, admin, receipt, needs);
      const detail = 'role' in command ? command.role : null;
      return { shows: await colleagueView(command.person, admin, needs), changed: { about: command.person, detail } };
    }
    case 'forget-colleague':
      await changeColleague(command, admin, receipt, needs);
      // The log must not be what leads back to them.
      return {
        shows: await colleagueView(command.person, admin, needs),
        changed: { about: null, detail: null },
      };
    case 'set-colleague-absence':
    case 'end-colleague-absence': {
      const colleague = await known(command.person, needs);
      const today = needs.time.localDate(needs.clock());
      if (command.verb === 'set-colleague-absence') {
        await setAbsence(colleague, command, { people: needs.people, today });
      } else await needs.people.dropAbsence(colleague._id, command);
      const detail = `${command.from ?? today}/${command.until ?? ''}`;
      return { shows: await adminPart('absences', needs), changed: { about: colleague._id, detail } };
    }
    case 'add-closed-day':
    case 'remove-closed-day': {
      const { date } = command;
      if (date === undefined) throw new Refusal('date-missing');
      if (date < needs.time.localDate(needs.clock())) throw new Refusal('date-past');
      await needs.closedDays.set(date, command.verb === 'add-closed-day');
      return { shows: await adminPart('closed-days', needs), changed: { about: null, detail: date } };
    }
  }
};

const known = async (id: Person['_id'], { people }: Needs): Promise<Person> => {
  const person = await people.get(id);
  if (person === null) throw new Refusal('no-such-colleague');
  return person;
};

const changeColleague = async (
  command: Command<'give-role' | 'take-role' | 'mark-left' | 'bring-back' | 'forget-colleague'>,
  admin: Person,
  receipt: string,
  needs: Needs,
): Promise<void> => {
  const { people, clock } = needs;
  const colleague = await known(command.person, needs);
  switch (command.verb) {
    case 'give-role':
      if (colleague.left !== null) throw new Refusal('no-such-colleague');
      if (command.role === 'agent') await becomeAgent(colleague, admin, receipt, needs);
      return people.giveRole(colleague._id, command.role);
    case 'take-role':
      await people.takeRole(colleague._id, command.role);
      if (command.role === 'admin' && (await people.withRole('admin')).length === 0) {
        // Looked at afterwards, so that of two admins who take each other's role at once neither is the last to go.
        await people.giveRole(colleague._id, 'admin');
        throw new Refusal('last-admin');
      }
      return;
    case 'mark-left':
      if (colleague._id === admin._id) throw new Refusal('not-yourself');
      if (colleague.left === null) await markLeft(colleague._id, clock(), people);
      await seeOff(colleague._id, needs);
      return;
    case 'bring-back':
      if (colleague.forgetting !== undefined) throw new Refusal('no-such-colleague');
      return people.change(colleague._id, { left: null, leaving: false });
    case 'forget-colleague':
      // Who works here says so themselves.
      if (colleague.left === null) throw new Refusal('no-such-colleague');
      await markToForget(colleague, needs);
      return;
  }
};

/** A new agent is told what it means, and asked what they are good at. */
const becomeAgent = async (person: Person, admin: Person, receipt: string, needs: Needs): Promise<void> => {
  if (person.agent === null) await needs.people.change(person._id, { agent: blankProfile(person.language) });
  if (person.roles.includes('agent') || person._id === admin._id) return;
  const { clock, time, outbox } = needs;
  await outbox.add([
    {
      id: deliveryId(`a${receipt}`),
      to: person._id,
      manner: 'ping',
      notBefore: time.nextOpen(clock()),
      say: { kind: 'reply', reply: { kind: 'now-agent', by: admin.name } },
    },
  ]);
};
