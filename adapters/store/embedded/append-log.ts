import { open } from 'node:fs/promises';
import { setImmediate as thisTurnIsOver } from 'node:timers/promises';
import { documentLine } from './data-file.ts';
import type { Disk } from './disk.ts';
import type { Fields } from './plain-value.ts';

/** Appends to one datafile. After a failure it writes nothing more: open another. */
export type AppendLog = {
  append(line: string): void;
  /** Rewrites the file from memory when something was appended since; `settled` waits for it. */
  compact(): void;
  /** Resolves when everything appended so far survives a power loss; rejects when it may not. */
  settled(): Promise<void>;
  hasFailed(): boolean;
  close(): Promise<void>;
};

const CHUNK_CHARACTERS = 1 << 20;
// The file is compacted when it has grown by at least this much and to twice its compact size.
const GROWTH_BYTES = 32 << 20;

function* chunksOf(documents: readonly Fields[]): Generator<string> {
  let chunk = '';
  for (const document of documents) {
    chunk += documentLine(document);
    if (chunk.length > CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}

/**
 * Rewrites the file from the documents in memory (which also flushes what a killed process left unflushed) and opens
 * it for appending. Lines that wait for the disk share one write and one datasync.
 */
export const openLog = async (
  file: string,
  disk: Disk,
  documents: () => readonly Fields[],
  growth = GROWTH_BYTES,
): Promise<AppendLog> => {
  const renew = async () => {
    const size = await disk.replace(file, chunksOf(documents()));
    return { handle: await open(file, 'a', 0o600), size, grown: 0 };
  };
  let current = await renew();
  let failed = false;
  let gathering: string[] | null = null;
  let tail: Promise<void> = Promise.resolve();

  const then = (step: () => Promise<void>): void => {
    tail = tail.then(step);
    // Everybody who awaits `tail` sees the rejection. This handler keeps it from ending the process when nobody does.
    tail.catch(() => {
      failed = true;
    });
  };
  const commit = async (): Promise<void> => {
    // Other writes of this event loop iteration join the same commit.
    await thisTurnIsOver();
    const bytes = Buffer.from((gathering ?? []).join(''));
    gathering = null;
    await disk.append(current.handle, bytes);
    await disk.flush(current.handle);
    current.grown += bytes.length;
  };
  const compact = async (): Promise<void> => {
    // Windows replaces no open file.
    await current.handle.close();
    // Memory may be ahead of the lines still gathering. Each line is a whole document, so writing it twice is harmless.
    current = await renew();
  };

  return {
    append: (line) => {
      if (gathering !== null) {
        gathering.push(line);
        return;
      }
      if (current.grown > Math.max(growth, current.size)) then(compact);
      gathering = [line];
      then(commit);
    },
    compact: () => {
      // Looked at in its turn: a commit that is under way has not been counted yet.
      then(async () => {
        if (current.grown > 0) await compact();
      });
    },
    settled: () => tail,
    hasFailed: () => failed,
    close: async () => {
      await tail.catch(() => undefined);
      await current.handle.close();
    },
  };
};
