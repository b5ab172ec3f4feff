import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MendableError } from '../../bot/mendable-error.ts';
import { examplesSchema, type NamedExample } from '../../bot/routing/examples.ts';
import { isNamed } from '../read-ordinary-file.ts';
import { type ContentSources, OWN_EXAMPLES } from './content-sources.ts';
import { type ContentFile, readContentFile } from './read-content-file.ts';

/** The municipality's own examples: each was read by an administrator. The file may be missing. */
export type ExamplesFile = ContentFile & { path: URL; folder: URL };

const inProgram = (folder: URL): ExamplesFile => ({
  name: `content/${OWN_EXAMPLES}`,
  path: new URL(OWN_EXAMPLES, folder),
  folder,
  ifMissing: 'Put it back, or take it away altogether.',
});

const inOwnFolder = (contentDir: string): ExamplesFile => ({
  ...inProgram(pathToFileURL(`${resolve(contentDir)}/`)),
  name: join(contentDir, OWN_EXAMPLES),
});

/** The file to which examples are added: in `CONTENT_DIR`, or among the files that come with Sammen. */
export const ownExamplesFile = ({ contentDir }: ContentSources, folder: URL): ExamplesFile =>
  contentDir === null ? inProgram(folder) : inOwnFolder(contentDir);

/** The files of examples that there are. */
export const ownExamplesFiles = (sources: ContentSources, folder: URL): ExamplesFile[] => {
  const files = new Map([inProgram(folder), ownExamplesFile(sources, folder)].map((file) => [file.path.href, file]));
  return [...files.values()].filter(({ path }) => isNamed(path));
};

/** Reads both files, because the one beside Sammen's own may be older than `CONTENT_DIR`. @throws ContentFault */
export const readOwnExamples = (sources: ContentSources, folder: URL): readonly NamedExample[] => {
  const all = ownExamplesFiles(sources, folder).flatMap((file) =>
    readContentFile(file, examplesSchema, { hasLines: true }),
  );
  // The one that was added last, where both have it.
  return [...new Map(all.map((example) => [example.id, example])).values()];
};

/** The file of examples cannot be written. */
class NotWritten extends MendableError {
  override readonly name = 'NotWritten';
}

/**
 * Adds examples to the municipality's file. What stands there stays as it is; a crash leaves the file as it was.
 * @throws NotWritten
 */
export const addOwnExamples = (file: ExamplesFile, added: readonly NamedExample[]): void => {
  const { path } = file;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = added.map((example) => `${JSON.stringify(example)}\n`).join('');
  replaceExamples(file, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines}`);
};

/** Writes the whole file; a crash leaves it as it was. @throws NotWritten */
export const replaceExamples = ({ name, path, folder }: ExamplesFile, content: string): void => {
  const draft = new URL(`examples.${randomBytes(6).toString('hex')}.tmp`, folder);
  try {
    const handle = openSync(draft, 'wx');
    try {
      writeSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new NotWritten(
      `${name} cannot be written (${code}), and nothing was changed. Give the user who runs this the right to write in that folder, or change its lines by hand.`,
    );
  }
};
