import { askTurn } from './ask-turn.ts';
import { startBareTeams } from './bare-teams.ts';
import type { Row } from './table.ts';

export const askTurnTeams = async (): Promise<Row[]> => {
  const teams = await startBareTeams();
  try {
    return await askTurn('Teams', teams, new URL('teams-server.ts', import.meta.url), [teams.openIdMetadata]);
  } finally {
    await teams.close();
  }
};
