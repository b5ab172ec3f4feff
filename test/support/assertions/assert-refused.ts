import assert from 'node:assert/strict';
import type { Answer, Sandbox } from '../processes/sandbox.ts';

/** Asserts one of the documented statuses (docs/rules.md, "The sandbox's API") and a body that says why. */
export const assertRefused = (
  answer: Pick<Answer, 'status' | 'json' | 'text'>,
  statuses: readonly number[],
  what: string,
): void => {
  assert.ok(statuses.includes(answer.status), `${what.slice(0, 200)} → ${answer.status} ${answer.text.slice(0, 200)}`);
  const { error } = answer.json as { error?: { code?: unknown; message?: unknown } };
  assert.equal(typeof error?.code, 'string', what.slice(0, 200));
  assert.ok(typeof error?.message === 'string' && error.message.length > 3, what.slice(0, 200));
};

/** Everybody, with their chats. Ignores `seq` and time, because a refused press may redraw its card. */
const snapshot = async (sandbox: Sandbox): Promise<unknown> => {
  const people = await sandbox.people();
  const chatOf = async (id: string) => {
    const messages = await sandbox.messages(id);
    return messages.map(({ seq: _seq, at: _at, ...message }) => message).sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  return { people, chats: await Promise.all(people.map(({ id }) => chatOf(id))) };
};

/** Asserts that `work` changes no person and no chat. */
export const assertUnchanged = async (sandbox: Sandbox, work: () => Promise<void>): Promise<void> => {
  const before = await snapshot(sandbox);
  await work();
  assert.deepEqual(await snapshot(sandbox), before);
};
