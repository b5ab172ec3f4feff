import type { GuessedWord, TalkReply } from '../../../bot/talk/notice.ts';
import type { ShowingWord } from '../../../bot/talk/word-in-chat.ts';

type ThanksOf = NonNullable<Extract<TalkReply, { kind: 'thanks' }>['of']>;

/** Small talk, questions to Sammen itself, and the buttons that say a word. */
export const talk = {
  /** Each button says a word of ours. */
  buttons: {
    help: 'Hjælp',
    readers: 'Hvem kan læse det?',
    'my-cases': 'Mine sager',
    agents: 'Hvem kan hjælpe?',
    principles: 'De seks principper',
    stories: 'Fortællinger',
    language: 'Sprog',
    profile: 'Min profil',
    absence: 'Fravær',
    admin: 'Admin',
    pause: 'Ugens skub',
    preview: 'Næste uge',
    report: 'Rapport',
    overview: 'Overblik',
    'access-log': 'Adgang',
    team: 'Teammøde',
    'own-data': 'Mine data',
    forget: 'Slet mig',
  } satisfies Record<ShowingWord, string>,
  /** The words as people type them. */
  names: {
    help: 'hjælp',
    readers: 'hvem kan læse det',
    'my-cases': 'mine sager',
    agents: 'agenter',
    principles: 'principper',
    stories: 'fortællinger',
    language: 'sprog',
    profile: 'profil',
    absence: 'fravær',
    admin: 'admin',
    pause: 'pause',
    stop: 'stop',
    start: 'start',
    preview: 'næste uge',
    report: 'rapport',
    overview: 'overblik',
    'access-log': 'adgang',
    team: 'teammøde',
    'own-data': 'mine data',
    forget: 'slet mig',
    link: 'forbind',
    unlink: 'adskil',
  } satisfies Record<GuessedWord, string>,
  thanks: {
    thanks: { title: 'Selv tak', text: 'Skriv, når der er noget.' },
    farewell: { title: 'I lige måde', text: 'Jeg er her, når der er noget.' },
    praise: { title: 'Godt at høre', text: 'Skriv, når der er noget.' },
    answer: { title: 'Helt i orden', text: 'Skriv, når der er noget.' },
  } satisfies Record<ThanksOf, { title: string; text: string }>,
  didYouMean: {
    title: (word: string) => `Mente du "${word}"?`,
    stop: 'Så får du ikke flere skub.',
    start: 'Så får du ugens skub igen.',
    link: 'Skriv "forbind", hvis du bruger både Teams og Slack og vil samle dine sager.',
    unlink: 'Skriv "adskil", hvis du ikke vil være forbundet længere.',
    yesStop: 'Ja, stop skubbene',
    yesStart: 'Ja, start igen',
    else: 'Ellers skriv et par sætninger om det, du er i tvivl om.',
  },
  notForYou: {
    'access-log': {
      title: 'Adgangsloggen er for HR og administratorer',
      text: 'Den viser, hvem der har set eller ændret hvad.',
    },
    report: {
      title: 'Rapporten er for HR',
      text: 'Den viser tal og fortællinger, som alle kan læse. Det, du selv har i gang, finder du her.',
    },
    preview: {
      title: 'Næste uges skub er en hemmelighed endnu',
      text: 'Kun HR og administratorer ser det på forhånd. Du kan se, hvornår du får dit næste.',
    },
    admin: { title: 'Det er for administratorer', text: 'Skal noget rettes for dig, så sig det til en af dem.' },
  },
  /** After stop. */
  stillWrites: 'Jeg skriver stadig, når der er nyt i en sag, du er med i.',
  stillAsks:
    'Jeg skriver stadig, når der er nyt i en sag, du er med i, og når jeg har brug for dig som sparringsagent. Skriv "fravær", hvis du er væk.',
  /** Beside the button that erases. */
  onlyStop: 'Nej, stop kun skubbene',
};
