import type { OwnPart } from '../../../bot/accounts/own-data/data.ts';
import { labels } from './labels.ts';
import { ownDataFields as fields } from './own-data-fields.ts';

/** What a person gets about themselves: the card with the link, the pages behind it, and the file. */
export const ownData = {
  word: { label: 'mine data', value: 'alt, der er gemt om dig, som én fil' },
  card: {
    title: 'Alt, der er gemt om dig',
    text: 'Linket herunder giver dig det hele som én fil, du kan læse og gemme. Filen nævner ingen andre end dem, dine kort her i chatten nævner.',
    link: 'Hent mine data',
    once: (minutes: string) => `Linket virker én gang og i ${minutes} minutter. Giv det ikke videre.`,
  },
  door: {
    title: 'Hent det, Sammen har gemt om dig',
    text: 'Knappen henter en fil med alt, der er gemt om den, der bad om linket. Gem filen et sted, hvor andre ikke kan åbne den.',
    button: 'Hent filen',
    once: 'Linket virker én gang. Skriv "mine data" til Sammen, hvis du får brug for et nyt.',
  },
  closed: {
    wrong: 'Linket er ikke rigtigt',
    over: 'Linket er brugt eller for gammelt',
    text: 'Skriv "mine data" til Sammen i din chat, så får du et nyt link.',
  },
  file: {
    title: (name: string) => `Det, Sammen har gemt om ${name}`,
    made: (when: string) => `Filen er lavet ${when}.`,
    lead: [
      'Her står alt, der er gemt om dig. Det, andre har skrevet, står her kun, hvis du også kan se det på dine kort i chatten. En kollega, der har spurgt uden sit navn, er stadig uden navn.',
      'Hver del findes også i filen som JSON til programmer.',
    ],
    none: 'Her er der intet gemt',
    elsewhere: 'Det, der ikke står her',
    elsewhereText: [
      'Tallene til HR: Du er talt med uden navn, og Sammen kan ikke finde dig i dem til en fil.',
      'Det, der er sagt i chatten, ligger også i Teams eller Slack. Bed den, der passer dem, om det.',
      'Tekniske mærker, der kun siger, at et tryk er behandlet, og hvor et kort står i din chat.',
    ],
  },
  /** The codes whose words stand elsewhere, by code. */
  codes: {
    ...labels.topic,
    ...labels.outcome,
    ...labels.state,
    ...labels.declineReason,
    asker: 'spørger',
    offered: 'spurgt',
    listed: 'på den fælles liste',
    past: 'tidligere spurgt',
    handed: 'spurgt om at tage over',
    invited: 'spurgt om at hjælpe',
    'co-agent': 'hjælper',
    introduced: 'spurgt om en introduktion',
    agent: 'sparringsagent',
    named: 'med navn',
    anonymous: 'uden navn',
    erased: 'slettet',
    you: 'dig selv',
    other: 'den anden',
    colleague: 'en kollega',
    operator: 'kommandolinjen',
  } as Readonly<Record<string, string>>,
  yes: 'ja',
  no: 'nej',
  parts: {
    profile: 'Din profil',
    accounts: 'Konti, der er samlet med din',
    wishes: 'Dine ønsker om ugens skub',
    cases: 'Sager, du har del i',
    ownWords: 'Det, du selv har skrevet eller svaret i andre sager',
    drafts: 'Kladder',
    nudges: 'Skub, du har fået, og det, du trykkede',
    stories: 'Fortællinger, du har del i',
    meetings: 'Spørgsmål om at tale om en fortælling',
    undelivered: 'Beskeder, jeg ikke kunne levere',
    links: 'Forsøg på at samle konti',
    log: 'Loggen over adgang',
  } satisfies Record<OwnPart, string>,
  fields,
};
