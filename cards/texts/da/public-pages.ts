/** `name` and `reach`: the switchboard, and its number or address. `where`: such as " i Teams eller Slack". */
type Say = string | ((municipality: string, name: string, reach: string, where: string) => string);
export type Sections = { title: string; text: Say[] }[];

const homeSections: Sections = [
  {
    title: 'Er du ansat?',
    text: [
      (_municipality, _name, _reach, where) =>
        `Find Sammen${where}, og skriv, hvad du er i tvivl om. Du ser, hvad der bliver sendt, og hvem der læser det, før du trykker Send.`,
    ],
  },
  {
    title: 'Er du borger med en idé?',
    text: [
      'På siden "Har du en idé?" står ansatte, der gerne vil høre om den. Du kan også ringe til kommunen.',
      (_municipality: string, name: string, reach: string) => `${name}: ${reach}.`,
    ],
  },
  {
    title: 'Seks principper',
    text: [
      (municipality: string) =>
        `Sammen hjælper ${municipality} med at lytte først, bygge bro, skabe fremdrift, gøre det nemt, fastholde virkelyst og sætte en tydelig ramme.`,
    ],
  },
];

/**
 * The pages that anybody may read. A sentence here is a promise: change it together with what it says. `name` and
 * `reach`: the switchboard, and its number or address; `where`: the platforms that are on, such as " i Teams eller Slack".
 */
export const publicPages = {
  where: (platforms: string) => ` i ${platforms}`,
  or: ' eller ',
  other: { language: 'en', label: 'In English' },
  /** Of the list of links at the end of each page. */
  label: 'Flere sider',
  backTo: (municipality: string) => `Tilbage til ${municipality}`,
  links: {
    home: 'Hvad er Sammen?',
    agents: 'Har du en idé?',
    privacy: 'Det, Sammen gemmer',
    accessibility: 'Tilgængelighed',
    terms: 'Vilkår',
  },
  home: {
    title: 'Det er Sammen',
    lead: (municipality: string) =>
      `Sammen er en chatbot for ansatte i ${municipality}. Den finder en kollega, der vil tænke med, når noget i arbejdet med borgere er svært.`,
    sections: homeSections,
  },
  terms: {
    title: 'Vilkår for at bruge Sammen',
    lead: (municipality: string) =>
      `Sammen er for ansatte i ${municipality}. Når du bruger den, gælder det, der står her, og det, der ellers gælder for din ansættelse.`,
    sections: [
      {
        title: 'Hvad den er til',
        text: [
          'Sammen er til at få og give sparring: en kollega tænker med, når du er i tvivl. Du beslutter selv, og ansvaret for sagen bliver hos dig.',
          'Det er frivilligt at spørge, at svare og at få ugens skub.',
        ],
      },
      {
        title: 'Hvad den ikke er til',
        text: [
          'Er nogen i fare, så ring 112. Et svar i Sammen er ingen underretning, ingen afgørelse og ingen juridisk rådgivning, og det erstatter ikke borgerens sag.',
          'Skriv ikke, hvem borgeren er. Sammen skjuler numre og mailadresser, men kan overse et navn.',
        ],
      },
      {
        title: 'Hvad vi lover hinanden',
        text: [
          'Det, du læser i en sag, bliver mellem jer. Hvis du gætter, hvem en anonym kollega er, så hold det for dig selv. Reglerne om tavshedspligt og aktindsigt gælder også her.',
          'Sammen kan tage fejl, når den gætter, hvad en sag handler om. Det siger den selv.',
        ],
      },
      {
        title: 'Hvem du kan spørge',
        text: [(_municipality: string, name: string, reach: string) => `${name}: ${reach}.`],
      },
    ],
  },
  accessibility: {
    title: 'Tilgængelighed',
    lead: (municipality: string) =>
      `Erklæringen gælder de sider, som Sammen viser for ${municipality}: "Har du en idé?", ugens princip, rapporten og siderne om Sammen selv.`,
    sections: [
      {
        title: 'Hvor langt er vi?',
        text: [
          'Siderne er lavet efter WCAG 2.1 niveau AA og overholder webtilgængelighedsloven delvist. Delvist, fordi de ikke er afprøvet af mennesker, der bruger skærmlæser eller andre hjælpemidler til daglig.',
        ],
      },
      {
        title: 'Hvad er afprøvet?',
        text: [
          'Programmet axe finder ingen fejl på siderne, i lyst og mørkt, på en bred skærm og på en telefon. De kan bruges med tastatur alene og uden JavaScript, og overskrifter, felter, tabeller og links har navne, som en skærmlæser kan sige.',
          'Rapportens figurer står også som tabeller.',
        ],
      },
      {
        title: 'Hvad er ikke tilgængeligt?',
        text: [
          'Samtalen med Sammen foregår i Teams eller Slack, og det er de programmer, der viser kortene. Der gælder deres egne erklæringer.',
          'Ugens princip som ark til ophængning er lavet til at blive skrevet ud.',
        ],
      },
      {
        title: 'Er der noget, du ikke kan bruge?',
        text: [
          (municipality: string, name: string, reach: string) =>
            `Sig det til ${municipality}, så får du indholdet på en anden måde. ${name}: ${reach}.`,
          'Hvis du ikke er tilfreds med svaret, kan du klage til Digitaliseringsstyrelsen, som fører tilsyn med webtilgængelighed i det offentlige.',
        ],
      },
      {
        title: 'Om erklæringen',
        text: [
          'Den bygger på en vurdering, som Sammens udviklere selv har lavet med automatiske prøver, og blev skrevet den 30. november 2026.',
        ],
      },
    ],
  },
};
