import { MendableError } from '../../../bot/mendable-error.ts';

/** The folder of the embedded store cannot be used. */
class FolderNotUsable extends MendableError {
  override readonly name = 'FolderNotUsable';
}

const OTHER = 'or set DATA_DIR to another folder.';

/** An error of the file system in words, where an operator can mend it; else as it is. */
export const folderFault = (error: unknown, folder: string): unknown => {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EACCES':
    case 'EPERM':
      return new FolderNotUsable(
        `${placeOf(error, folder)} may not be read or written by the user that Sammen runs as. Give that user the right, ${OTHER}`,
        { cause: error },
      );
    case 'EROFS':
      return new FolderNotUsable(
        `${placeOf(error, folder)} is on a disk that can only be read. Mount it for writing, ${OTHER}`,
        { cause: error },
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new FolderNotUsable(
        `${folder} is to be a folder, but it, or a part of its path, is a file. Move that file, ${OTHER}`,
        { cause: error },
      );
    case 'EISDIR':
      return new FolderNotUsable(
        `${placeOf(error, folder)} is a folder where a file of the store is to be. Move it, ${OTHER}`,
        { cause: error },
      );
    case 'ELOOP':
    case 'ENOENT':
      return new FolderNotUsable(
        `${folder} cannot be made: it leads through a link to nowhere, or to where no folders can be. Make the folder yourself, ${OTHER}`,
        { cause: error },
      );
    case 'ENAMETOOLONG':
      return new FolderNotUsable(
        `${folder} is longer than names may be on this disk. Give a shorter one in DATA_DIR.`,
        {
          cause: error,
        },
      );
    case 'EMFILE':
    case 'ENFILE':
      return new FolderNotUsable(
        `This system lets Sammen open too few files for the store in ${folder}. Raise the limit (ulimit -n, or LimitNOFILE) to 1024 or more.`,
        { cause: error },
      );
    default:
      return isDiskFull(error)
        ? new FolderNotUsable(
            `The disk of ${folder} is full. Free some space, and start again; what was stored is safe.`,
            { cause: error },
          )
        : error;
  }
};

export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

/** The path that the error names. */
const placeOf = (error: unknown, folder: string): string =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : folder;

/** Does work in the folder of the store. @throws FolderNotUsable */
export const inFolder = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw folderFault(error, folder);
  }
};
