import { byName } from '../by-name.ts';
import type { PersonId } from '../ids.ts';
import { progressOf } from '../nudges/run-view.ts';
import { absenceLines, byFirstDay } from '../people/absence-lines.ts';
import { absenceOn, isAgent, type Person } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import { withAnyRole } from '../people/with-any-role.ts';
import { Refusal } from '../refusal.ts';
import { weekOf } from '../time/iso-week.ts';
import { ROLES } from '../words.ts';
import type { AdminPart } from './command.ts';
import type { AdminDeps } from './deps.ts';
import type { AdminNotice, ColleagueLine } from './notice.ts';

/** Views for admins, always of the current state. */

export type MenuDeps = Pick<
  AdminDeps,
  'people' | 'closedDays' | 'teamChannels' | 'runs' | 'runOutcomes' | 'nudges' | 'clock' | 'time' | 'platforms'
>;
export type PartDeps = Pick<
  AdminDeps,
  'people' | 'roster' | 'closedDays' | 'teamChannels' | 'clock' | 'time' | 'platforms'
>;

/** @param setUpLink to the set-up page; null for none */
export const adminMenu = async (setUpLink: string | null, deps: MenuDeps): Promise<AdminNotice> => {
  const { people, closedDays, teamChannels, clock, time, platforms } = deps;
  const now = clock();
  const today = time.localDate(now);
  const agents = (await people.agents()).filter(isAgent);
  return {
    kind: 'admin',
    now,
    agents: agents.length,
    unreachable: agents
      .filter((agent) => !isReachable(agent, platforms))
      .toSorted(byName)
      .map(({ name }) => name),
    away: agents.filter((agent) => absenceOn(agent, today) !== null).length,
    closedDays: closedDays.from(today).length,
    run: await progressOf(weekOf(today), deps),
    teams: await teamChannels.count(),
    ...(setUpLink === null ? {} : { setUpLink }),
  };
};

export const adminPart = (part: AdminPart, deps: PartDeps): Promise<AdminNotice> => VIEWS[part](deps);

const agentsView = async ({
  roster,
  clock,
  time,
  platforms,
}: Pick<PartDeps, 'roster' | 'clock' | 'time' | 'platforms'>): Promise<AdminNotice> => {
  const now = clock();
  const today = time.localDate(now);
  const picture = await roster.look();
  const agents = picture.people().filter(isAgent);
  const standings = picture.standings(today, platforms);
  const loads = new Map(standings.map(({ id, load }) => [id, load]));
  return {
    kind: 'admin-agents',
    now,
    agents: agents.toSorted(byName).map((agent) => ({
      ...lineOf(agent),
      load: loads.get(agent._id) ?? 0,
      capacity: agent.agent.capacity,
      awayUntil: absenceOn(agent, today)?.until ?? null,
      unreachable: !isReachable(agent, platforms),
    })),
  };
};

const rolesView = async ({ people }: Pick<PartDeps, 'people'>): Promise<AdminNotice> => {
  const found = await withAnyRole(ROLES, people);
  return { kind: 'admin-people', found: 'roles', people: found.toSorted(byName).map(lineOf), more: 0 };
};

const absencesView = async ({
  people,
  clock,
  time,
}: Pick<PartDeps, 'people' | 'clock' | 'time'>): Promise<AdminNotice> => {
  const now = clock();
  const todayDate = time.localDate(now);
  const agents = (await people.agents()).filter(isAgent).toSorted(byName);
  const names = new Map(agents.map(({ _id, name }) => [_id, name]));
  const absences = agents.flatMap((agent) =>
    absenceLines(agent, todayDate, names).map((absence) => ({
      person: { id: agent._id, name: agent.name },
      ...absence,
    })),
  );
  return {
    kind: 'admin-absences',
    now,
    todayDate,
    absences: absences.sort(byFirstDay),
    agents: agents.map(({ _id: id, name }) => ({ id, name })),
  };
};

const closedDaysView = async ({
  closedDays,
  clock,
  time,
}: Pick<PartDeps, 'closedDays' | 'clock' | 'time'>): Promise<AdminNotice> => {
  const now = clock();
  const todayDate = time.localDate(now);
  return { kind: 'admin-closed-days', now, todayDate, days: closedDays.from(todayDate) };
};

const MAX_TEAMS_SHOWN = 20;

const teamsView = async ({ teamChannels, clock }: Pick<PartDeps, 'teamChannels' | 'clock'>): Promise<AdminNotice> => {
  const found = await teamChannels.newest(MAX_TEAMS_SHOWN);
  const on = found.filter(({ state }) => state === 'on').length;
  return {
    kind: 'admin-teams',
    now: clock(),
    teams: found.map(({ platform, unit, state, since, endedAt, reason }) => ({
      platform,
      unit,
      state,
      since,
      endedAt,
      reason,
    })),
    more: Math.max(0, (await teamChannels.count()) - on),
  };
};

const VIEWS: Record<AdminPart, (deps: PartDeps) => Promise<AdminNotice>> = {
  agents: agentsView,
  roles: rolesView,
  absences: absencesView,
  'closed-days': closedDaysView,
  teams: teamsView,
};

const MAX_MATCHES_SHOWN = 8;

/**
 * Colleagues whose name or e-mail address contains the search words, names that begin with them first. @throws Refusal
 * empty-text
 */
export const findColleagues = async (who: string, { people }: Pick<AdminDeps, 'people'>): Promise<AdminNotice> => {
  const wanted = who.trim().toLocaleLowerCase('da');
  if (wanted === '') throw new Refusal('empty-text');
  const keys = ({ name, email }: Person) => [name.toLocaleLowerCase('da'), email ?? ''];
  const all = await people.all();
  const found = all.filter((person) => keys(person).some((key) => key.includes(wanted))).toSorted(byName);
  const first = found.toSorted((a, b) => startsWith(b, wanted) - startsWith(a, wanted));
  return {
    kind: 'admin-people',
    found: 'search',
    people: first.slice(0, MAX_MATCHES_SHOWN).map(lineOf),
    more: Math.max(0, found.length - MAX_MATCHES_SHOWN),
  };
};

const startsWith = ({ name }: Person, wanted: string): number =>
  name.toLocaleLowerCase('da').startsWith(wanted) ? 1 : 0;

/** @throws Refusal */
export const colleagueView = async (
  id: PersonId,
  admin: Person,
  { people, clock }: Pick<AdminDeps, 'people' | 'clock'>,
): Promise<AdminNotice> => {
  const person = await people.get(id);
  if (person === null) throw new Refusal('no-such-colleague');
  return {
    kind: 'admin-colleague',
    now: clock(),
    person: lineOf(person),
    profession: person.profession,
    left: person.left,
    forgetting: person.forgetting !== undefined,
    you: person._id === admin._id,
  };
};

const lineOf = ({ _id: id, name, unit, roles }: Person): ColleagueLine => ({ id, name, unit, roles });
