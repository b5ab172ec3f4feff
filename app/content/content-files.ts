import { fieldWordsSchema } from '../../bot/nudges/field-of-work.ts';
import { nudgesSchema } from '../../bot/nudges/nudge-library.ts';
import { teamQuestionsSchema } from '../../bot/nudges/team-question.ts';
import { organisationSchema } from '../../bot/organisation.ts';
import { publicNumbersSchema } from '../../bot/privacy/public-numbers.ts';
import { warningExamplesSchema, warningWordsSchema } from '../../bot/privacy/warnings.ts';
import { examplesSchema, noDilemmasSchema } from '../../bot/routing/examples.ts';
import { lexiconSchema } from '../../bot/routing/lexicon.ts';
import { principlesSchema } from '../../cards/principles.ts';
import { demoPeopleSchema } from './demo-people.ts';

/** Every file in `content/`, with the schema that reads it. */
export const CONTENT_FILES = {
  'organisation.json': organisationSchema,
  'principles.json': principlesSchema,
  'nudges.json': nudgesSchema,
  'team-questions.json': teamQuestionsSchema,
  'fields.json': fieldWordsSchema,
  'lexicon.json': lexiconSchema,
  'dilemmas.ndjson': examplesSchema,
  'no-dilemmas.json': noDilemmasSchema,
  'warning-words.json': warningWordsSchema,
  'warning-examples.json': warningExamplesSchema,
  'public-numbers.json': publicNumbersSchema,
  'demo-people.json': demoPeopleSchema,
} as const;

export type ContentName = keyof typeof CONTENT_FILES;
const isContentName = (name: string): name is ContentName => Object.hasOwn(CONTENT_FILES, name);
export const CONTENT_NAMES: readonly ContentName[] = Object.keys(CONTENT_FILES).filter(isContentName);

/**
 * Objects in which a municipality's own file may leave keys out: they are taken from the file that comes with Sammen, so
 * that a key that is new in a version stops nobody's start. What the organisation's file leaves out is never invented.
 */
const FILLED: readonly ContentName[] = ['lexicon.json', 'warning-words.json', 'public-numbers.json'];
export const isFilled = (name: ContentName): boolean => FILLED.includes(name);

/** Whether the file holds a JSON value on each line. */
export const hasLines = (name: ContentName): boolean => name.endsWith('.ndjson');
