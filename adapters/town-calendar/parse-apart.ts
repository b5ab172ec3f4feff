import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FeedEvent, type FeedFault, UnreadableFeed } from '../../bot/nudges/town-event.ts';
import { SECOND } from '../../bot/time/units.ts';
import type { Window } from './public-events.ts';

/** What the other process is given, and what it answers. */
export type ParseOrder = { text: string; window: Window };
export type Parsed = { events: FeedEvent[] } | { fault: FeedFault; why: string };

const MAX_MS = 10 * SECOND;
const MAX_MEMORY_MB = 256;

const PROGRAM = fileURLToPath(new URL(`./parse-child${extname(import.meta.url)}`, import.meta.url));

/**
 * Reads the events of a calendar in a process of its own, which keeps nobody waiting, and is ended when a calendar takes
 * too much time or memory: a rule of a few letters can make work without end. @throws UnreadableFeed
 */
export const parseApart = (order: ParseOrder, within = MAX_MS): Promise<FeedEvent[]> =>
  new Promise((resolve, reject) => {
    const parsing = fork(PROGRAM, {
      execArgv: [...process.execArgv, `--max-old-space-size=${MAX_MEMORY_MB}`],
      // A calendar needs no secret, and has nothing to say.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const timer = setTimeout(() => fail('slow', `its entries were not read within ${within} ms`), within);
    const end = () => {
      clearTimeout(timer);
      parsing.kill('SIGKILL');
    };
    const fail = (fault: FeedFault, why: string) => {
      end();
      reject(new UnreadableFeed(fault, why));
    };
    parsing.on('message', (parsed: Parsed) => {
      if ('fault' in parsed) return fail(parsed.fault, parsed.why);
      end();
      resolve(parsed.events);
    });
    parsing.on('error', (error) => fail('broken', `its entries cannot be read (${error.name})`));
    parsing.on('exit', () => fail('broken', 'its entries cannot be read'));
    parsing.send(order, (error) => {
      if (error !== null) fail('broken', `its entries cannot be read (${error.name})`);
    });
  });
