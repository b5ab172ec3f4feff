import { askTurnStores } from './ask-turn-stores.ts';
import { askTurnTeams } from './ask-turn-teams.ts';
import { tableOf } from './table.ts';

const rows = [...(await askTurnTeams()), ...(await askTurnStores())];
process.stdout.write(`${tableOf(rows)}\n`);
if (rows.some(({ held }) => !held)) process.exitCode = 1;
