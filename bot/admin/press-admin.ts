import { markForErasure } from '../accounts/erasure/ask-for-erasure.ts';
import { markLeft, releaseWork } from '../accounts/release-work.ts';
import type { AuditEntry } from '../audit/port.ts';
import { type Recorded, record } from '../audit/record.ts';
import type { TransitionDeps } from '../cases/change-case.ts';
import { nowAgentId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import { reply } from '../messages/reply.ts';
import { setAbsence } from '../people/absences.ts';
import { blankProfile } from '../people/blank-colleague.ts';
import { hasRole, type Person } from '../people/person.ts';

import { type Changed, once } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { adminPart, colleagueView, findColleagues, type PartDeps } from './admin-views.ts';
import type { AdminCommand } from './command.ts';
import type { AdminDeps } from './deps.ts';
import { effectOf } from './effect-of.ts';
import type { AdminNotice } from './notice.ts';
import { takeWordsOut, type WordsDeps } from './take-words-out.ts';

type AgentDeps = Pick<AdminDeps, 'people' | 'outbox' | 'clock' | 'time'>;
type ChangeDeps = TransitionDeps & AgentDeps & Pick<AdminDeps, 'cases' | 'drafts' | 'adminLog' | 'erasures'>;

/** `changed`: the log entry's details; null when the admin only looked at something, or the entry is written. */
type Done = { shows: AdminNotice; changed: Pick<AuditEntry, 'did' | 'about' | 'detail'> | null };

/** Does what an admin asks once per receipt, logs who did what, and shows the result. @throws Refusal */
export const pressAdmin = async (
  command: AdminCommand,
  person: Person,
  receipt: string,
  deps: AdminDeps,
): Promise<Changed> => {
  const admin = await deps.people.get(person._id);
  if (admin === null || !hasRole(admin, 'admin')) throw new Refusal('only-admin');
  const work = async () => {
    const { shows, changed } = await act(command, admin, receipt, deps);
    if (changed !== null) await deps.adminLog.add(receipt, { at: deps.clock(), by: admin._id, ...changed });
    await reply(shows, admin, receipt, deps);
  };
  return once(receipt, deps, work, effectOf(command, deps));
};

const act = async (
  command: AdminCommand,
  admin: Person,
  receipt: string,
  deps: PartDeps & ChangeDeps & WordsDeps,
): Promise<Done> => {
  switch (command.verb) {
    case 'show-admin':
      return { shows: await adminPart(command.part, deps), changed: null };
    case 'find-colleague':
      return { shows: await findColleagues(command.who, deps), changed: null };
    case 'show-colleague':
      return { shows: await colleagueView(command.person, admin, deps), changed: null };
    case 'give-role':
    case 'take-role':
      await changeColleague(command, admin, receipt, deps);
      return { shows: await colleagueView(command.person, admin, deps), changed: null };
    case 'mark-left':
    case 'bring-back':
      await changeColleague(command, admin, receipt, deps);
      return {
        shows: await colleagueView(command.person, admin, deps),
        changed: { did: command.verb, about: command.person, detail: null },
      };
    case 'forget-colleague':
      await changeColleague(command, admin, receipt, deps);
      // The log must not lead back to the erased person.
      return {
        shows: await colleagueView(command.person, admin, deps),
        changed: { did: command.verb, about: null, detail: null },
      };
    case 'take-out-words':
      return { shows: await takeWordsOut(command, admin, receipt, deps), changed: null };
    case 'set-colleague-absence':
    case 'end-colleague-absence': {
      const colleague = await colleagueWith(command.person, deps);
      const today = deps.time.localDate(deps.clock());
      if (command.verb === 'set-colleague-absence') {
        await setAbsence(colleague, command, { people: deps.people, today });
      } else await deps.people.dropAbsence(colleague._id, command);
      const detail = `${command.from ?? today}/${command.until ?? ''}`;
      return { shows: await adminPart('absences', deps), changed: { did: command.verb, about: colleague._id, detail } };
    }
    case 'add-closed-day':
    case 'remove-closed-day': {
      const { date } = command;
      if (date === undefined) throw new Refusal('date-missing');
      if (date < deps.time.localDate(deps.clock())) throw new Refusal('date-past');
      await deps.closedDays.set(date, command.verb === 'add-closed-day');
      return { shows: await adminPart('closed-days', deps), changed: { did: command.verb, about: null, detail: date } };
    }
  }
};

const colleagueWith = async (id: Person['_id'], { people }: Pick<AdminDeps, 'people'>): Promise<Person> => {
  const person = await people.get(id);
  if (person === null) throw new Refusal('no-such-colleague');
  return person;
};

const changeColleague = async (
  command: AdminCommand<'give-role' | 'take-role' | 'mark-left' | 'bring-back' | 'forget-colleague'>,
  admin: Person,
  receipt: string,
  deps: ChangeDeps,
): Promise<void> => {
  const { people, clock } = deps;
  const colleague = await colleagueWith(command.person, deps);
  switch (command.verb) {
    case 'give-role':
      if (colleague.left !== null) throw new Refusal('no-such-colleague');
      if (command.role === 'agent') await becomeAgent(colleague, admin, receipt, deps);
      return people.giveRole(colleague._id, command.role, await recorded(command, admin, receipt, deps));
    case 'take-role':
      return takeRole(command, colleague, admin, receipt, deps);
    case 'mark-left':
      if (colleague._id === admin._id) throw new Refusal('not-yourself');
      if (colleague.left === null) await markLeft(colleague._id, clock(), people);
      await releaseWork(colleague._id, deps);
      return;
    case 'bring-back':
      if (colleague.forgetting !== undefined) throw new Refusal('no-such-colleague');
      return people.change(colleague._id, { left: null, leaving: false });
    case 'forget-colleague':
      // People who still work here ask for erasure themselves.
      if (colleague.left === null) throw new Refusal('no-such-colleague');
      await markForErasure(colleague, deps);
      return;
  }
};

/** Writes to the log of access whose role changes, before it does. */
const recorded = <D extends 'give-role' | 'take-role'>(
  { verb: did, person: about, role: detail }: AdminCommand<'give-role' | 'take-role'> & { verb: D },
  admin: Person,
  receipt: string,
  { adminLog, clock }: Pick<AdminDeps, 'adminLog' | 'clock'>,
): Promise<Recorded<D>> => record(adminLog, receipt, { at: clock(), by: admin._id, did, about, detail });

const takeRole = async (
  command: AdminCommand<'take-role'>,
  colleague: Person,
  admin: Person,
  receipt: string,
  deps: Pick<AdminDeps, 'people' | 'adminLog' | 'clock'>,
): Promise<void> => {
  const { people } = deps;
  const isLast = async (left: number) => command.role === 'admin' && (await people.withRole('admin')).length === left;
  if (hasRole(colleague, 'admin') && (await isLast(1))) throw new Refusal('last-admin');
  await people.takeRole(colleague._id, command.role, await recorded(command, admin, receipt, deps));
  // Also after the write: if two admins take each other's role at the same moment, both checks see the loss.
  if (!(await isLast(0))) return;
  const back = { ...command, verb: 'give-role' as const };
  await people.giveRole(colleague._id, 'admin', await recorded(back, admin, `${receipt}-back`, deps));
  throw new Refusal('last-admin');
};

/** Creates the agent profile and notifies the person, who is asked what they are good at. */
const becomeAgent = async (person: Person, admin: Person, receipt: string, deps: AgentDeps): Promise<void> => {
  if (person.agent === null) await deps.people.change(person._id, { agent: blankProfile(person.language) });
  if (hasRole(person, 'agent') || person._id === admin._id) return;
  const { clock, time, outbox } = deps;
  const say = { kind: 'reply', reply: { kind: 'now-agent', by: admin.name } } as const;
  await outbox.add([ping(nowAgentId(receipt), person._id, say, time.nextOpen(clock()))]);
};
