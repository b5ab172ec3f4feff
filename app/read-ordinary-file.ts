import { closeSync, constants, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { devNull } from 'node:os';

/** Why a path is not read, beside the codes of the file system. */
type UnfitCode = 'NO_ORDINARY_FILE' | 'TOO_LARGE' | 'LINK_TO_NOWHERE';

/** The path leads to something that Sammen does not read. `code` says why, as in the file system's own errors. */
class UnfitFile extends Error {
  override readonly name = 'UnfitFile';
  readonly code: UnfitCode | 'EISDIR';
  constructor(code: UnfitCode | 'EISDIR') {
    super(code);
    this.code = code;
  }
}

/** A pipe that the shell opened for us: `<(…)` or `/dev/stdin`. Its writer is there. */
const HANDED_OVER = /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/;
const PART_BYTES = 65_536;

/**
 * Reads a file of a known upper size. A pipe without a writer would be waited for, and a device such as /dev/zero read
 * for ever, so neither is opened. Only a pipe that the shell handed over is read, to its end,
 * and /dev/null, which is how one says "no file".
 * @throws UnfitFile, or the file system's error; both have a `code`
 */
export const readOrdinaryFile = (path: URL | string, maxBytes: number): Buffer => {
  if (path === devNull) return Buffer.alloc(0);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined && isNamed(path)) throw new UnfitFile('LINK_TO_NOWHERE');
  if (found?.isDirectory()) throw new UnfitFile('EISDIR');
  const isHanded = found?.isFIFO() === true && HANDED_OVER.test(String(path));
  if (found?.isFile() === false && !isHanded) throw new UnfitFile('NO_ORDINARY_FILE');
  const file = openSync(path, constants.O_RDONLY | (isHanded ? 0 : (constants.O_NONBLOCK ?? 0)));
  try {
    // Some files of the system hold more than their size says.
    const bytes = Buffer.alloc(Math.min(found?.size || PART_BYTES, maxBytes) + 1);
    const parts: Buffer[] = [];
    for (let total = 0; ; ) {
      const count = readSync(file, bytes);
      if (count === 0) return Buffer.concat(parts);
      total += count;
      if (total > maxBytes) throw new UnfitFile('TOO_LARGE');
      parts.push(Buffer.from(bytes.subarray(0, count)));
    }
  } finally {
    closeSync(file);
  }
};

/** Whether something has this name, be it a link to nowhere, which `existsSync` does not see. */
export const isNamed = (path: URL | string): boolean => {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
};

/** The code of any error of the file system, or of `readOrdinaryFile`. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
