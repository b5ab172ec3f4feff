import type { Database } from '../../adapters/store/collection.ts';
import { openHolds } from '../../adapters/store/holds.ts';
import { openStuckMessages } from '../../adapters/store/stuck-messages.ts';
import type { StuckMessage } from '../../bot/messages/stuck.ts';
import { DAY, HOUR, MINUTE } from '../../bot/time/units.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import type { Terminal, Work } from './command.ts';
import { withStore } from './with-store.ts';

/**
 * Lists the messages that did not go out, without any text and without saying who they are to. `--retry` makes them due
 * again; they are composed anew, so what no longer holds is dropped.
 */
export const deadLetters: Work<[], { retry?: true }> = async ({ options }, env, terminal) => {
  if (options.retry === undefined) {
    const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
    try {
      await list(copy, terminal);
    } finally {
      await copy.close();
    }
    return;
  }
  await withStore(env, terminal, async ({ stuckMessages, deliveries }) => {
    let again = 0;
    for (const { id } of await stuckMessages.stuck())
      if ((await deliveries.retry(id)) || (await stuckMessages.hurry(id))) again++;
    terminal.print(
      again === 0
        ? 'There is nothing to send again.'
        : `${again} ${again === 1 ? 'message is' : 'messages are'} due again. A running Sammen sends within ten minutes what still holds.`,
    );
  });
};

const list = async (database: Database, { print }: Pick<Terminal, 'print'>): Promise<void> => {
  const holds = await openHolds(database);
  const paused = await holds.since();
  if (paused !== null) print(`All sending is paused since ${paused.toISOString()} (resume-sending).`);
  for (const { queue, since, reason, probeAt } of await holds.all())
    print(`${queue} is held since ${since.toISOString()}, next probe ${probeAt.toISOString()}: ${oneLine(reason)}`);
  const stuck = await (await openStuckMessages(database)).stuck();
  if (stuck.length === 0) return print('Every message went out.');
  const rows = stuck.map(rowOf);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [HEAD, ...rows])
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  print(`${stuck.length} ${stuck.length === 1 ? 'message' : 'messages'}. Send them again with: dead-letters --retry`);
};

const HEAD: readonly string[] = ['id', 'kind', 'platform', 'state', 'age', 'attempts', 'reason'];

const STATES = {
  undeliverable: 'undeliverable',
  failed: 'failed',
  waiting: 'waiting',
  'on-its-way': 'retrying',
} satisfies Record<StuckMessage['state'], string>;

const rowOf = ({ id, kind, quiet, platform, state, since, attempts, reason }: StuckMessage): readonly string[] => [
  id,
  quiet ? `${kind} (update)` : kind,
  platform ?? '-',
  STATES[state],
  ageOf(Date.now() - since.getTime()),
  String(attempts),
  oneLine(reason),
];

const ageOf = (milliseconds: number): string => {
  if (milliseconds >= 2 * DAY) return `${Math.floor(milliseconds / DAY)} d`;
  if (milliseconds >= 2 * HOUR) return `${Math.floor(milliseconds / HOUR)} h`;
  return `${Math.max(0, Math.floor(milliseconds / MINUTE))} min`;
};

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
