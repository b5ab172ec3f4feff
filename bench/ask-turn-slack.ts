import { askTurn } from './ask-turn.ts';
import { startBareSlack } from './bare-slack.ts';
import type { Row } from './table.ts';

export const askTurnSlack = async (): Promise<Row[]> => {
  const slack = await startBareSlack();
  try {
    return await askTurn('Slack', slack, new URL('slack-server.ts', import.meta.url), [slack.settings.SLACK_API_URL]);
  } finally {
    await slack.close();
  }
};
