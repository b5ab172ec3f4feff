import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { content } from '../support/fixtures/content.ts';
import { findOffer, sendDilemma } from '../support/fixtures/sandbox-cases.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

type Fields = { principles: readonly string[]; topics: readonly string[] };
type Sample = Fields & { id: string; text: string };

const SAMPLES = readFileSync(new URL('../data/dilemmas.sample.ndjson', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Sample => JSON.parse(line));

const ROOMY: readonly (readonly [principle: string, topic: string])[] = [
  ['lytter-foerst', 'borgerdialog'],
  ['bygger-bro', 'tvaergaaende'],
  ['skaber-fremdrift', 'borgerinitiativ'],
  ['goer-det-nemt', 'tvaergaaende'],
  ['fastholder-virkelyst', 'borgerinitiativ'],
  ['tydelig-ramme', 'lovgivning'],
  ['tydelig-ramme', 'oekonomi'],
];

const meet = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one));

describe('dilemmas as people write them', () => {
  it(`become cases with an offer, all ${SAMPLES.length} of them`, () =>
    inSandbox(async (sandbox) => {
      const demo = content.demoPeople();
      const agents = new Map<string, Fields>(demo.flatMap(({ _id, agent }) => (agent === null ? [] : [[_id, agent]])));
      for (const [principle, topic] of ROOMY) {
        const fields = { principles: [principle], topics: [topic] };
        agents.set(
          await sandbox.addPerson({
            name: `Agent for ${principle}`,
            unit: 'Rådhuset',
            agent: { ...fields, capacity: 1000 },
          }),
          fields,
        );
      }
      const met = { principle: 0, topic: 0, either: 0 };
      for (const { text, principles, topics } of SAMPLES) {
        // Somebody with an open case is asked first whether their words belong to it.
        const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
        const { id } = await sendDilemma(sandbox, asker, text);
        const { person } = await findOffer(sandbox, id, [...agents.keys()]);
        const fields = agents.get(person);
        const byPrinciple = meet(fields?.principles ?? [], principles);
        const byTopic = meet(fields?.topics ?? [], topics);
        met.principle += Number(byPrinciple);
        met.topic += Number(byTopic);
        met.either += Number(byPrinciple || byTopic);
      }
      console.log(
        `      of ${SAMPLES.length} dilemmas ${met.either} went to an agent for their principle or topic (${met.principle} by principle, ${met.topic} by topic)`,
      );
      assert.ok(met.either * 2 > SAMPLES.length, 'more than half meet somebody who fits');
    }));
});
