import type { Deed } from './deed.ts';
import type { AdminLog, AuditEntry } from './port.ts';

declare const deed: unique symbol;

/**
 * Proof that the log of access says so already. Whatever gives such data asks for it, so nobody can give the data and
 * forget the log. Only `record` makes it.
 */
export type Recorded<D extends Deed> = { readonly [deed]: D };

/** Writes a line to the log of access, before the data is given. @throws what the store throws; then nothing is given */
export const record = async <D extends Deed>(
  log: Pick<AdminLog, 'add'>,
  id: string,
  entry: AuditEntry & { did: D },
): Promise<Recorded<D>> => {
  await log.add(id, entry);
  return {} as Recorded<D>;
};
