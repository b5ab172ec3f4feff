import type { Own } from '../../../bot/privacy/own-words.ts';
import type { Matter } from '../../../bot/privacy/warnings.ts';

type Hidden = 'cpr' | 'email' | 'phone';

/** Shown above a text that may belong elsewhere. `call` says whom to ring or turn to; empty when nobody is named. */
export const warnings = {
  before: {
    danger: (call) =>
      `Er nogen i fare lige nu? Ring 112.${call && ` Er du bekymret for et barn, så ${call}.`} Du kan have pligt til at underrette, og det kan ikke vente på et svar her.`,
    threat: (call) =>
      `Er du eller en kollega blevet truet eller udsat for vold? Ring 112, hvis det er akut. Sig det til din leder, så det bliver registreret.${call && ` Hvis du vil tale med nogen, så ${call}.`}`,
    whistleblower: (call) =>
      `Det hører måske til i whistleblowerordningen. Der beskytter loven dig. Det gør den ikke her.${call && ` Hvis du vil tale med nogen, så ${call}.`}`,
    harassment: (call) =>
      `Er du eller en kollega blevet krænket eller mobbet? Du skal ikke stå med det alene.${call && ` Hvis du vil tale med nogen, så ${call}.`}`,
    decision: () => 'Selve afgørelsen hører til i borgerens sag. Her kan du få hjælp til samtalen med borgeren.',
  } satisfies Record<Matter, (call: string) => string>,
  after: {
    whistleblower: (call) =>
      `Det, du skrev, hører måske til i whistleblowerordningen. Der beskytter loven dig. Du kan trække sagen tilbage her.${call && ` Hvis du vil tale med nogen, så ${call}.`}`,
  } satisfies Partial<Record<Matter, (call: string) => string>>,
  call: (name: string, phone: string) => `ring til ${name} på ${phone}`,
  turnTo: (name: string) => `gå til ${name}`,
  goTo: (name: string) => `Gå til ${name}`,
  hidden: (what: string) => `Jeg har skjult ${what}.`,
  kinds: { cpr: 'et cpr-nummer', email: 'en mailadresse', phone: 'et telefonnummer' } satisfies Record<Hidden, string>,
  and: 'og',
  /** After the line above, for one number and for more. */
  itIsThere: 'Det står stadig i din besked ovenfor, så slet den.',
  theyAreThere: 'De står stadig i din besked ovenfor, så slet den.',
  /** When a phone number was hidden. */
  ownPhone: 'Skriv "profil", hvis din kollega må få dit nummer.',
  alsoNamed: 'Der står også et navn. Skriv om situationen, ikke om personen.',
  named: 'Står der navne på borgere? Skriv om situationen, ikke om personen.',
  own: { name: 'dit navn', unit: 'din afdeling', phone: 'dit telefonnummer' } satisfies Record<Own, string>,
  /** The same, in their own words. */
  mine: { name: 'mit navn', unit: 'min afdeling', phone: 'mit telefonnummer' } satisfies Record<Own, string>,
  /** To somebody who writes without their name. */
  hiddenOwn: (what: string) => `Jeg har skjult ${what}, for du skriver uden dit navn.`,
  /** The title of a short message to somebody whose words were just sent. */
  noticed: 'Om det, du skrev',
};
