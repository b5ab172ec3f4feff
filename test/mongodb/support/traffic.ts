import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Case } from '../../../bot/cases/case.ts';
import { askAndAccept } from '../../support/fixtures/sandbox-cases.ts';
import { type Answer, pressOf, sandboxAt } from '../../support/processes/sandbox.ts';

/** An acknowledged message: its author, and the person who must receive it. */
type Sent = { id: string; from: string; to: string; text: string };
type Conversation = {
  id: string;
  sides: readonly [string, string];
  seen: Map<string, Set<string>>;
  next: Map<string, number>;
};

const RETRY_AFTER_MS = 100;
const DEADLINE_MS = 120_000;

/**
 * Conversations through several failing processes. As a platform would, it retries every press on any of them until one
 * acknowledges it.
 */
export const createTraffic = (urls: () => readonly string[]) => {
  const sent: Sent[] = [];
  let stopped = false;
  let count = 0;
  const anywhere = sandboxAt(() => urls()[Math.floor(Math.random() * urls().length)] ?? '');

  const insist = async (what: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const deadline = Date.now() + DEADLINE_MS;
    for (;;) {
      const answer = await ask().catch(() => null);
      if (answer !== null && answer.status < 300) return answer;
      assert.ok(answer === null || answer.status === 503, `${what} → ${answer?.status} ${answer?.text.slice(0, 300)}`);
      assert.ok(Date.now() < deadline, `${what} was not acknowledged within ${DEADLINE_MS} ms`);
      await sleep(RETRY_AFTER_MS);
    }
  };

  /** Reads a person's new messages from any process, starting after the last number this person has read. */
  const readOn = async (conversation: Conversation, person: string): Promise<void> => {
    const path = `/sandbox/messages?person=${person}&after=${conversation.next.get(person) ?? 0}`;
    const { json } = await insist(`reading ${person}`, () => anywhere.call('GET', path));
    const { messages, next } = json as { messages: { id: string }[]; next: number };
    for (const { id } of messages) conversation.seen.get(person)?.add(id);
    conversation.next.set(person, next);
  };

  const talk = async (conversation: Conversation, turn: number): Promise<void> => {
    const [from, to] = turn % 2 === 0 ? conversation.sides : ([conversation.sides[1], conversation.sides[0]] as const);
    const text = `Ord nummer ${String.fromCharCode(97 + (count % 26))}${++count} i samtalen.`;
    const card = await insist('finding a card', async () => {
      const about = { case: conversation.id };
      // An agent's first words are a question.
      const button = (await anywhere.find(from, 'reply', about)) ?? (await anywhere.find(from, 'ask-back', about));
      return { status: button === null ? 503 : 200, json: button, text: '' };
    });
    const pressing = pressOf(card.json as Parameters<typeof pressOf>[0], { text });
    await insist('a reply', () => anywhere.call('POST', '/sandbox/actions', pressing));
    sent.push({ id: conversation.id, from, to, text });
    await readOn(conversation, to);
  };

  const open = async (): Promise<Conversation> => {
    const { id, asker, agent } = await askAndAccept(anywhere);
    const persons = [asker, agent];
    return {
      id,
      sides: [asker, agent],
      seen: new Map(persons.map((person) => [person, new Set<string>()])),
      next: new Map(),
    };
  };

  const start = async (conversations: number) => {
    const opened: Conversation[] = [];
    for (let n = 0; n < conversations; n += 1) opened.push(await open());
    const talking = Promise.all(
      opened.map(async (conversation) => {
        for (let turn = 0; !stopped; turn += 1) await talk(conversation, turn);
      }),
    );
    talking.catch(() => undefined);
    return {
      words: () => sent.length,
      /** Lets everybody finish their current message. */
      stop: async () => {
        stopped = true;
        await talking;
      },
      /** Asserts that each acknowledged text is once in its case and once in the other's chat, and that nobody missed any. */
      check: async (stored: readonly Case[]) => {
        for (const { id, to, text } of sent) {
          const c = stored.find(({ _id }) => _id === id);
          assert.equal(c?.turns.filter((turn) => turn.text === text).length, 1, `"${text}" is once in its case`);
          const chat = await anywhere.messages(to);
          const received = chat.filter((message) => message.text.includes(text)).length;
          assert.equal(received, 1, `"${text}" is once in the chat of ${to}`);
        }
        for (const conversation of opened) {
          for (const person of conversation.sides) {
            await readOn(conversation, person);
            const all = (await anywhere.messages(person)).map((message) => message.id);
            assert.deepEqual([...(conversation.seen.get(person) ?? [])].sort(), all.sort(), `${person} saw everything`);
          }
        }
      },
    };
  };

  return { start };
};
