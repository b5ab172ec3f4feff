import { fstatSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../collection.ts';
import { readDocuments } from './data-file.ts';
import { findDataFiles } from './find-data-files.ts';
import type { StoredDoc } from './memory.ts';

const TRIES = 400;
const PAUSE_MS = 5;

type Held = { name: string; file: string; handle: FileHandle; size: number };

/**
 * Reads all datafiles as they stood at one moment, also while the bot writes: what a crash at that moment would have left.
 * Files only grow, or are replaced by new ones. So when none has between two looks, all had these sizes in between, and what
 * is read up to there later is the same.
 * @param opened a test does here what another process may do at this time
 * @throws DamagedStore, StoreUnavailable
 */
export const readTogether = async (
  folder: string,
  opened: () => Promise<void> = async () => undefined,
): Promise<Map<string, StoredDoc[]>> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const held = await holdFiles(folder);
    try {
      await opened();
      if (held !== null && (await isOneMoment(folder, held))) return await readHeld(held);
    } finally {
      for (const { handle } of held ?? []) await handle.close();
    }
    await sleep(PAUSE_MS);
  }
  throw new StoreUnavailable(`the store in ${folder} is written to without a pause. Try again when less happens.`);
};

/** Opens all files; null when one was replaced meanwhile. */
const holdFiles = async (folder: string): Promise<Held[] | null> => {
  const held: Held[] = [];
  try {
    for (const [name, file] of await findDataFiles(folder))
      held.push({ name, file, handle: await open(file, 'r'), size: 0 });
  } catch (error) {
    for (const { handle } of held) await handle.close();
    if (isGone(error)) return null;
    throw error;
  }
  for (const one of held) one.size = fstatSync(one.handle.fd).size;
  return held;
};

const isOneMoment = async (folder: string, held: readonly Held[]): Promise<boolean> => {
  const isUnchanged = ({ file, handle, size }: Held): boolean => {
    const now = statOf(file);
    return now !== null && now.size === size && now.ino === fstatSync(handle.fd).ino;
  };
  if (!held.every(isUnchanged)) return false;
  const files = await findDataFiles(folder);
  return files.size === held.length && held.every(({ name, file }) => files.get(name) === file);
};

const statOf = (file: string): Stats | null => statSync(file, { throwIfNoEntry: false }) ?? null;

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readHeld = async (held: readonly Held[]): Promise<Map<string, StoredDoc[]>> => {
  const contents = new Map<string, StoredDoc[]>();
  for (const { name, file, handle, size } of held) {
    const bytes = Buffer.alloc(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(bytes, at, size - at, at);
      if (bytesRead === 0) throw new Error(`${file} became shorter`);
      at += bytesRead;
    }
    contents.set(name, readDocuments(bytes, file));
  }
  return contents;
};
