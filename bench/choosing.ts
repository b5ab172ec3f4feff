import { setTimeout as sleep } from 'node:timers/promises';
import { openMongo } from '../adapters/store/mongodb/open-mongo.ts';
import type { Case } from '../bot/cases/case.ts';
import { caseId, personId } from '../bot/ids.ts';
import type { Person } from '../bot/people/person.ts';
import { PRINCIPLES, TOPICS } from '../bot/words.ts';
import { testDatabase } from '../test/mongodb/support/test-database.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../test/support/fixtures/bot-on-store.ts';
import { aCase, anAgent, anOffer, aPerson, aProfile } from '../test/support/fixtures/builders.ts';
import { onMongo } from './on-mongo.ts';
import type { Row } from './table.ts';

type Size = { agents: number; cases: number };

const LARGE: Size = { agents: 2_000, cases: 20_000 };
const SMALL: Size = { agents: 40, cases: 400 };
const MAX_GROWTH = 3;
const RUNS = 60;
/** Sends that each town gets first: they read everything, and warm the code up. */
const WARM_UP_RUNS = 10;
/** Room for the cases that are open, and for some more. */
const CAPACITY = 15;
const ADDED_AT_ONCE = 50;
const PATIENT = { socketTimeoutMS: '120000' };
/** In milliseconds. No town opens 20,000 cases in a minute, and what was just written is read once more with each Send. */
const SETTLED_AFTER = 31_000;

/**
 * A dilemma that is sent: the press, with all that is read to choose its agent, among 2,000 agents with 20,000 open cases
 * and among 40 with 400, in turns.
 */
export const choosing = async (): Promise<Row[]> => {
  const townOn = (size: Size, uri: string) => () => openTestBot(townOf(size), () => openMongo(uri));
  const rows = rowsOf(
    'embedded',
    await measure(
      () => openTestBot(townOf(SMALL)),
      () => openTestBot(townOf(LARGE)),
    ),
    true,
  );
  await onMongo(async (server, what) => {
    const [small, large] = [testDatabase(PATIENT, server), testDatabase(PATIENT, server)];
    try {
      rows.push(...rowsOf(what, await measure(townOn(SMALL, small.uri), townOn(LARGE, large.uri)), false));
    } finally {
      await small.drop();
      await large.drop();
    }
  }, 'choosing an agent');
  return rows;
};

type Times = { cpu: number; clock: number };
type Measured = { small: Times; large: Times };

/** By the clock a server is measured, too, and the small Java server looks through all documents: no index serves it. */
const rowsOf = (store: string, { small, large }: Measured, isByClock: boolean): Row[] =>
  (['cpu', 'clock'] as const).map((by) => {
    const growth = large[by] / small[by];
    const isAsked = by === 'cpu' || isByClock;
    return {
      bench: `send, ${LARGE.agents} agents and ${LARGE.cases} open cases, ${store}: ${by === 'cpu' ? 'processor' : 'clock'}`,
      measured: `${large[by].toFixed(1)} ms`,
      reference: `${small[by].toFixed(1)} ms (${SMALL.agents} and ${SMALL.cases})`,
      target: `${isAsked ? `growth < ${MAX_GROWTH}x` : 'none'}: ${growth.toFixed(1)}x`,
      held: !isAsked || growth < MAX_GROWTH,
    };
  });

const measure = async (openSmall: () => Promise<TestBot>, openLarge: () => Promise<TestBot>): Promise<Measured> => {
  const small = await openSmall();
  const large = await openLarge();
  try {
    await addCases(small, SMALL);
    await addCases(large, LARGE);
    await sleep(SETTLED_AFTER);
    const times: { small: Times[]; large: Times[] } = { small: [], large: [] };
    for (let run = 0; run < WARM_UP_RUNS + RUNS; run++) {
      const [inSmall, inLarge] = [await timeOfSend(small, run), await timeOfSend(large, run)];
      if (run < WARM_UP_RUNS) continue;
      times.small.push(inSmall);
      times.large.push(inLarge);
    }
    return { small: medianOf(times.small), large: medianOf(times.large) };
  } finally {
    await small.close();
    await large.close();
  }
};

const ASKER = 'asker';

const townOf = ({ agents }: Size): Person[] => [
  aPerson('top'),
  aPerson('middle', { manager: personId('top') }),
  aPerson(ASKER, { manager: personId('middle') }),
  ...Array.from({ length: agents }, (_, i) =>
    anAgent(agentId(i), {
      unit: `Enhed ${i % 50}`,
      agent: aProfile({
        principles: PRINCIPLES.filter((_principle, n) => (i + n) % PRINCIPLES.length < 1 + (i % 3)),
        topics: TOPICS.filter((_topic, n) => (i * 3 + n) % TOPICS.length < 1 + (i % 3)),
        capacity: CAPACITY,
      }),
    }),
  ),
];

const agentId = (i: number): string => `agent-${String(i).padStart(4, '0')}`;

/** Of ten open cases seven are active, two are offered, and one waits for somebody to have room. */
const addCases = async ({ store }: TestBot, { agents, cases }: Size): Promise<void> => {
  for (let first = 0; first < cases; first += ADDED_AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(ADDED_AT_ONCE, cases - first) }, (_, n) =>
        store.cases.add(openCase(first + n, agents)),
      ),
    );
};

const openCase = (i: number, agents: number): Case => {
  const kind = i % 10;
  const agent = personId(agentId((i * 7) % agents));
  const others = { _id: caseId(`open-${i}`), number: 1_000_000 + i, asker: personId(`asker-${i}`) };
  if (kind < 7) return aCase('active', { ...others, agent, offers: [anOffer(agent, 'accepted')] });
  return aCase(
    'waiting',
    kind < 9 ? { ...others, offers: [anOffer(agent, 'open')] } : { ...others, offers: [anOffer(agent, 'lapsed')] },
  );
};

const timeOfSend = async (town: TestBot, run: number): Promise<Times> => {
  const asker = (await town.store.people.get(personId(ASKER))) ?? null;
  if (asker === null) throw new Error('nobody asks');
  await say(
    town,
    asker,
    `Skaterne vil selv bygge en rampe nummer ${run}. Hvordan tager jeg den med de andre afdelinger?`,
  );
  const card = town.chatOf(asker).findLast(({ notice }) => notice.kind === 'draft');
  if (card?.notice.kind !== 'draft') throw new Error('there is no draft');
  const { id, rev } = card.notice.view;
  const press = { from: asker, message: card.id, verb: 'submit-dilemma', data: { draft: id, rev, anonymous: 'no' } };
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await town.bot.press(press);
  const { user, system } = process.cpuUsage(used);
  const times = { cpu: (user + system) / 1000, clock: performance.now() - begun };
  const sent = await town.store.cases.get(caseId(id));
  if (sent?.offers.length !== 1) throw new Error('no agent was asked');
  await town.sender.flush();
  await pressNewest(town, asker, 'withdraw-case');
  return times;
};

const medianOf = (times: readonly Times[]): Times => ({
  cpu: median(times.map(({ cpu }) => cpu)),
  clock: median(times.map(({ clock }) => clock)),
});

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
