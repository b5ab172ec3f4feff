import type { Principle } from '../../../bot/words.ts';

/** The week's principle on a sheet of paper, and in a team's channel. */
export const sheet = {
  title: (principle: string) => `Ugens princip: ${principle}`,
  top: (week: string, municipality: string) => `Uge ${week} · ${municipality}`,
  nudge: 'Prøv det i denne uge',
  team: 'Til jeres næste møde',
  questions: {
    'lytter-foerst': 'Hvad hørte vi i sidste uge, som vi ikke havde regnet med?',
    'bygger-bro': 'Hvem burde kende hinanden, og hvem af os kan sige det til dem?',
    'skaber-fremdrift': 'Hvem venter på os lige nu, og hvem giver dem besked i dag?',
    'goer-det-nemt': 'Hvad er besværligt ved at få fat i os, og hvad kan vi selv lave om?',
    'fastholder-virkelyst': 'Hvad har vi taget over, som nogen hellere selv ville gøre?',
    'tydelig-ramme': 'Hvad spørger vi om, som allerede er afgjort?',
  } satisfies Record<Principle, string>,
  tries: 'Det prøver vi:',
  foot: 'Har du et dilemma? Skriv til Sammen i Teams eller Slack.',
  ring: (number: string) => `Har du ingen chat, så ring: ${number}.`,
};
