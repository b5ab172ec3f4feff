import { createReadStream } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** A list of a hundred thousand people has about 20 MB. */
const MAX_INPUT_MEGABYTES = 200;

/**
 * Reads a file that somebody gives to a command, also a pipe such as `<(…)`, but nothing without an end.
 * @throws UsageError when it is too large, and the file system's error
 */
export const readInput = async (file: string, maxMegabytes = MAX_INPUT_MEGABYTES): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of createReadStream(file)) {
    bytes += part.length;
    if (bytes > maxMegabytes * 1e6)
      throw new UsageError(`${file} is larger than ${maxMegabytes} MB. Check that it is the right file.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
};
