import { type Organisation, ownPhones } from '../organisation.ts';
import { type Mask, maskPersonalNumbers } from '../privacy/mask.ts';
import type { Person } from './person.ts';

/** The masking for a person's text. Keeps the municipality's phone numbers and the person's own. */
export const maskFor = (person: Person, organisation: Organisation): Mask => {
  const phones = [...ownPhones(organisation), ...(person.phone === null ? [] : [person.phone])];
  return (text) => maskPersonalNumbers(text, { phones });
};
