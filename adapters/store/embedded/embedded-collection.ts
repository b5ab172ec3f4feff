import {
  type Collection,
  type Filter as FilterOf,
  type FindOptions as FindOptionsOf,
  type Index,
  StoreUnavailable,
  type Update as UpdateOf,
} from '../collection.ts';
import type { AppendLog } from './append-log.ts';
import { compileFence, type FenceCheck } from './compile-fence.ts';
import { compileUpdate } from './compile-update.ts';
import { deletedLine, documentLine } from './data-file.ts';
import { isDiskFull } from './folder-fault.ts';
import type { Memory, StoredDoc } from './memory.ts';
import { copyPlain, copyStored } from './plain-value.ts';
import { selectDocuments } from './select-documents.ts';

type Filter = FilterOf<StoredDoc>;
type Update = UpdateOf<StoredDoc>;
type FindOptions = FindOptionsOf<StoredDoc>;
export type Opened = { memory: Memory; log: AppendLog };
type Change<R> = { answer: R; lines: readonly string[] };

const RETRY_MS = 1000;

/**
 * One collection: documents in NeDB's memory, backed by a datafile.
 *
 * Memory changes first (only it knows the unique values), then the disk. So every answer, even to a read, waits until
 * everything it may have seen is on disk. When the disk fails, all waiting calls are rejected, the memory that ran
 * ahead is discarded, and the next call reloads what is really on disk: the store recovers when the disk does.
 */
export class EmbeddedCollection implements Collection<StoredDoc> {
  readonly #name: string;
  readonly #load: (indexes: readonly Index[]) => Promise<Opened>;
  readonly #indexes: Index[] = [];
  #fence: FenceCheck = () => undefined;
  #opened: Opened;
  #reload: Promise<Opened> | null = null;
  #retryAfter = 0;
  #closed = false;

  constructor(name: string, opened: Opened, load: (indexes: readonly Index[]) => Promise<Opened>) {
    this.#name = name;
    this.#opened = opened;
    this.#load = load;
  }

  async addIndexes(indexes: readonly Index[]): Promise<void> {
    const { memory } = this.#usable() ?? (await this.#mended());
    for (const index of indexes) await memory.addIndex(index);
    this.#indexes.push(...indexes);
  }

  /** Sets what every document must satisfy from now on. */
  setFence(fence: Filter): void {
    this.#fence = compileFence(this.#name, fence);
  }

  async insert(doc: StoredDoc): Promise<boolean> {
    const document = copyPlain(doc);
    if (typeof document._id !== 'string' || document._id === '') throw new TypeError('a document needs an _id');
    const line = documentLine(document);
    return this.#write((memory) => {
      this.#fence(document);
      const answer = memory.insert(document);
      return { answer, lines: answer ? [line] : [] };
    });
  }

  update(filter: Filter, update: Update): Promise<boolean> {
    return this.#change(filter, update, (changed) => changed !== null);
  }

  updateAndGet(filter: Filter, update: Update): Promise<StoredDoc | null> {
    return this.#change(filter, update, (changed) => changed && copyStored(changed));
  }

  get(id: string): Promise<StoredDoc | null> {
    return this.#answer(({ memory }) => {
      const found = memory.byId(id);
      return found === undefined ? null : copyStored(found);
    });
  }

  find(filter: Filter, options?: FindOptions): Promise<StoredDoc[]> {
    return this.#answer(({ memory }) => selectDocuments(memory.matching(filter), options));
  }

  count(filter: Filter): Promise<number> {
    return this.#answer(({ memory }) => memory.matching(filter).length);
  }

  remove(filter: Filter): Promise<number> {
    return this.#write((memory) => {
      const found = memory.matching(filter);
      memory.remove(found);
      return { answer: found.length, lines: found.map(({ _id }) => deletedLine(_id)) };
    });
  }

  /** Rejects with `StoreUnavailable` when the disk has failed and a reload fails too. */
  async ping(): Promise<void> {
    await this.#answer(() => undefined);
  }

  /** Resolves when the datafile holds the present documents only. */
  async purge(): Promise<void> {
    await this.#answer(({ log }) => log.compact());
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#reload?.catch(() => undefined);
    await this.#opened.log.close();
  }

  /** Updates the first matching document. `answer` is called synchronously, before anything else can change it. */
  #change<R>(filter: Filter, update: Update, answer: (changed: StoredDoc | null) => R): Promise<R> {
    return this.#write((memory) => {
      const change = compileUpdate(update);
      const [found] = memory.matching(filter);
      if (found === undefined) return { answer: answer(null), lines: [] };
      const changed = change(found);
      this.#fence(changed, found);
      const line = documentLine(changed);
      memory.change(found, changed);
      return { answer: answer(changed), lines: [line] };
    });
  }

  /** A write is one synchronous step: it changes exactly what it matched, and lines keep the order of the changes. */
  #write<R>(change: (memory: Memory) => Change<R>): Promise<R> {
    return this.#answer(({ memory, log }) => {
      const { answer, lines } = change(memory);
      if (lines.length > 0) log.append(lines.join(''));
      return answer;
    });
  }

  async #answer<R>(work: (opened: Opened) => R): Promise<R> {
    const opened = this.#usable() ?? (await this.#mended());
    try {
      return work(opened);
    } finally {
      try {
        await opened.log.settled();
      } catch (cause) {
        this.#refuse(cause);
      }
    }
  }

  /** Null when the log has failed and the datafile must be reloaded first. */
  #usable(): Opened | null {
    if (this.#closed) this.#refuse('closed');
    return this.#opened.log.hasFailed() ? null : this.#opened;
  }

  async #mended(): Promise<Opened> {
    if (this.#reload === null && Date.now() < this.#retryAfter) this.#refuse('waiting before the next reload');
    this.#reload ??= this.#loadAgain().finally(() => {
      this.#reload = null;
    });
    return this.#reload.catch((cause: unknown) => this.#refuse(cause));
  }

  async #loadAgain(): Promise<Opened> {
    this.#retryAfter = Date.now() + RETRY_MS;
    await this.#opened.log.close().catch(() => undefined);
    this.#opened = await this.#load(this.#indexes);
    return this.#opened;
  }

  #refuse(cause: unknown): never {
    const mend = isDiskFull(cause) ? ': its disk is full. Free some space.' : '';
    throw new StoreUnavailable(`the store cannot read or write ${this.#name} now${mend}`, { cause });
  }
}
