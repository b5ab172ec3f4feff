import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../test/support/processes/running-sammen.ts';
import { inTempFolder } from '../test/support/processes/temp-folder.ts';
import type { Row } from './table.ts';

const PEOPLE = 7_000;
const BAD_ROWS = 10;
const MAX_SECONDS = 20;

/** Measures the import of a whole municipality into an empty store against reading the same list with bad rows. */
export const importPeople = (): Promise<Row[]> =>
  inTempFolder(async (folder) => {
    const file = join(folder, 'people.csv');
    const take = async (rows: readonly string[]) => {
      await writeFile(file, `E-mail;Navn;Afdeling;Leder\n${rows.join('\n')}\n`);
      const began = performance.now();
      const { code, err } = await runCommand(['import-people', file], { DATA_DIR: join(folder, 'data') });
      return { code, err, seconds: (performance.now() - began) / 1000 };
    };
    const rows = Array.from(
      { length: PEOPLE },
      (_, n) => `q${n}@kommune.dk;Navn ${n};Enhed ${n % 150};${n === 0 ? '' : 'q0@kommune.dk'}`,
    );
    const refused = await take(
      rows.map((row, n) => (n % (PEOPLE / BAD_ROWS) === 1 ? `nej${row.slice(row.indexOf(';'))}` : row)),
    );
    const taken = await take(rows);
    return [
      {
        bench: `import of ${PEOPLE} people, embedded`,
        measured: `${taken.seconds.toFixed(1)} s`,
        reference: `${refused.seconds.toFixed(1)} s (read, ${BAD_ROWS} bad rows named)`,
        target: `< ${MAX_SECONDS} s: ${(taken.seconds / refused.seconds).toFixed(1)}x`,
        held: taken.code === 0 && refused.err.startsWith(`${BAD_ROWS} bad rows`) && taken.seconds < MAX_SECONDS,
      },
    ];
  });
