import type { Person } from '../people/person.ts';
import type { FieldOfWork } from '../words.ts';

/** Parts of the names of municipal units and professions. A name that matches none gets the nudges for everybody. */
const SIGNS: readonly [Exclude<FieldOfWork, 'all'>, RegExp][] = [
  ['schools', /skole|dagtilbud|børn|vuggestue|sfo\b|lærer|pædagog|dagpleje|klub|ppr\b/u],
  ['care', /ældre|omsorg|pleje|sundhed|sosu|sygepl|hjemme|social|handicap|psykiatri|træning|terapeut|bosted/u],
  ['culture', /kultur|bibliotek|fritid|idræt|musik|museum|arkiv|foreninger|medborgerhus|svømme/u],
  ['technical', /park|vej|teknik|miljø|plan\b|byg|natur|ejendom|drift|forsyning|anlæg|klima|ingeniør|gartner/u],
  [
    'administration',
    /borgerservice|rådhus|økonomi|administration|sekretariat|hr\b|it\b|digital|jura|løn|stab|direktion/u,
  ],
];

/** The unit is checked first because it says more than a job title. */
export const fieldOf = ({ unit, profession }: Pick<Person, 'unit' | 'profession'>): FieldOfWork => {
  for (const words of [unit, profession]) {
    const lowerCase = words?.toLocaleLowerCase('da');
    const match = lowerCase === undefined ? undefined : SIGNS.find(([, sign]) => sign.test(lowerCase));
    if (match !== undefined) return match[0];
  }
  return 'all';
};
