import { accessSync, constants, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, isNamed } from '../read-ordinary-file.ts';
import type { Given } from '../settings/given.ts';
import { CONTENT_NAMES } from './content-files.ts';
import { misspeltFile } from './misspelt-file.ts';

/** Where a municipality keeps files of its own; null where it has none. They win over those that come with Sammen. */
export type ContentSources = {
  /** The organisation's own file: `ORGANISATION_FILE`, or the one in `CONTENT_DIR`. */
  organisationFile: string | null;
  /** The folder named in `CONTENT_DIR`. */
  contentDir: string | null;
};

export const SHIPPED: ContentSources = { organisationFile: null, contentDir: null };

const ORGANISATION = 'organisation.json';
/** The municipality's examples for routing, which `examples --approve` writes. */
export const OWN_EXAMPLES = 'examples.ndjson';

export const contentSourcesIn = (given: Given): ContentSources => {
  const contentDir = given('CONTENT_DIR');
  return { contentDir, organisationFile: given('ORGANISATION_FILE') ?? ownFile(contentDir, ORGANISATION) };
};

/** The path of a municipality's own file with this name; null when it has none. */
export const ownFile = (contentDir: string | null, name: string): string | null => {
  if (contentDir === null) return null;
  const path = join(contentDir, name);
  return isNamed(path) ? path : null;
};

/** Why this folder cannot be read, with the mend; null when it can. */
export const faultOfContentDir = (contentDir: string): string | null => {
  try {
    readdirSync(contentDir);
    accessSync(contentDir, constants.X_OK);
    return null;
  } catch (error) {
    const code = codeOf(error);
    return `CONTENT_DIR names ${contentDir}, ${WHY[code] ?? `which cannot be read (${code})`}. Give the path of the folder with your own content files, or leave it out.`;
  }
};

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'which is not there',
  ENOTDIR: 'which is no folder',
  EACCES: 'which Sammen may not read',
  EPERM: 'which Sammen may not read',
};

/** A file that nobody reads under its name. `meant`: the known name that it is spelt like. */
type UnreadFile = { meant: string | null; says: string };

/** The files in the folder that are not read although they look as if they were. */
const unreadFiles = (contentDir: string): UnreadFile[] => {
  const known: readonly string[] = [...CONTENT_NAMES, OWN_EXAMPLES];
  return readdirSync(contentDir).flatMap((file) => {
    const found = misspeltFile(file, known);
    if (found === null) return [];
    const { meant } = found;
    const says =
      meant === null
        ? `is not read. Correct its name, or take it out. Known are ${known.join(', ')}.`
        : `is not read, but ${meant} is. Rename it, or take it out.`;
    return [{ meant, says: `${join(contentDir, file)} ${says}` }];
  });
};

/** What in the folder is meant to be the organisation's file, a sentence each. */
export const misspeltOrganisation = (contentDir: string | null): string[] =>
  contentDir === null || faultOfContentDir(contentDir) !== null
    ? []
    : unreadFiles(contentDir).flatMap(({ meant, says }) => (meant === ORGANISATION ? [says] : []));

/** What in the folder is not read although it looks as if it were, a sentence each. */
export const warningsAbout = ({ contentDir, organisationFile }: ContentSources): string[] => {
  if (contentDir === null) return [];
  const second = ownFile(contentDir, ORGANISATION);
  return [
    ...unreadFiles(contentDir).map(({ says }) => says),
    ...(second !== null && second !== organisationFile
      ? [`${second} is not read, because ORGANISATION_FILE names another file. Take one of the two out.`]
      : []),
  ];
};
