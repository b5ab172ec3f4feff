import { z } from 'zod';
import { repeatedIds } from '../bot/content/repeated-ids.ts';
import { personId } from '../bot/ids.ts';
import { type FieldOf, fieldFinder, fieldWordsSchema } from '../bot/nudges/field-of-work.ts';
import { type Nudge, nudgesSchema } from '../bot/nudges/nudge-library.ts';
import { type TeamQuestion, teamQuestionsSchema } from '../bot/nudges/team-question.ts';
import { type Organisation, organisationSchema } from '../bot/organisation.ts';
import { blankColleague } from '../bot/people/blank-colleague.ts';
import { NEVER, type Person } from '../bot/people/person.ts';
import { readModel, writtenModelSchema } from '../bot/privacy/kind-model.ts';
import { learnedFrom } from '../bot/privacy/learn-warnings.ts';
import { maskPersonalNumbers } from '../bot/privacy/mask.ts';
import { type PublicNumbers, publicNumbersSchema } from '../bot/privacy/public-numbers.ts';
import { type WarningWords, warningExamplesSchema, warningWordsSchema } from '../bot/privacy/warnings.ts';
import type { Lexicon } from '../bot/routing/classify.ts';
import { examplesSchema, type NamedExample, noDilemmasSchema } from '../bot/routing/examples.ts';
import { lexiconSchema } from '../bot/routing/lexicon.ts';
import type { RoutingModel } from '../bot/routing/routing-model.ts';
import { LANGUAGES, PRINCIPLES, ROLES, TOPICS } from '../bot/words.ts';
import { type PrincipleText, principlesSchema } from '../cards/principles.ts';
import { readOwnExamples } from './own-examples.ts';
import { type ContentFile, readContentFile, readContentLines } from './read-content-file.ts';
import { routingModelIn, writtenRoutingModelSchema } from './routing-model.ts';

/** What a municipality may edit: the files in `content/`. */
export type Content = {
  organisation: Organisation;
  lexicon: Lexicon;
  /** Dilemmas with their principles and topics, to learn from. */
  dilemmas: readonly NamedExample[];
  /** The municipality's own: they teach routing as the dilemmas do, but not the warnings. */
  ownExamples: readonly NamedExample[];
  /** Texts that are none, and that nobody is to be asked about. */
  noDilemmas: readonly string[];
  /** What routing learned from just these words and examples; null where they were changed. */
  routingModel: RoutingModel | null;
  warningWords: WarningWords;
  publicNumbers: PublicNumbers;
  principles: readonly PrincipleText[];
  nudges: readonly Nudge[];
  teamQuestions: readonly TeamQuestion[];
  fieldOf: FieldOf;
};

export const CONTENT_FOLDER = new URL('../content/', import.meta.url);

const contentFile = (name: string, folder: URL): ContentFile => ({
  name: `content/${name}`,
  path: new URL(name, folder),
  ifMissing: 'Put the file there; the one that comes with Sammen is a good start.',
});

/** What was learned from the words and examples that come with Sammen; nobody edits it. */
const learnedFile = (name: string): ContentFile => ({
  name: `learned/${name}`,
  path: new URL(`../learned/${name}`, import.meta.url),
  ifMissing: 'Put the one that comes with Sammen there.',
});

/** The municipality's own file; faults name it as the operator wrote it. */
export const ownOrganisation = (path: string): ContentFile => ({
  name: path,
  path,
  ifMissing: 'Give the path of your own file in ORGANISATION_FILE.',
});

/** Still more long ordinary texts would only raise alarms on short lines (docs/rules.md, "What routing learns from"). */
const isForWarnings = ({ id }: NamedExample): boolean => !/^[mk]/.test(id);

/**
 * The words that make Sammen warn, with sentences to learn from: the dilemmas are ordinary ones. What was
 * learned from just these comes along; without it, because words were changed, the program learns at the start.
 */
const loadWarningWords = (folder: URL, dilemmas: readonly NamedExample[]): WarningWords => {
  const words: WarningWords = {
    ...readContentFile(contentFile('warning-words.json', folder), warningWordsSchema),
    examples: [
      ...readContentFile(contentFile('warning-examples.json', folder), warningExamplesSchema),
      ...dilemmas.filter(isForWarnings).map(({ text }) => ({ text, kind: null })),
    ],
  };
  const written = readContentFile(learnedFile('warning-model.json'), writtenModelSchema);
  return written.madeFrom === learnedFrom(words) ? { ...words, model: readModel(written) } : words;
};

/**
 * Loads all content except the demo people.
 * @param organisationFile replaces `organisation.json`; null for the file in `folder`
 * @throws ContentFault for the first file with faults
 */
export const loadContent = (organisationFile: string | null, folder: URL = CONTENT_FOLDER): Content => {
  const organisation = readContentFile(
    organisationFile === null ? contentFile('organisation.json', folder) : ownOrganisation(organisationFile),
    organisationSchema,
  );
  const lessons = {
    lexicon: readContentFile(contentFile('lexicon.json', folder), lexiconSchema),
    dilemmas: readContentLines(contentFile('dilemmas.ndjson', folder), examplesSchema),
    noDilemmas: readContentFile(contentFile('no-dilemmas.json', folder), noDilemmasSchema),
  };
  return {
    organisation,
    ...lessons,
    ownExamples: readOwnExamples(folder),
    routingModel: routingModelIn(
      readContentFile(learnedFile('routing-model.json'), writtenRoutingModelSchema),
      lessons,
    ),
    warningWords: loadWarningWords(folder, lessons.dilemmas),
    publicNumbers: readContentFile(contentFile('public-numbers.json', folder), publicNumbersSchema),
    principles: readContentFile(contentFile('principles.json', folder), principlesSchema),
    nudges: readContentFile(contentFile('nudges.json', folder), nudgesSchema),
    teamQuestions: readContentFile(contentFile('team-questions.json', folder), teamQuestionsSchema),
    fieldOf: fieldFinder(readContentFile(contentFile('fields.json', folder), fieldWordsSchema)),
  };
};

const masked = (text: string) => maskPersonalNumbers(text, { phones: [] }).text;
const id = z.string().min(1).transform(personId);
const demoPerson = z.strictObject({
  id,
  name: z.string().trim().min(1),
  unit: z.string(),
  profession: z.string(),
  manager: id.nullable(),
  roles: z.array(z.enum(ROLES)),
  phone: z.string().nullable(),
  agent: z
    .strictObject({
      principles: z.array(z.enum(PRINCIPLES)),
      topics: z.array(z.enum(TOPICS)),
      languages: z.array(z.enum(LANGUAGES)),
      capacity: z.number().int().min(0),
      shown: z.boolean(),
      place: z.string().transform(masked).nullable(),
    })
    .nullable(),
  absences: z.array(z.strictObject({ from: z.iso.date(), until: z.iso.date(), substitute: id.nullable() })),
});
const demoPeopleSchema = z
  .array(demoPerson)
  .min(1, 'Write at least one person, or nobody can use the sandbox.')
  .superRefine((people, context) => {
    for (const path of repeatedIds(people))
      context.addIssue({ code: 'custom', path, message: 'is the id of an earlier person, too. Give each their own.' });
  });

/** Loads the made-up colleagues of the sandbox. @throws ContentFault */
export const loadDemoPeople = ({ language }: Pick<Organisation, 'language'>, folder: URL = CONTENT_FOLDER): Person[] =>
  readContentFile(contentFile('demo-people.json', folder), demoPeopleSchema).map(({ id: _id, name, ...known }) =>
    blankColleague(_id, name, language, { ...known, addresses: [{ platform: 'sandbox', id: _id, at: NEVER }] }),
  );
