import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../adapters/store/embedded/make-folder.ts';
import { MendableError } from '../../bot/mendable-error.ts';
import { envLine } from '../settings/env-file.ts';
import { whyNotWritten } from '../system-error.ts';
import { type Answers, organisationIn, settingsIn } from './answers.ts';

/** A file of `init` is there already, or cannot be written. */
class NotInitialised extends MendableError {
  override readonly name = 'NotInitialised';
}

const SECRET_BYTES = 32;
/** For whoever runs Sammen only: it holds secrets. */
const CLOSED = 0o600;
/** The service may run as another user than the one that asked for the files. */
const OPEN = 0o644;
const OPEN_FOLDER = 0o755;

export type Files = { settings: string; organisation: string };

export const filesIn = (folder: string): Files => ({
  settings: join(resolve(folder), '.env'),
  organisation: join(resolve(folder), 'organisation.json'),
});

/** @throws NotInitialised where a file is there, unless it may be overwritten */
export const refuseToOverwrite = (files: Files, overwrite: boolean): void => {
  const there = Object.values(files).filter((path) => existsSync(path));
  if (there.length > 0 && !overwrite)
    throw new NotInitialised(
      `${there.join(' and ')} ${there.length === 1 ? 'is' : 'are'} there already, and nothing was changed. Move what you want to keep, name another --folder, or say --overwrite. A new SECRET locks out a store that was made with the old one.`,
    );
};

/** Writes both files, each whole or not at all. @throws NotInitialised when the folder cannot be written */
export const writeFiles = async (answers: Answers, { settings, organisation }: Files): Promise<void> => {
  const made = answers.get('chat') === 'none' ? [] : ['SECRET', 'ANONYMITY_KEY', 'METRICS_TOKEN'];
  const lines = [
    '# Settings of Sammen, written by "init". Keep this file secret, and back it up: without SECRET and ANONYMITY_KEY',
    '# nobody can go on with the store.',
    ...Object.entries(settingsIn(answers)).map(([name, value]) =>
      // Sammen may be started in another folder, and would make a second store there.
      lineOf(name, name === 'DATA_DIR' ? resolve(dirname(settings), value) : value),
    ),
    lineOf('ORGANISATION_FILE', organisation),
    ...made.map((name) => lineOf(name, randomBytes(SECRET_BYTES).toString('base64url'))),
  ];
  try {
    await makeFolder(dirname(settings), OPEN_FOLDER);
    await replace(organisation, `${JSON.stringify(organisationIn(answers), null, 2)}\n`, OPEN);
    await replace(settings, `${lines.join('\n')}\n`, CLOSED);
  } catch (error) {
    const why = whyNotWritten(error);
    if (why === null) throw error;
    throw new NotInitialised(`${settings} ${why} --folder names it.`, { cause: error });
  }
};

/** @throws NotInitialised for a path with every kind of quote in it; answers were asked for again */
const lineOf = (name: string, value: string): string => {
  const line = envLine(name, value);
  if (line === null)
    throw new NotInitialised(
      `${name} holds every kind of quote, and cannot be written into .env. Name another --folder.`,
    );
  return line;
};

const replace = async (path: string, text: string, mode: number): Promise<void> => {
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, text, { mode, flag: 'wx' });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
};
