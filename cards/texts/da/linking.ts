import type { LinkNot } from '../../../bot/accounts/notice.ts';
import type { Platform } from '../../../bot/platform.ts';

/** Linking a person's accounts on two platforms. */
export const linking = {
  platform: { sandbox: 'prøvepladsen', teams: 'Teams', slack: 'Slack' } satisfies Record<Platform, string>,
  or: ' eller ',
  and: ' og ',
  word: { label: 'forbind', value: 'bruger du både Teams og Slack, så saml det ét sted' },
  code: {
    title: (code: string) => `Skriv: forbind ${code}`,
    where: (others: string) => `Skriv det til mig i ${others}. Så spørger jeg dig, om de to skal samles.`,
    until: (minutes: string) => `Koden gælder i ${minutes} minutter og kan bruges én gang. Giv den ikke til andre.`,
  },
  confirm: {
    title: 'Er det også dig?',
    who: (name: string, there: string) => `Koden er lavet i ${there} af ${name}.`,
    what: (here: string, there: string) =>
      `Siger du ja, samles alt, hvad du har skrevet i ${here}, med alt i ${there}. Du får ét sæt sager og indstillinger, og jeg skriver til dig der, hvor du sidst var.`,
    warning: (name: string) => `Har du ikke selv lavet koden, så sig nej. Ellers kan ${name} læse alle dine sager.`,
    anonymous: 'Det, du har sendt uden navn, bliver ved med at være uden navn.',
    apart: 'Skriv "adskil", hvis du vil skille dem ad igen. Sagerne bliver, hvor de er.',
    yes: 'Ja, det er mig begge steder',
    no: 'Nej, det er ikke mig',
  },
  refused: { title: 'Godt, så sker der ikke noget', text: 'Koden kan ikke bruges mere.' },
  linked: {
    title: (all: string) => `Nu er du den samme i ${all}`,
    text: 'Dine sager og indstillinger er samlet. Nogle få ting kan være et minut om at komme på plads.',
    apart: 'Skriv "adskil", hvis du vil skille dem ad igen.',
  },
  unlinked: {
    title: (parted: string) => `Du er ikke længere forbundet med ${parted}`,
    text: (here: string) => `Dine sager er her i ${here}. Skriver du til mig det andet sted, er du en ny kollega der.`,
    again: 'Skriv "forbind", hvis det skal samles igen.',
  },
  notTitle: {
    'wrong-code': 'Den kode kender jeg ikke',
    'must-wait': 'Lad os vente lidt med koderne',
    'one-platform': 'Her er ikke noget at forbinde',
    'linked-already': 'Du er allerede forbundet',
    'not-linked': 'Her er ikke noget at skille ad',
    'same-place': 'Skriv koden det andet sted',
    'both-listed': 'De to kan ikke samles endnu',
    manager: 'De to kan ikke samles',
    left: 'De to kan ikke samles',
  } satisfies Record<LinkNot, string>,
  not: {
    'wrong-code': 'Måske er den brugt, eller de ti minutter er gået. Skriv "forbind" det andet sted, så får du en ny.',
    'must-wait': 'Det blev til fem forkerte koder. Skriv "forbind" det andet sted imens, så du har en ny klar.',
    'one-platform': 'Jeg er kun det ene sted, så du har alt samlet.',
    'linked-already': 'Alt er samlet. Skriv "adskil", hvis du vil skille det ad.',
    'not-linked': 'Du er kun forbundet her.',
    'same-place': 'Koden hører til der, hvor du ikke er nu, og hvor du ikke er forbundet i forvejen.',
    'both-listed': 'Du står to gange på kommunens liste. Bed en administrator rette den, og prøv så igen.',
    manager: 'Den ene er leder for den anden på kommunens liste, så det kan ikke være samme person.',
    left: 'Den ene er ikke længere på kommunens liste. Spørg en administrator.',
  } satisfies Record<LinkNot, string>,
  waitUntil: (when: string) => `Prøv igen ${when}.`,
};
