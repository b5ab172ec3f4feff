import type { Deed } from '../audit/deed.ts';
import type { AdminLog, AuditEntry } from '../audit/port.ts';
import type { PersonId } from '../ids.ts';
import { reply } from '../messages/reply.ts';
import { hasRole, nameOf, type Person } from '../people/person.ts';
import { type Changed, once } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import type { AccessCommand } from './command.ts';
import type { AdminDeps } from './deps.ts';

/** `operator`: the server's user who typed a command, or the setting that did it. */
type Doer = { as: 'person'; name: string } | { as: 'erased' } | { as: 'operator'; user: string };

/** `about` is null when it is about nobody, or about somebody who was erased. */
export type AccessLine = {
  at: Date;
  by: Doer;
  did: Deed;
  about: string | null;
  case: number | null;
  detail: string | null;
};

/** Who changed something with a role, or looked at what only few may see; newest first. `from`: how many came before. */
export type AccessLogNotice = { kind: 'access-log'; now: Date; lines: AccessLine[]; from: number; more: boolean };

type NamesDeps = Pick<AdminDeps, 'people'>;

/** Lines on one card, short enough for a phone. */
const PER_CARD = 10;

export const accessLogNotice = async (
  from: number,
  deps: NamesDeps & Pick<AdminDeps, 'clock'> & { adminLog: Pick<AdminLog, 'newest'> },
): Promise<AccessLogNotice> => {
  const entries = (await deps.adminLog.newest(from + PER_CARD + 1)).slice(from);
  const lines: AccessLine[] = [];
  for (const entry of entries.slice(0, PER_CARD)) lines.push(await lineOf(entry, deps));
  return { kind: 'access-log', now: deps.clock(), lines, from, more: entries.length > PER_CARD };
};

/** An entry with names, as they are now. */
export const lineOf = async (entry: AuditEntry, deps: NamesDeps): Promise<AccessLine> => {
  const { at, did, detail } = entry;
  return {
    at,
    by: await doerOf(entry, deps),
    did,
    about: await nameNow(entry.about, deps),
    case: entry.case ?? null,
    detail,
  };
};

const doerOf = async ({ by, operator }: AuditEntry, deps: NamesDeps): Promise<Doer> => {
  if (by === null) return { as: 'operator', user: operator ?? '' };
  const name = await nameNow(by, deps);
  return name === null ? { as: 'erased' } : { as: 'person', name };
};

const nameNow = async (id: PersonId | null, { people }: NamesDeps): Promise<string | null> =>
  id === null ? null : nameOf(await people.get(id));

/** Shows more of the log to HR and admins. @throws Refusal only-hr */
export const pressAccessLog = async (
  { from }: AccessCommand,
  person: Person,
  receipt: string,
  deps: Pick<AdminDeps, 'people' | 'clock' | 'adminLog' | 'outbox' | 'receipts'>,
): Promise<Changed> => {
  const now = await deps.people.get(person._id);
  if (now === null || !hasRole(now, 'hr', 'admin')) throw new Refusal('only-hr');
  const show = async () => reply(await accessLogNotice(from, deps), now, receipt, deps);
  return once(receipt, deps, show, 'shows');
};
