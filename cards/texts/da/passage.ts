import type { TurnView } from '../../../bot/cases/said-views.ts';

/** How far something that a person wrote has come. It arrived only when the platform said so; nothing says "read". */
export const passage = {
  what: {
    reply: 'din besked',
    'ask-back': 'dit spørgsmål',
    answer: 'dit svar',
    thanks: 'din tak',
    comment: 'din besked om svaret',
    learned: 'din besked',
    correction: 'din rettelse',
    talk: 'dit forslag om en snak',
    'talk-accepted': 'dit ja',
    'talk-cancelled': 'din aflysning',
    introduction: 'dit forslag',
  } satisfies Record<TurnView['kind'], string>,
  wrote: (name: string) => `Du har skrevet til ${name}`,
  onItsWay: (what: string, name: string) => `${what} er på vej til ${name}`,
  arrived: (what: string, name: string) => `${name} har fået ${what}`,
  waiting: (what: string) => `${what} venter på at komme frem`,
  notArrived: (what: string) => `${what} er ikke kommet frem`,
  line: {
    onItsWay: 'Du kan se her på kortet, når det er kommet frem.',
    waiting: (platform: string | null) =>
      platform === null
        ? 'Chatten tager ikke imod lige nu. Jeg prøver igen af mig selv.'
        : `${platform} tager ikke imod lige nu. Jeg prøver igen af mig selv.`,
    undeliverable: (what: string, name: string, first: string) =>
      `${name} har ikke kunnet få ${what}. Jeg prøver igen, når jeg kan nå ${first}.`,
    failed: (what: string, _name: string, first: string) =>
      `Det lykkedes ikke at få ${what} frem til ${first}. En administrator kan prøve igen.`,
  },
  offer: {
    what: 'dit dilemma',
    onItsWay: (name: string) => `Dit dilemma er på vej til ${name}.`,
    arrived: (name: string) => `${name} har fået dit dilemma.`,
  },
};
