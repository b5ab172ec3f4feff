import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { ContentFault } from '../../bot/content/content-fault.ts';
import { listOfLines, type OwnFile, parseContent } from '../../bot/content/parse-content.ts';
import { codeOf, readOrdinaryFile } from '../read-ordinary-file.ts';

/** A file that a municipality edits. */
export type ContentFile = {
  /** The name the operator knows; every fault begins with it. */
  name: string;
  path: URL | string;
  /** What to do when the file is missing. */
  ifMissing: string;
};

/** Twenty times the largest shipped file. The checks look at every letter, and a file of any size would exhaust them. */
const MAX_CONTENT_MEGABYTES = 4;

export type Reading = {
  /** The file holds a JSON value on each line. */
  hasLines?: boolean;
  /** It is a municipality's own. */
  own?: OwnFile;
};

/** Reads and checks a file, which may begin with a byte order mark. @throws ContentFault */
export const readContentFile = <T>(
  file: ContentFile,
  schema: z.ZodType<T>,
  { hasLines = false, own }: Reading = {},
): T => {
  const text = decode(file.name, bytesOf(file));
  return parseContent(file.name, hasLines ? listOfLines(text) : text, schema, own);
};

/** Reads a file without checking more than that it is JSON. @throws ContentFault */
export const jsonIn = (file: ContentFile): unknown =>
  parseContent(file.name, decode(file.name, bytesOf(file)), z.unknown());

const bytesOf = ({ name, path, ifMissing }: ContentFile): Buffer => {
  try {
    return readOrdinaryFile(path, MAX_CONTENT_MEGABYTES * 1e6);
  } catch (error) {
    throw new ContentFault([`${name} ${whyNotRead(codeOf(error), ifMissing)}`]);
  }
};

const TOO_LARGE = `is larger than ${MAX_CONTENT_MEGABYTES} MB. Check that it is the right file, and take out what does not belong in it.`;

const whyNotRead = (code: string, ifMissing: string): string => {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `is missing. ${ifMissing}`;
    case 'LINK_TO_NOWHERE':
      return `is a link to a file that is not there. ${ifMissing}`;
    case 'NO_ORDINARY_FILE':
      return `is a pipe, a device or something else that is no ordinary file. ${ifMissing}`;
    case 'TOO_LARGE':
      return TOO_LARGE;
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

/**
 * Null when the bytes are not UTF-8. A line feed is never part of another letter, so lines can be decoded one by one.
 */
const textIn = (bytes: Buffer): string | null => (isUtf8(bytes) ? withoutMark(bytes.toString('utf8')) : null);

/** Editors on Windows begin a file with a byte order mark. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');
