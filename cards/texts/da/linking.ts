import type { LinkNot } from '../../../bot/accounts/notice.ts';
import type { Platform } from '../../../bot/platform.ts';

/** Linking a person's accounts on two platforms. */
export const linking = {
  platform: { sandbox: 'prøvepladsen', teams: 'Teams', slack: 'Slack' } satisfies Record<Platform, string>,
  or: ' eller ',
  and: ' og ',
  word: { label: 'forbind', value: 'saml det ét sted, når du bruger både Teams og Slack' },
  code: {
    title: (code: string) => `Skriv: forbind ${code}`,
    where: (others: string) => `Skriv koden til mig i ${others}. Så spørger jeg dig, om dine to chats skal samles.`,
    until: (minutes: string) => `Koden gælder i ${minutes} minutter og kan bruges én gang. Giv den ikke til andre.`,
  },
  confirm: {
    title: 'Er det også dig?',
    who: (name: string, there: string) => `Koden er lavet i ${there} af ${name}.`,
    what: (here: string, there: string) =>
      `Hvis du siger ja, bliver dine sager i ${here} og ${there} samlet ét sted. Dine indstillinger bliver de samme begge steder, og jeg skriver til dig der, hvor du sidst var.`,
    warning: (name: string) => `Sig nej, hvis du ikke selv har lavet koden. Ellers kan ${name} læse alle dine sager.`,
    anonymous: 'Det, du har sendt uden navn, bliver ved med at være uden navn.',
    apart: 'Skriv "adskil", hvis du vil skille de to chats ad igen. Sagerne bliver, hvor de er.',
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
    text: (here: string) =>
      `Dine sager er her i ${here}. Hvis du skriver til mig det andet sted, kender jeg dig ikke i forvejen.`,
    again: 'Skriv "forbind", hvis sagerne skal samles igen.',
  },
  notTitle: {
    'wrong-code': 'Den kode kender jeg ikke',
    'must-wait': 'Lad os vente lidt med koderne',
    'one-platform': 'Her er ikke noget at forbinde',
    'linked-already': 'Du er allerede forbundet',
    'not-linked': 'Her er ikke noget at skille ad',
    'same-place': 'Koden hører til i den anden chat',
    'both-listed': 'De to chats kan ikke samles endnu',
    manager: 'De to chats kan ikke samles',
    left: 'De to chats kan ikke samles',
  } satisfies Record<LinkNot, string>,
  not: {
    'wrong-code':
      'Måske er koden brugt, eller de ti minutter er gået. Skriv "forbind" det andet sted, så får du en ny.',
    'must-wait': 'Koden var forkert fem gange. Skriv "forbind" det andet sted imens, så du har en ny klar.',
    'one-platform': 'Jeg er kun det ene sted, så du har alt samlet.',
    'linked-already': 'Dine sager er samlet. Skriv "adskil", hvis du vil skille dem ad.',
    'not-linked': 'Du er ikke forbundet med et andet sted.',
    'same-place': 'Skriv koden i den anden chat, ikke i denne.',
    'both-listed': 'Du står to gange på kommunens liste. Bed en administrator om at rette listen, og prøv så igen.',
    manager: 'Den ene er leder for den anden på kommunens liste, så det kan ikke være samme person.',
    left: 'Den ene er ikke på kommunens liste mere. Spørg en administrator.',
  } satisfies Record<LinkNot, string>,
  waitUntil: (when: string) => `Prøv igen ${when}.`,
};
