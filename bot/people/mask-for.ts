import { type Organisation, ownPhones } from '../organisation.ts';
import { type Mask, maskPersonalNumbers } from '../privacy/mask.ts';
import type { Person } from './person.ts';

/** Masks what a person wrote, before anything else sees it. The municipality's numbers and their own pass. */
export const maskFor = (person: Person, organisation: Organisation): Mask => {
  const phones = [...ownPhones(organisation), ...(person.phone === null ? [] : [person.phone])];
  return (text) => maskPersonalNumbers(text, { phones });
};
