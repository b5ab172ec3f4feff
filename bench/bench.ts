import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askTurnSlack } from './ask-turn-slack.ts';
import { askTurnStores } from './ask-turn-stores.ts';
import { askTurnTeams } from './ask-turn-teams.ts';
import { choosing } from './choosing.ts';
import { disk } from './disk.ts';
import { importPeople } from './import-people.ts';
import { nudgeRunLimited } from './nudge-run-limited.ts';
import { nudgeRunUnlimited } from './nudge-run-unlimited.ts';
import { report } from './report.ts';
import { routing } from './routing.ts';
import { startUp } from './start-up.ts';
import { stories } from './stories.ts';
import { type Row, tableOf } from './table.ts';
import { twoProcesses } from './two-processes.ts';

/** The benches by name. `npm run bench -- teams import` runs these two; without names, all run. */
const BENCHES: Record<string, () => Promise<Row[]>> = {
  teams: askTurnTeams,
  slack: askTurnSlack,
  stores: askTurnStores,
  'two-processes': twoProcesses,
  start: startUp,
  disk,
  import: importPeople,
  choosing,
  report,
  routing,
  stories,
  'nudges-limited': nudgeRunLimited,
  'nudges-unlimited': nudgeRunUnlimited,
};

// All processes share one temporary folder, because the measured ones are killed and cannot remove their own.
const folder = mkdtempSync(join(tmpdir(), 'sammen-bench-'));
Object.assign(process.env, { TMPDIR: folder, TMP: folder, TEMP: folder });
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const rows: Row[] = [];
  for (const [name, run] of Object.entries(BENCHES)) {
    if (asked.length === 0 || asked.includes(name)) rows.push(...(await run()));
  }
  process.stdout.write(`${tableOf(rows)}\n`);
  if (rows.some(({ held }) => !held)) process.exitCode = 1;
}
