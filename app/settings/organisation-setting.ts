import { ContentFault } from '../../bot/content/content-fault.ts';
import { organisationSchema } from '../../bot/organisation.ts';
import { ownOrganisation } from '../content/content-reader.ts';
import { contentSourcesIn, misspeltOrganisation } from '../content/content-sources.ts';
import { readContentFile } from '../content/read-content-file.ts';
import type { Given } from './given.ts';
import { withoutInventedValues } from './invented-values.ts';

/**
 * The path of the municipality's own file; null when it is not set, which the sandbox alone allows. Adds every fault in
 * the file and, outside the sandbox, every value in it that is invented.
 */
export const organisationSetting = (given: Given, sandbox: boolean, faults: string[]): string | null => {
  const { organisationFile: path, contentDir } = contentSourcesIn(given);
  if (path === null) {
    if (!sandbox)
      faults.push(
        ...misspeltOrganisation(contentDir),
        'ORGANISATION_FILE is missing. Copy content/organisation.json, write your own name, numbers and hours into the copy, and give its path. The file that comes with Sammen is invented.',
      );
    return null;
  }
  const schemas = sandbox ? [organisationSchema] : [organisationSchema, withoutInventedValues];
  // A file that cannot be read has the same fault twice.
  faults.push(...new Set(schemas.flatMap((schema) => faultsIn(path, schema))));
  return path;
};

const faultsIn = (path: string, schema: Parameters<typeof readContentFile>[1]): readonly string[] => {
  try {
    // What it does not know is told when all content is loaded.
    readContentFile(ownOrganisation(path), schema, { own: { warn: () => undefined } });
    return [];
  } catch (error) {
    if (error instanceof ContentFault) return error.faults;
    throw error;
  }
};
