import type { RefusalCode } from '../../../bot/refusal.ts';
import { linking } from './linking.ts';

/** Why nothing happened, and what to do instead. Two sentences at most. */
export const refusals: Record<RefusalCode, (who: string | null) => string> = {
  'not-found': () => 'Jeg kan ikke finde den sag hos dig. Skriv "mine sager", så ser du dine sager.',
  'empty-text': () => 'Der stod ikke noget. Skriv et par ord, og prøv igen.',
  'too-long': () => 'Teksten er for lang til mig. Gør den kortere, og send igen.',
  'draft-used': () => 'Du har allerede trykket Send.',
  'draft-discarded': () => 'Udkastet er smidt væk. Skriv dit dilemma igen, hvis du vil sende det alligevel.',
  'draft-ended': () =>
    'Udkastet er mere end et døgn gammelt og er smidt væk. Skriv det igen, så finder jeg en kollega.',
  'said-openly': () => 'Du skrev det, hvor andre kunne læse det. Derfor kan det kun sendes med dit navn.',
  'only-asker': () => 'Kun den, der har spurgt, kan gøre det.',
  'only-agent': () => 'Kun den sparringsagent, der har sagen, kan gøre det.',
  'nobody-has-it': () => 'Ingen har taget sagen endnu, så det må vente lidt.',
  taken: (who) =>
    who === null
      ? 'En anden har taget sagen. Du skal ikke gøre mere.'
      : `${who} har taget sagen. Du skal ikke gøre mere.`,
  'you-have-it': () => 'Du har allerede sagen. Skriv til din kollega, eller giv sagen tilbage.',
  'offer-gone': () => 'Sagen er gået videre. Du skal ikke gøre mere.',
  'already-answered': () => 'Sagen er besvaret. Skriv til din kollega, hvis du vil tilføje noget.',
  'not-answered': () => 'Der er ikke kommet et svar endnu.',
  closed: () => 'Sagen er lukket.',
  'not-closed': () => 'Sagen er stadig åben. Du kan bare skrive videre.',
  withdrawn: () => 'Sagen er trukket tilbage. Der skal ikke gøres mere.',
  'too-late': () => 'Sagen blev lukket for mere end 30 dage siden. Skriv dit dilemma her, så bliver det en ny sag.',
  'no-step': () => 'Der er ikke foreslået et næste skridt.',
  'no-share-question': () => 'Du behøver ikke vælge mere. Sagen er kommet videre.',
  'not-anonymous': () => 'Din kollega kan allerede se dit navn.',
  'reveal-first': () => 'I kan tale sammen, når du har vist dit navn. Det bestemmer du selv.',
  'talk-first': () => 'Du kan lukke sagen, når I har talt sammen. Ellers giv din kollega et svar.',
  'date-past': () => 'Den dag er gået. Vælg en dag, der ikke er gået.',
  'needs-ground': () => 'Skriv både grunden til dit nej og det, din kollega kan gøre i stedet.',
  'nothing-to-choose': () => 'Der er ikke noget at vælge lige nu. Sagen er i gang.',
  'not-asked-yet': () => 'Jeg har ikke spurgt, hvordan det gik. Skriv til din kollega, hvis du vil fortælle det.',
  'bad-phone': () => 'Det ligner ikke et telefonnummer. Skriv det som 70 00 01 01, eller med + og landekode.',
  'date-missing': () => 'Vælg en dag først, og tryk igen.',
  'just-pressed': () => 'Den knap har du lige trykket på. Vent et minut, og tryk så igen, hvis du mener det.',
  'date-unreadable': () => 'Jeg kan ikke læse datoen. Skriv den som 10. december 2026, eller vælg den i kalenderen.',
  'date-unclear': () =>
    'Jeg er i tvivl om, hvilken dag du mener. Skriv kun datoen, med måneden i bogstaver: 10. december 2026.',
  'time-unreadable': () => 'Jeg kan ikke læse klokkeslættet. Skriv det som 13.30.',
  'moment-unreadable': () => 'Jeg kan ikke læse tidspunktet. Skriv det som 10. december 2026 kl. 13.30.',
  'minutes-unreadable': () =>
    'Skriv, hvor mange minutter I skal bruge, for eksempel 30. Det kan være fra 5 minutter til 8 timer.',
  'dates-turned': () => 'Den sidste dag ligger før den første. Byt om på dem, og prøv igen.',
  'no-such-colleague': () => 'Jeg kan ikke finde den kollega. Vælg en anden.',
  'only-admin': () => 'Kun en administrator kan gøre det.',
  'asked-long-ago': () => 'Det er længe siden, jeg spurgte. Skriv "slet mig" igen, hvis du stadig vil slettes.',
  'last-admin': () => 'Der skal være mindst én administrator. Gør en anden til administrator først.',
  'link-gone': () => 'Koden gælder ikke længere. Skriv "forbind" det andet sted, så får du en ny.',
  'link-same-place': () => linking.not['same-place'],
  'link-both-listed': () => linking.not['both-listed'],
  'link-manager': () => linking.not.manager,
  'not-yourself': () => 'Her skal du vælge en anden end dig selv.',
  'no-such-nudge': () => 'Jeg kan ikke finde det skub hos dig. Tryk på kortet i din egen chat.',
  'no-other-nudge': () => 'Jeg har ikke flere skub om det princip lige nu. Der kommer et nyt i en anden uge.',
  'outside-hours': () => 'Vælg en dag og et tidspunkt i arbejdstiden.',
  'only-hr': () => 'Kun HR og administratorer kan gøre det.',
  'no-run': () => 'Den uge er gået eller aflyst, så der er ikke noget at ændre.',
  'run-began': () => 'Ugens skub er på vej ud, så det kan ikke byttes. Du kan sætte resten på pause.',
};
