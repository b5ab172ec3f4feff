import { mkdtemp, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BackupContents, BackupFault } from '../adapters/store/embedded/backup-form.ts';
import { openEmbedded } from '../adapters/store/embedded/open-embedded.ts';
import { readBackup } from '../adapters/store/embedded/read-backup.ts';
import { hasDataFiles } from '../adapters/store/embedded/read-copy.ts';
import { type FormerStore, readFormerStore } from '../adapters/store/embedded/read-former-store.ts';
import { replaceStore } from '../adapters/store/embedded/settle-restore.ts';
import { addErasures } from '../adapters/store/erasures.ts';
import { MIGRATIONS } from '../adapters/store/migrations.ts';
import type { Secrets } from '../adapters/store/store-keys.ts';
import { openStore } from './open-store.ts';

type Kind = 'sandbox' | 'real';
type Wanted = {
  /** DATA_DIR. */
  home: string;
  kind: Kind;
  secrets: Secrets;
  /** Whether a store that is there may be replaced. */
  replace: boolean;
  onwards(done: number, total: number): void;
  /** Notes in the log of access that the store is about to be replaced; when it throws, nothing is changed. */
  record(): Promise<unknown>;
};

export type Restored = {
  contents: BackupContents;
  /** The ids in the register of the former store that were erased after the backup was made. */
  toRepeat: number;
};

/**
 * Puts a backup in the place of the store in a folder, all or nothing. The new store is read, checked, opened and migrated
 * beside the old one, and is given the register of erasures of the old one.
 * @throws BackupFault, StoreInUse, WrongStore, SecretsDoNotFit; then nothing was changed
 */
export const restoreBackup = async (file: string, wanted: Wanted): Promise<Restored> => {
  const home = resolve(wanted.home);
  const wasThere = (await stat(home).catch(() => null)) !== null;
  try {
    return await replaceStore(home, async (folder) => {
      const former = await readFormerStore(home);
      if (former !== null) refuseToReplace(former, home, wanted);
      const { kind, onwards } = wanted;
      const contents = await readBackup(file, folder, { check: (found) => refuseOther(found, kind, file), onwards });
      const toRepeat = await tryOut(folder, former?.erasures ?? [], wanted);
      await wanted.record();
      return { contents, toRepeat };
    });
  } catch (error) {
    if (!wasThere) await rmdir(home).catch(() => undefined);
    throw error;
  }
};

/**
 * Tries a backup without changing the store: unpacks it into a temporary folder, checks all of it, opens and migrates it
 * there, and takes the folder away. `former`: the store that it would replace. @throws what `restoreBackup` throws
 */
export const rehearseRestore = async (
  file: string,
  { home, kind, secrets, onwards }: Pick<Wanted, 'home' | 'kind' | 'secrets' | 'onwards'>,
): Promise<Restored & { former: FormerStore | null }> => {
  const former = (await hasDataFiles(resolve(home))) ? await readFormerStore(resolve(home)) : null;
  if (former !== null) refuseToReplace(former, home, { kind, replace: true });
  const folder = await mkdtemp(join(tmpdir(), 'sammen-restore-'));
  try {
    const contents = await readBackup(file, folder, { check: (found) => refuseOther(found, kind, file), onwards });
    return { contents, toRepeat: await tryOut(folder, former?.erasures ?? [], { kind, secrets }), former };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const KINDS = { sandbox: 'a sandbox with made-up people', real: 'a real Sammen' } as const;

const refuseToReplace = (
  { kind, cases }: { kind: Kind | null; cases: number | null },
  home: string,
  wanted: Pick<Wanted, 'kind' | 'replace'>,
): void => {
  if (kind !== null && kind !== wanted.kind)
    throw new BackupFault(
      `${home} holds the store of ${KINDS[kind]}, and these settings are those of ${KINDS[wanted.kind]}. Nothing was changed. Check DATA_DIR and SANDBOX.`,
    );
  if (!wanted.replace)
    throw new BackupFault(
      `${home} holds a store already${cases === null ? '' : `, with ${cases} ${cases === 1 ? 'case' : 'cases'}`}. Nothing was changed. With --replace the backup takes its place, and what was stored there since is lost; "backup FILE" keeps it.`,
    );
};

const refuseOther = ({ kind, version }: BackupContents, wanted: Kind, file: string): void => {
  if (kind !== wanted)
    throw new BackupFault(
      `${file} is the backup of ${KINDS[kind]}, and these settings are those of ${KINDS[wanted]}. Nothing was changed. Check the path, and SANDBOX.`,
    );
  if (version > (MIGRATIONS.at(-1)?.to ?? 1))
    throw new BackupFault(
      `${file} was made by a newer version of Sammen. Nothing was changed. Restore it with that one.`,
    );
};

/** Opens the new store as the next start will, so that whatever keeps it from opening shows now. */
const tryOut = async (
  folder: string,
  erasures: Parameters<typeof addErasures>[1],
  { kind, secrets }: Pick<Wanted, 'kind' | 'secrets'>,
): Promise<number> => {
  const database = await openEmbedded(folder);
  try {
    await openStore(database, kind, [], secrets);
    return await addErasures(database, erasures);
  } finally {
    await database.close();
  }
};
