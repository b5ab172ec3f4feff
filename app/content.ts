import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { personId } from '../bot/ids.ts';
import { type Nudge, readNudges } from '../bot/nudges/nudge-library.ts';
import { readTeamQuestions, type TeamQuestion } from '../bot/nudges/team-question.ts';
import { type Organisation, parseOrganisation } from '../bot/organisation.ts';
import { blankColleague } from '../bot/people/blank-colleague.ts';
import { NEVER, type Person } from '../bot/people/person.ts';
import { maskPersonalNumbers } from '../bot/privacy/mask.ts';
import { parseWarningWords, type WarningWords } from '../bot/privacy/warnings.ts';
import type { Lexicon } from '../bot/routing/classify.ts';
import { parseLexicon } from '../bot/routing/lexicon.ts';
import { LANGUAGES, PRINCIPLES, ROLES, TOPICS } from '../bot/words.ts';
import { type PrincipleText, readPrinciples } from '../cards/principles.ts';

/** What a municipality may edit: the files in `content/`. */
export type Content = {
  organisation: Organisation;
  lexicon: Lexicon;
  warningWords: WarningWords;
  principles: readonly PrincipleText[];
  nudges: readonly Nudge[];
  teamQuestions: readonly TeamQuestion[];
};

const FOLDER = new URL('../content/', import.meta.url);

/** A file a municipality edits is missing, or is no JSON. */
class ContentFault extends Error {
  override readonly name = 'ContentFault';
}

const read = (file: URL | string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ContentFault(`${file} cannot be read as JSON: ${reason}`, { cause });
  }
};

export const loadContent = (organisationFile: string | null): Content => ({
  organisation: parseOrganisation(read(organisationFile ?? new URL('organisation.json', FOLDER))),
  lexicon: parseLexicon(read(new URL('lexicon.json', FOLDER))),
  warningWords: parseWarningWords(read(new URL('warning-words.json', FOLDER))),
  principles: readPrinciples(read(new URL('principles.json', FOLDER))),
  nudges: readNudges(read(new URL('nudges.json', FOLDER))),
  teamQuestions: readTeamQuestions(read(new URL('team-questions.json', FOLDER))),
});

const masked = (text: string) => maskPersonalNumbers(text, { phones: [] }).text;
const id = z.string().min(1).transform(personId);
const demoPerson = z.strictObject({
  id,
  name: z.string(),
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

/** The made-up colleagues of the sandbox. */
export const loadDemoPeople = ({ language }: Pick<Organisation, 'language'>): Person[] =>
  z
    .array(demoPerson)
    .parse(read(new URL('demo-people.json', FOLDER)))
    .map(({ id: _id, name, ...known }) =>
      blankColleague(_id, name, language, { ...known, addresses: [{ platform: 'sandbox', id: _id, at: NEVER }] }),
    );
