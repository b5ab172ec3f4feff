import type { PersonId } from '../../ids.ts';
import { managersAbove } from '../../people/managers.ts';
import type { Person } from '../../people/person.ts';
import type { AccountsDeps } from '../deps.ts';
import type { CannotLink } from '../notice.ts';

export const whyNotLinkable = async (
  a: Person,
  b: Person,
  { people }: Pick<AccountsDeps, 'people'>,
): Promise<CannotLink | null> => {
  const shared = a.addresses.some(({ platform }) => b.addresses.some((other) => other.platform === platform));
  if (a._id === b._id || shared || a.addresses.length === 0 || b.addresses.length === 0) return 'same-place';
  if (a.left !== null || b.left !== null) return 'left';
  if (a.imported && b.imported) return 'both-listed';
  const isAbove = async (person: Person, manager: PersonId) => (await managersAbove(person, people)).has(manager);
  return (await isAbove(a, b._id)) || (await isAbove(b, a._id)) ? 'manager' : null;
};

const MAX_CASES_COUNTED = 20;

/**
 * Orders two people as survivor and merged. The survivor is the one with an id known outside (sandbox, list of people),
 * else the one with more roles, else the one with more cases, whoever asked.
 */
export const chooseSurvivor = async (
  a: Person,
  b: Person,
  { cases }: Pick<AccountsDeps, 'cases'>,
): Promise<[Person, Person]> => {
  const weight = async (person: Person): Promise<number[]> => [
    person.addresses.some(({ platform }) => platform === 'sandbox') ? 1 : 0,
    person.imported ? 1 : 0,
    person.roles.length,
    (await cases.of(person._id, MAX_CASES_COUNTED)).length,
  ];
  const [ofA, ofB] = [await weight(a), await weight(b)];
  const differs = ofA.findIndex((value, i) => value !== ofB[i]);
  const bStays = differs < 0 ? b._id < a._id : (ofB[differs] ?? 0) > (ofA[differs] ?? 0);
  return bStays ? [b, a] : [a, b];
};
