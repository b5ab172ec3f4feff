import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Case } from '../../../bot/cases/case.ts';
import { askAndAccept } from '../../support/fixtures/sandbox-cases.ts';
import { type Answer, pressOf, sandboxAt } from '../../support/processes/sandbox.ts';

/** One word that was acknowledged: who wrote it, who must have got it. */
type Word = { id: string; from: string; to: string; text: string };
type Lane = { id: string; sides: readonly [string, string]; seen: Map<string, Set<string>>; next: Map<string, number> };

const REPEAT_AFTER = 100;
const DEADLINE = 120_000;

/**
 * Conversations through several failing processes: every press is retried on any of them until it is acknowledged, as a
 * platform would do.
 */
export const createTraffic = (urls: () => readonly string[]) => {
  const words: Word[] = [];
  let stopped = false;
  let count = 0;
  const anywhere = sandboxAt(() => urls()[Math.floor(Math.random() * urls().length)] ?? '');

  const insist = async (what: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const deadline = Date.now() + DEADLINE;
    for (;;) {
      const answer = await ask().catch(() => null);
      if (answer !== null && answer.status < 300) return answer;
      assert.ok(answer === null || answer.status === 503, `${what} → ${answer?.status} ${answer?.text.slice(0, 300)}`);
      assert.ok(Date.now() < deadline, `${what} was not acknowledged within ${DEADLINE} ms`);
      await sleep(REPEAT_AFTER);
    }
  };

  /** Reads on from the highest number this reader knows, at any process. */
  const readOn = async (lane: Lane, person: string): Promise<void> => {
    const path = `/sandbox/messages?person=${person}&after=${lane.next.get(person) ?? 0}`;
    const { json } = await insist(`reading ${person}`, () => anywhere.call('GET', path));
    const { messages, next } = json as { messages: { id: string }[]; next: number };
    for (const { id } of messages) lane.seen.get(person)?.add(id);
    lane.next.set(person, next);
  };

  const talk = async (lane: Lane, turn: number): Promise<void> => {
    const [from, to] = turn % 2 === 0 ? lane.sides : ([lane.sides[1], lane.sides[0]] as const);
    const text = `Ord nummer ${String.fromCharCode(97 + (count % 26))}${++count} i samtalen.`;
    const card = await insist('finding a card', async () => {
      const found = await anywhere.find(from, 'reply', { case: lane.id });
      return { status: found === null ? 503 : 200, json: found, text: '' };
    });
    const pressing = pressOf(card.json as Parameters<typeof pressOf>[0], { text });
    await insist('a reply', () => anywhere.call('POST', '/sandbox/actions', pressing));
    words.push({ id: lane.id, from, to, text });
    await readOn(lane, to);
  };

  const open = async (): Promise<Lane> => {
    const { id, asker, agent } = await askAndAccept(anywhere);
    const persons = [asker, agent];
    return {
      id,
      sides: [asker, agent],
      seen: new Map(persons.map((person) => [person, new Set<string>()])),
      next: new Map(),
    };
  };

  const start = async (lanes: number) => {
    const opened: Lane[] = [];
    for (let n = 0; n < lanes; n += 1) opened.push(await open());
    const talking = Promise.all(
      opened.map(async (lane) => {
        for (let turn = 0; !stopped; turn += 1) await talk(lane, turn);
      }),
    );
    talking.catch(() => undefined);
    return {
      words: () => words.length,
      /** Lets everybody finish what they say. */
      stop: async () => {
        stopped = true;
        await talking;
      },
      /** Asserts that every acknowledged text is in its case once and in the other's chat, and that no reader missed any. */
      check: async (stored: readonly Case[]) => {
        for (const { id, to, text } of words) {
          const c = stored.find(({ _id }) => _id === id);
          assert.equal(c?.turns.filter((turn) => turn.text === text).length, 1, `"${text}" stands once in its case`);
          const chat = await anywhere.messages(to);
          const heard = chat.filter((message) => message.text.includes(text)).length;
          assert.equal(heard, 1, `"${text}" stands once in the chat of ${to}`);
        }
        for (const lane of opened) {
          for (const person of lane.sides) {
            await readOn(lane, person);
            const all = (await anywhere.messages(person)).map((message) => message.id);
            assert.deepEqual([...(lane.seen.get(person) ?? [])].sort(), all.sort(), `${person} saw everything`);
          }
        }
      },
    };
  };

  return { start };
};
