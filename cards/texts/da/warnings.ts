import type { WarningView } from '../../../bot/cases/view-types.ts';

type Kind = WarningView['kind'];

/** Shown above a text that may belong elsewhere. `where` names the contact, when the municipality has given one. */
export const warnings = {
  before: {
    danger:
      'Er nogen i fare, så vent ikke på svar her. Ring 112, hvis det er akut. Sparring her erstatter ikke en underretning.',
    whistleblower:
      'Det her kan høre til i whistleblowerordningen. Dér er du beskyttet af loven. Det er du ikke på samme måde her.',
    harassment: 'Er du eller en kollega blevet krænket, skal du ikke stå med det alene.',
    decision:
      'Handler det om en afgørelse for en bestemt borger, hører den til i borgerens egen sag. Her kan du spørge om, hvordan du griber samtalen an.',
    names: 'Står der navne på borgere? Skriv om situationen, ikke om personen.',
    'masked-number':
      'Jeg har skjult et personligt nummer i teksten. Det står stadig i din egen besked længere oppe. Slet den besked dér.',
  } satisfies Record<Kind, string>,
  after: {
    danger:
      'Er nogen i fare, så vent ikke på svar her. Ring 112, hvis det er akut. Sparring her erstatter ikke en underretning.',
    whistleblower:
      'Det, du skrev, kan høre til i whistleblowerordningen. Dér er du beskyttet af loven. Du kan trække sagen tilbage her.',
    harassment: 'Er du eller en kollega blevet krænket, skal du ikke stå med det alene.',
    decision: 'Handler det om en afgørelse for en bestemt borger, hører den til i borgerens egen sag.',
    names: 'Der står måske navne på borgere i det, du sendte. Skriv helst om situationen, ikke om personen.',
    'masked-number':
      'Jeg har skjult et personligt nummer i teksten. Det står stadig i din egen besked længere oppe. Slet den besked dér.',
  } satisfies Record<Kind, string>,
  call: (name: string, phone: string) => `Ring til ${name} på ${phone}.`,
  turnTo: (name: string) => `Du kan gå til ${name}.`,
};
