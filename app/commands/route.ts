import { createInterface } from 'node:readline';
import { z } from 'zod';
import { openCases } from '../../adapters/store/cases.ts';
import { openCounter } from '../../adapters/store/counters.ts';
import { openPeople } from '../../adapters/store/people.ts';
import type { Burden } from '../../bot/cases/port.ts';
import { standingsOf } from '../../bot/cases/standings.ts';
import type { Person } from '../../bot/people/person.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import { chooseAgent, type Standing } from '../../bot/routing/choose-agent.ts';
import { type Classification, createClassifier } from '../../bot/routing/classify.ts';
import { guessFrom } from '../../bot/routing/guess.ts';
import { createWorkingTime } from '../../bot/time/working-time.ts';
import { reasonInWords } from '../../cards/reason.ts';
import type { Content } from '../content/load-content.ts';
import { databaseToRead } from '../open-database.ts';
import type { Environment } from '../settings/config.ts';
import type { Work } from './command.ts';
import { contentFor } from './content-for.ts';
import { UsageError } from './usage-error.ts';

/** A reason names only the words that weighed most. */
const MAX_REASON_WORDS = 5;

const lineSchema = z.object({ id: z.string(), text: z.string() });

/**
 * Reads NDJSON and writes one line of NDJSON per line (docs/rules.md, "The dry run of routing"). It changes nothing: it
 * reads a copy of the store, or the demo people when there is no store.
 */
export const route: Work = async (_given, env, terminal) => {
  const content = contentFor(env, terminal);
  const classify = createClassifier(content, content.routingModel, content.ownExamples);
  const { people, open } = await peopleAndBurdens(env, content);
  const localDate = createWorkingTime(content.organisation).localDate(new Date());
  const agents = beforeRollOut(standingsOf(people, open, localDate, PLATFORMS));
  let number = 0;
  for await (const text of createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === '') continue;
    const { id, text: dilemma } = readLine(text, number);
    terminal.print(JSON.stringify({ id, ...routed(classify(dilemma), agents, people, content) }));
  }
};

/** Before the first agent has opened Sammen, the dry run shows whom routing would choose once they have. */
const beforeRollOut = (agents: readonly Standing[]): readonly Standing[] =>
  agents.some(({ reachable }) => reachable) ? agents : agents.map((agent) => ({ ...agent, reachable: true }));

const readLine = (text: string, number: number): z.infer<typeof lineSchema> => {
  try {
    return lineSchema.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    throw new UsageError(`line ${number} is not of the form {"id":"…","text":"…"}`);
  }
};

const peopleAndBurdens = async (env: Environment, content: Content): Promise<{ people: Person[]; open: Burden[] }> => {
  const copy = await databaseToRead(env);
  const demo = { people: content.demoPeople(), open: [] };
  if (copy === null) return demo;
  try {
    const people = await (await openPeople(copy)).all();
    if (people.length === 0) return demo;
    return { people, open: await (await openCases(copy, await openCounter(copy, 'case'))).burdens() };
  } finally {
    await copy.close();
  }
};

const routed = (
  classified: Classification,
  agents: readonly Standing[],
  people: readonly Person[],
  content: Pick<Content, 'organisation' | 'principles'>,
) => {
  const { principles, topics, sure, wordsFor } = classified;
  const { language } = content.organisation;
  const [principle] = principles;
  const [topic] = topics;
  const choice =
    principle === undefined || topic === undefined
      ? null
      : chooseAgent(
          { principle: principle.id, topic: topic.id, guess: guessFrom(classified), language, not: new Set() },
          agents,
        );
  const agent = people.find((person) => person._id === choice?.agent);
  return {
    principles: principles.map(({ id }) => id),
    topics: topics.map(({ id }) => id),
    agent: choice?.agent ?? null,
    reason: reasonInWords(
      {
        reason: choice?.reason ?? null,
        agent: agent?.name ?? null,
        words: [
          ...new Set([principle, topic].flatMap((label) => (label === undefined ? [] : wordsFor(label.id)))),
        ].slice(0, MAX_REASON_WORDS),
        classified,
      },
      language,
      (id) => content.principles.find((principle) => principle.id === id)?.[language].name ?? id,
    ),
    sure,
  };
};
