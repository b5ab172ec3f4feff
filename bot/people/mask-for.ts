import { type Organisation, ownPhones } from '../organisation.ts';
import { type Mask, maskPersonalNumbers } from '../privacy/mask.ts';
import type { PublicNumbers } from '../privacy/public-numbers.ts';
import type { Person } from './person.ts';

/** The masking for a person's text. Keeps public numbers: the nation's, the municipality's, and the person's own. */
export const maskFor = (
  person: Person,
  { organisation, publicNumbers }: { organisation: Organisation; publicNumbers: PublicNumbers },
): Mask => {
  const own = person.phone === null ? [] : [person.phone];
  const phones = [...ownPhones(organisation), ...publicNumbers.numbers.map(({ phone }) => phone), ...own];
  return (text) => maskPersonalNumbers(text, { phones, beginnings: publicNumbers.beginnings });
};
