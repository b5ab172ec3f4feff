import type { Principle, Topic } from '../../../bot/words.ts';

/** `/agents`: the page for citizens with an idea. */
export const agentsPage = {
  title: 'Har du en idé?',
  lead: (municipality: string) =>
    `Her er ansatte i ${municipality}, som gerne vil høre om din idé og tænke med. Ring til en af dem, eller find dem der, hvor de er. Du behøver ikke have planen klar.`,
  open: (municipality: string, hours: string) => `${municipality} har åbent ${hours}.`,
  search: 'Søg på navn, afdeling eller det, du vil have hjælp til',
  find: 'Søg',
  all: 'Alle, du kan spørge',
  found: (count: number, search: string) => `${count === 0 ? 'Ingen' : count} passer på "${search}"`,
  nothing: 'Prøv med et enkelt ord, for eksempel "idéer" eller "penge".',
  none: 'Ingen har valgt at stå her endnu.',
  call: (municipality: string, phone: string) => `Du kan også ringe til ${municipality} på ${phone}.`,
  helpsWith: 'Kan hjælpe dig med',
  /** What each principle and topic means to somebody who comes with an idea. */
  helps: {
    principle: {
      'lytter-foerst': 'at fortælle din idé til en, der lytter',
      'bygger-bro': 'at finde dem, din idé har brug for',
      'skaber-fremdrift': 'at komme videre, når det går i stå',
      'goer-det-nemt': 'at gøre det let for andre at være med',
      'fastholder-virkelyst': 'at holde gejsten oppe i gruppen',
      'tydelig-ramme': 'at få at vide, hvad der kan lade sig gøre',
    } satisfies Record<Principle, string>,
    topic: {
      lovgivning: 'love, regler og tilladelser',
      oekonomi: 'penge og tilskud',
      tvaergaaende: 'idéer, der går på tværs af kommunen',
      borgerdialog: 'møder og samtaler mellem borgere og kommune',
      borgerinitiativ: 'borgernes egne idéer',
    } satisfies Record<Topic, string>,
  },
  phone: 'Telefon',
  place: 'Find mig',
  /** Somebody who gave neither a number nor a place. */
  through: 'Ring til kommunen, og spørg efter mig.',
};
