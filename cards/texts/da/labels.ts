import type { CaseState } from '../../../bot/cases/case.ts';
import type { TurnView } from '../../../bot/cases/said-views.ts';
import type { Need } from '../../../bot/routing/classify.ts';
import type { DeclineReason, Ground, Helpful, Kept, Outcome, Topic, TrialNext } from '../../../bot/words.ts';

/** The domain's codes, as people read them. */
export const labels = {
  anonymous: 'Anonym kollega',
  topic: {
    lovgivning: 'Love og regler',
    oekonomi: 'Penge og budget',
    tvaergaaende: 'På tværs af kommunen',
    borgerdialog: 'Dialog med borgere',
    borgerinitiativ: 'Borgernes egne idéer',
  } satisfies Record<Topic, string>,
  /** After "sagen handler om" and "kender til". */
  topicInSentence: {
    lovgivning: 'love og regler',
    oekonomi: 'penge og budget',
    tvaergaaende: 'samarbejde på tværs af kommunen',
    borgerdialog: 'dialog med borgere',
    borgerinitiativ: 'borgernes egne idéer',
  } satisfies Record<Topic, string>,
  /** After "rører også ved". */
  need: { lovgivning: 'jura', oekonomi: 'penge' } satisfies Record<Need, string>,
  outcome: {
    advice: 'Et råd',
    introduction: 'En kollega at tale med',
    'small-trial': 'Prøv det i det små',
    'clear-no': 'Et klart nej',
    meeting: 'Et møde',
    elsewhere: 'Det hører til et andet sted',
  } satisfies Record<Outcome, string>,
  /** The outcome of an answer in a sentence. The usual one needs none. */
  outcomeInSentence: {
    introduction: 'Svaret er en kollega at tale med.',
    'small-trial': 'Forslaget er at prøve det i det små.',
    'clear-no': 'Det er et klart nej.',
    meeting: 'Forslaget er et møde.',
    elsewhere: 'Det hører til et andet sted.',
  } satisfies Record<Exclude<Outcome, 'advice'>, string>,
  /** Why an answer is a clear no. */
  ground: {
    'may-not': 'Det må kommunen ikke',
    cannot: 'Det kan kommunen ikke',
    'chooses-not': 'Det vælger kommunen fra',
  } satisfies Record<Ground, string>,
  state: {
    waiting: 'Venter på en sparringsagent',
    active: 'I gang',
    answered: 'Besvaret',
    closed: 'Lukket',
    withdrawn: 'Trukket tilbage',
  } satisfies Record<CaseState, string>,
  declineReason: {
    'not-today': 'Jeg har ikke tid lige nu',
    'not-my-field': 'Jeg ved ikke nok om det',
    'too-close': 'Jeg står for tæt på sagen',
  } satisfies Record<DeclineReason, string>,
  helpful: { yes: 'Ja, det hjalp', partly: 'Delvist', no: 'Nej, ikke endnu' } satisfies Record<Helpful, string>,
  kept: { yes: 'Ja, det blev til noget', partly: 'Delvist', no: 'Nej, ikke endnu' } satisfies Record<Kept, string>,
  /** What becomes of a small trial, as its asker says it. */
  trialNext: {
    keep: 'Vi fortsætter',
    adjust: 'Vi justerer',
    stop: 'Vi stopper',
  } satisfies Record<TrialNext, string>,
  /** When there was no step to ask about. */
  went: { yes: 'Det gik godt', partly: 'Delvist', no: 'Ikke så godt' } satisfies Record<Kept, string>,
  caseNumber: (number: number) => `Sag ${number}`,
  /** The heading of a quote from somebody else. */
  said: {
    reply: (name: string) => `${name} skriver`,
    'ask-back': (name: string) => `${name} spørger`,
    answer: (name: string) => `${name} svarer`,
    thanks: (name: string) => `${name} siger tak`,
    comment: (name: string) => `${name} om svaret`,
    learned: (name: string) => `${name} om, hvordan det gik`,
    correction: (name: string) => `${name} har rettet sit svar`,
    talk: (name: string) => name,
    'talk-accepted': (name: string) => name,
    'talk-cancelled': (name: string) => name,
    introduction: (name: string) => `${name} skriver`,
  } satisfies Record<TurnView['kind'], (name: string) => string>,
  /** The heading of a quote from the reader. */
  youSaid: {
    reply: 'Du skrev',
    'ask-back': 'Du spurgte',
    answer: 'Du svarede',
    thanks: 'Du sagde tak',
    comment: 'Du skrev om svaret',
    learned: 'Du skrev om, hvordan det gik',
    correction: 'Du rettede dit svar',
    talk: 'Du',
    'talk-accepted': 'Du',
    'talk-cancelled': 'Du',
    introduction: 'Du skrev',
  } satisfies Record<TurnView['kind'], string>,
  /** The reader's role in a case. */
  role: {
    asker: 'Du spurgte',
    agent: 'Du hjælper',
    offered: 'Du er spurgt',
    listed: 'På den fælles liste',
    handed: 'Du er spurgt',
    invited: 'Du er spurgt',
    'co-agent': 'Du hjælper med',
  },
  /** Their role in a case that is over. */
  roleThen: {
    asker: 'Du spurgte',
    agent: 'Du hjalp',
    offered: 'Du var spurgt',
    listed: 'På den fælles liste',
    handed: 'Du var spurgt',
    invited: 'Du var spurgt',
    'co-agent': 'Du hjalp med',
  },
  and: ' og ',
  asked: (name: string) => `${name} spurgte`,
  youAsked: 'Du spurgte',
};
