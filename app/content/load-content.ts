import { ContentFault } from '../../bot/content/content-fault.ts';
import { type FieldOf, fieldFinder } from '../../bot/nudges/field-of-work.ts';
import type { Nudge } from '../../bot/nudges/nudge-library.ts';
import type { TeamQuestion } from '../../bot/nudges/team-question.ts';
import type { Organisation } from '../../bot/organisation.ts';
import type { Person } from '../../bot/people/person.ts';
import { readModel, writtenModelSchema } from '../../bot/privacy/kind-model.ts';
import { learnedFrom } from '../../bot/privacy/learn-warnings.ts';
import type { PublicNumbers } from '../../bot/privacy/public-numbers.ts';
import type { WarningWords } from '../../bot/privacy/warnings.ts';
import type { Lexicon } from '../../bot/routing/classify.ts';
import type { NamedExample } from '../../bot/routing/examples.ts';
import type { RoutingModel } from '../../bot/routing/routing-model.ts';
import type { PrincipleText } from '../../cards/principles.ts';
import { routingModelIn, writtenRoutingModelSchema } from '../routing-model.ts';
import { CONTENT_NAMES } from './content-files.ts';
import { CONTENT_FOLDER, type ContentReader, createContentReader } from './content-reader.ts';
import { type ContentSources, faultOfContentDir, SHIPPED, warningsAbout } from './content-sources.ts';
import { asDemoPeople } from './demo-people.ts';
import { readOwnExamples } from './own-examples.ts';
import { type ContentFile, readContentFile } from './read-content-file.ts';

/** What a municipality may edit: the files in `content/`, or its own in `CONTENT_DIR`. */
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
  /** Reads the made-up colleagues of the sandbox, which nobody else needs. @throws ContentFault */
  demoPeople: () => Person[];
  /** What in a municipality's own files is not understood and was passed over, a sentence each. */
  warnings: readonly string[];
};

/** What was learned from the words and examples that come with Sammen; nobody edits it. */
const learnedFile = (name: string): ContentFile => ({
  name: `learned/${name}`,
  path: new URL(`../../learned/${name}`, import.meta.url),
  ifMissing: 'Put the one that comes with Sammen there.',
});

/** Still more long ordinary texts would only raise alarms on short lines (docs/rules.md, "What routing learns from"). */
const isForWarnings = ({ id }: NamedExample): boolean => !/^[mk]/.test(id);

/**
 * The words that make Sammen warn, with sentences to learn from: the dilemmas are ordinary ones. What was
 * learned from just these comes along; without it, because words were changed, the program learns at the start.
 */
const loadWarningWords = ({ read }: ContentReader, dilemmas: readonly NamedExample[]): WarningWords => {
  const words: WarningWords = {
    ...read('warning-words.json'),
    examples: [
      ...read('warning-examples.json'),
      ...dilemmas.filter(isForWarnings).map(({ text }) => ({ text, kind: null })),
    ],
  };
  const written = readContentFile(learnedFile('warning-model.json'), writtenModelSchema);
  return written.madeFrom === learnedFrom(words) ? { ...words, model: readModel(written) } : words;
};

/** Reads each file, so that the faults of all are told at once. @throws ContentFault */
const refuseFaults = (reads: readonly (() => unknown)[]): void => {
  const faults = reads.flatMap((read) => {
    try {
      read();
      return [];
    } catch (error) {
      if (error instanceof ContentFault) return error.faults;
      throw error;
    }
  });
  if (faults.length > 0) throw new ContentFault(faults);
};

/**
 * Loads all content. A municipality's own files win, and those that come with Sammen fill in (docs/content.md, "The files").
 * @param folder where those are that come with Sammen
 * @throws ContentFault with the faults of all files
 */
export const loadContent = (sources: ContentSources = SHIPPED, folder: URL = CONTENT_FOLDER): Content => {
  const fault = sources.contentDir === null ? null : faultOfContentDir(sources.contentDir);
  if (fault !== null) throw new ContentFault([fault]);
  const warnings = warningsAbout(sources);
  const reader = createContentReader(sources, folder, (warning) => warnings.push(warning));
  const { read } = reader;
  refuseFaults([
    ...CONTENT_NAMES.filter((name) => name !== 'demo-people.json').map((name) => () => read(name)),
    () => readOwnExamples(sources, folder),
  ]);
  const organisation = read('organisation.json');
  const lessons = {
    lexicon: read('lexicon.json'),
    dilemmas: read('dilemmas.ndjson'),
    noDilemmas: read('no-dilemmas.json'),
  };
  return {
    organisation,
    ...lessons,
    ownExamples: readOwnExamples(sources, folder),
    routingModel: routingModelIn(
      readContentFile(learnedFile('routing-model.json'), writtenRoutingModelSchema),
      lessons,
    ),
    warningWords: loadWarningWords(reader, lessons.dilemmas),
    publicNumbers: read('public-numbers.json'),
    principles: read('principles.json'),
    nudges: read('nudges.json'),
    teamQuestions: read('team-questions.json'),
    fieldOf: fieldFinder(read('fields.json')),
    demoPeople: () => asDemoPeople(read('demo-people.json'), organisation),
    warnings,
  };
};
