import type { PersonChoice } from '../card-fields.ts';
import { type PersonId, personId } from '../ids.ts';
import { colleaguesNamed, isColleague, nameAndUnit, peopleLike } from '../people/find-colleagues.ts';
import { absenceOn, type Person } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import { resolveJoined } from '../people/resolve-joined.ts';
import { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import type { CaseCommand, CaseVerb } from './command.ts';
import type { CaseDeps } from './deps.ts';
import { openIntroduction } from './introduction.ts';
import { partOfNow } from './part-of-now.ts';
import { refusalFor } from './rules.ts';

/** A colleague as an introduction knows them. */
export type Colleague = {
  id: PersonId;
  name: string;
  /** Sammen has a chat with them. */
  reachable: boolean;
  /** The last day they are away, as YYYY-MM-DD; null when they are here. */
  awayUntil: string | null;
};

type ColleagueDeps = Pick<CaseDeps, 'people' | 'accounts' | 'platforms' | 'clock' | 'time'>;

/** How many of several colleagues a refusal names. */
const MAX_NAMED = 5;

/**
 * The colleague whom a command about an introduction means. Undefined for every other command, and when the person may
 * not use it: nobody else can find out by it who works here. @throws Refusal on the field `person`
 */
export const colleagueMeant = async (
  command: CaseCommand<CaseVerb>,
  c: Case,
  person: Person,
  deps: ColleagueDeps,
): Promise<Colleague | undefined> => {
  if (command.verb !== 'request-introduction' && command.verb !== 'accept-introduction') return undefined;
  if (refusalFor(c, command.verb, await partOfNow(c, person, deps), deps.clock()) !== null) return undefined;
  if (command.verb === 'request-introduction') return colleagueNow(await chosen(command, deps), deps);
  const asked = openIntroduction(c);
  const colleague = asked === null ? null : await deps.people.get(asked.who);
  return colleague === null || !isColleague(colleague) ? undefined : colleagueNow(colleague, deps);
};

const chosen = async (
  { person: found, name }: Pick<CaseCommand<'request-introduction'>, 'person' | 'name'>,
  { people }: Pick<CaseDeps, 'people'>,
): Promise<Person> => {
  const choice: PersonChoice = name === undefined || found.trim() !== '' ? found : name;
  const byId = choice.trim() === '' ? null : await people.get(personId(choice.trim()));
  const known = byId === null ? null : await resolveJoined(byId, people);
  if (known !== null && isColleague(known)) return known;
  const [named, ...others] = known === null ? colleaguesNamed(choice, await peopleLike(choice, people)) : [];
  if (named === undefined) throw new Refusal('nobody-meant', null, 'person');
  if (others.length === 0) return named;
  const names = [named, ...others].slice(0, MAX_NAMED).map(nameAndUnit);
  throw new Refusal('several-meant', names.join(' · '), 'person');
};

const colleagueNow = async (person: Person, deps: ColleagueDeps): Promise<Colleague> => {
  // Their platform is asked at most once a day whether the account is still there.
  const changed = await deps.accounts.lookAgain(person._id);
  const now = changed ? ((await deps.people.get(person._id)) ?? person) : person;
  return {
    id: now._id,
    name: now.name,
    reachable: isReachable(now, deps.platforms),
    awayUntil: absenceOn(now, deps.time.localDate(deps.clock()))?.until ?? null,
  };
};
