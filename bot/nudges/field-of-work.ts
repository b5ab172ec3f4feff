import type { Person } from '../people/person.ts';
import type { FieldOfWork } from '../words.ts';

/** Parts of the names that municipal units and professions have. What fits none gets the nudges for everybody. */
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

/** By the unit first: it says more than a title. */
export const fieldOf = ({ unit, profession }: Pick<Person, 'unit' | 'profession'>): FieldOfWork => {
  for (const words of [unit, profession]) {
    const said = words?.toLocaleLowerCase('da');
    const found = said === undefined ? undefined : SIGNS.find(([, sign]) => sign.test(said));
    if (found !== undefined) return found[0];
  }
  return 'all';
};
