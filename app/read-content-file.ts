import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ContentFault } from '../bot/content/content-fault.ts';
import { parseContent } from '../bot/content/parse-content.ts';

/** A file that a municipality edits. */
export type ContentFile = {
  /** As whoever runs Sammen knows it; every fault begins with it. */
  name: string;
  path: URL | string;
  /** How to mend it when no file is there. */
  ifMissing: string;
};

/** Reads a whole file; it may begin with a byte order mark. @throws ContentFault */
export const readContentFile = <Schema extends z.ZodType>(file: ContentFile, schema: Schema): z.output<Schema> =>
  parseContent(file.name, decode(file.name, bytesOf(file)), schema);

const bytesOf = ({ name, path, ifMissing }: ContentFile): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ContentFault([`${name} ${whyNotRead(code, ifMissing)}`]);
  }
};

const whyNotRead = (code: string, ifMissing: string): string => {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `is missing. ${ifMissing}`;
    case 'EISDIR':
      return `is a folder. ${ifMissing}`;
    case 'EACCES':
    case 'EPERM':
      return 'may not be read. Give the user that Sammen runs as the right to read it.';
    default:
      return `cannot be read (${code}). Check the file and the disk it is on.`;
  }
};

const LINE_FEED = 0x0a;

const decode = (name: string, bytes: Buffer): string => {
  const text = textIn(bytes);
  if (text !== null) return text;
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start) + 1 || bytes.length;
    if (textIn(bytes.subarray(start, end)) === null) break;
    start = end;
  }
  throw new ContentFault([
    `${name}, line ${line}: the letters are not UTF-8. Save the file with the encoding UTF-8, and check æ, ø and å.`,
  ]);
};

/** A line feed is never part of another letter in UTF-8, so a text may be decoded line by line. */
const textIn = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
