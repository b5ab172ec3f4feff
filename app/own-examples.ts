import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { MendableError } from '../bot/mendable-error.ts';
import { examplesSchema, type NamedExample } from '../bot/routing/examples.ts';
import { type ContentFile, readContentLines } from './read-content-file.ts';

/** The municipality's own examples: each was read by an administrator. The file may be missing. */
export const ownExamplesFile = (folder: URL): ContentFile & { path: URL } => ({
  name: 'content/examples.ndjson',
  path: new URL('examples.ndjson', folder),
  ifMissing: 'Put it back, or take it away altogether.',
});

/** @throws ContentFault with every fault of the file */
export const readOwnExamples = (folder: URL): readonly NamedExample[] => {
  const file = ownExamplesFile(folder);
  return existsSync(file.path) ? readContentLines(file, examplesSchema) : [];
};

/** The file of examples cannot be written. */
class NotWritten extends MendableError {
  override readonly name = 'NotWritten';
}

/**
 * Adds examples to the municipality's file. What stands there stays as it is; a crash leaves the file as it was.
 * @throws NotWritten
 */
export const addOwnExamples = (folder: URL, added: readonly NamedExample[]): void => {
  const { name, path } = ownExamplesFile(folder);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = added.map((example) => `${JSON.stringify(example)}\n`).join('');
  const draft = new URL(`examples.${randomBytes(6).toString('hex')}.tmp`, folder);
  try {
    const handle = openSync(draft, 'wx');
    try {
      writeSync(handle, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines}`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new NotWritten(
      `${name} cannot be written (${code}), and nothing was added. Give the user who runs this the right to write in that folder, or add the lines that "examples" prints by hand.`,
    );
  }
};
