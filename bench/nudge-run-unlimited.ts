import { openNetwork } from '../adapters/teams/botbuilder/open-network.ts';
import type { Place } from '../adapters/teams/connector.ts';
import { cardMessage } from '../adapters/teams/message.ts';
import { openReferences } from '../adapters/teams/references.ts';
import { NUDGES } from '../test/cards/examples/nudges.ts';
import { cards } from '../test/cards/support.ts';
import { openTestBot } from '../test/support/fixtures/bot-on-store.ts';
import { APP_ID } from '../test/teams/support/names.ts';
import { openTeamsServer, TestCredentials } from '../test/teams/support/teams-server.ts';
import { startChild } from './child.ts';
import { planPeople, referencesFor, WEEK } from './nudge-people.ts';
import type { Row } from './table.ts';

const MESSAGES = 4000;
const MAX_CONCURRENT = 40;
const MIN_SHARE = 0.5;
const ROUNDS = 4;

/** Measures a weekly run in Teams without a rate limit against the same messages posted by the bare client. */
export const nudgeRunUnlimited = async (): Promise<Row[]> => {
  const child = await startChild(new URL('bare-connector.ts', import.meta.url), []);
  try {
    const serviceUrl = child.url;
    const bare: number[] = [];
    const runs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await bareCalls(serviceUrl));
      runs.push(await run(serviceUrl));
    }
    const [calls, sent] = [Math.max(...bare), Math.max(...runs)];
    return [
      {
        bench: 'nudge run, no limit, Teams: messages/s',
        measured: sent.toFixed(0),
        reference: `${calls.toFixed(0)} (bare client calls)`,
        target: `>= ${MIN_SHARE * 100} %: ${((sent / calls) * 100).toFixed(0)} %`,
        held: sent >= MIN_SHARE * calls,
      },
    ];
  } finally {
    await child.stop();
  }
};

const bareCalls = async (serviceUrl: string): Promise<number> => {
  const { connector } = openNetwork({
    credentials: new TestCredentials(),
    openIdMetadata: serviceUrl,
    appId: APP_ID,
    timeout: 10_000,
  });
  const notice = NUDGES.nudge.nudge;
  const message = cardMessage(cards.card(notice, 'da'), 'da');
  const place: Place = { serviceUrl, conversation: 'a:1', channel: 'msteams', bot: '28:bot', user: '29:1' };
  let left = MESSAGES;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: MAX_CONCURRENT }, async () => {
      while (left-- > 0) await connector.post(place, message);
    }),
  );
  return (MESSAGES / (performance.now() - began)) * 1000;
};

const run = async (serviceUrl: string): Promise<number> => {
  const setup = await openTestBot([]);
  const references = await openReferences(setup.database);
  for (const reference of referencesFor(MESSAGES, serviceUrl)) await references.keep(reference);
  await planPeople(setup, 'teams', MESSAGES);
  const teams = await openTeamsServer(setup, serviceUrl, (error) => console.error(error));
  const began = performance.now();
  await teams.sender.drain();
  const seconds = (performance.now() - began) / 1000;
  const { sent } = await setup.store.nudges.progress(WEEK);
  if (sent !== MESSAGES) throw new Error(`${sent} of ${MESSAGES} were sent`);
  await teams.stop();
  await setup.close();
  return MESSAGES / seconds;
};
