import type { z } from 'zod';
import { CONTENT_FILES, type ContentName, hasLines, isFilled } from './content-files.ts';
import { type ContentSources, ownFile } from './content-sources.ts';
import { type ContentFile, jsonIn, readContentFile } from './read-content-file.ts';

export const CONTENT_FOLDER = new URL('../../content/', import.meta.url);

/** What stands in each file, as it is read. */
type Parsed = { [Name in ContentName]: z.output<(typeof CONTENT_FILES)[Name]> };
const SCHEMAS: { [Name in ContentName]: z.ZodType<Parsed[Name]> } = CONTENT_FILES;

export type ContentReader = {
  /** Reads a municipality's own file, or else the one that comes with Sammen; once. @throws ContentFault */
  read<Name extends ContentName>(name: Name): Parsed[Name];
};

/** @param warn hears what an own file says that this Sammen does not know */
export const createContentReader = (
  sources: ContentSources,
  folder: URL,
  warn: (sentence: string) => void,
): ContentReader => {
  const readOnce: Partial<Parsed> = {};
  const readNow = <Name extends ContentName>(name: Name): Parsed[Name] => {
    const [shipped, path] = [shippedFile(name, folder), ownPath(name, sources)];
    const form = { hasLines: hasLines(name) };
    if (path === null) return readContentFile(shipped, SCHEMAS[name], form);
    const file = name === 'organisation.json' ? ownOrganisation(path) : ownIn(path);
    const own = { warn, ...(isFilled(name) ? { defaults: jsonIn(shipped) } : {}) };
    return readContentFile(file, SCHEMAS[name], { ...form, own });
  };
  return {
    read: (name) => {
      const before = readOnce[name];
      if (before !== undefined) return before;
      const now = readNow(name);
      readOnce[name] = now;
      return now;
    },
  };
};

const ownPath = (name: ContentName, { organisationFile, contentDir }: ContentSources): string | null =>
  name === 'organisation.json' ? organisationFile : ownFile(contentDir, name);

const shippedFile = (name: string, folder: URL): ContentFile => ({
  name: `content/${name}`,
  path: new URL(name, folder),
  ifMissing: 'Put the file there; the one that comes with Sammen is a good start.',
});

/** Faults name a municipality's own file as the operator wrote it. */
const ownIn = (path: string): ContentFile => ({
  name: path,
  path,
  ifMissing: 'Put it back, or take it out of CONTENT_DIR altogether.',
});

export const ownOrganisation = (path: string): ContentFile => ({
  name: path,
  path,
  ifMissing: 'Give the path of your own file in ORGANISATION_FILE.',
});
