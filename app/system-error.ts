import { getSystemErrorMap } from 'node:util';

type SystemError = Error & { code: string; path?: string; syscall?: string; errno?: number };

/** Whether the operating system refused something, rather than our own code. */
export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && 'errno' in error && typeof error.code === 'string';

/** Why a file or folder cannot be written, with the mend, in words that follow its path; null for other errors. */
export const whyNotWritten = (error: unknown): string | null => {
  if (!isSystemError(error)) return null;
  return NOT_WRITTEN[error.code] ?? `cannot be written (${whatWentWrong(error)}). Check the path and its disk.`;
};

/** Why a file cannot be read, with the mend, in words that follow its path; null for other errors. */
export const whyNotRead = (error: unknown): string | null => {
  if (!isSystemError(error)) return null;
  return NOT_READ[error.code] ?? `cannot be read (${whatWentWrong(error)}). Check the path and its disk.`;
};

const NOT_TO_READ = 'may not be read by the user who runs this. Give that user the right to read it.';

const NOT_READ: Readonly<Record<string, string>> = {
  ENOENT: 'is not there. Check the path.',
  EACCES: NOT_TO_READ,
  EPERM: NOT_TO_READ,
  EISDIR: 'is a folder. Give the path of a file.',
  ENOTDIR: 'lies below something that is no folder. Check the path.',
};

const NO_RIGHT = 'may not be written by the user who runs this. Give that user the right, or take another folder.';
const FULL = 'does not fit: the disk is full. Free some space, or take another folder.';
const NO_FOLDER = 'lies below something that is no folder. Move it, or take another folder.';

const NOT_WRITTEN: Readonly<Record<string, string>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: 'is on a disk that can only be read. Take another folder.',
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  EISDIR: 'is a folder, but is to be a file. Move it, or take another folder.',
  ENOENT: 'leads through a link to nowhere, or to where no folders can be made. Take another folder.',
  ELOOP: 'leads through a link that goes round. Take another folder.',
  ENAMETOOLONG: 'is longer than names may be on this disk. Take a shorter one.',
};

/** A refusal of the operating system that nobody put into words of their own. Holds a path, but never what was written. */
export const systemErrorInWords = (error: SystemError): string => {
  const what = error.path ?? error.syscall ?? 'the operating system';
  return `${what}: ${whatWentWrong(error)}. Check the path, the rights on it, and its disk.`;
};

/** The operating system's own words and code, such as "no space left on device, ENOSPC". */
export const whatWentWrong = ({ code, errno }: SystemError): string => {
  const [, description] = getSystemErrorMap().get(errno ?? 0) ?? [];
  return description === undefined ? code : `${description}, ${code}`;
};
