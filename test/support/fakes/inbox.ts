import assert from 'node:assert/strict';
import { type Action, actionsOf, type Json, type Message, type Sandbox } from '../processes/sandbox.ts';

/** One person's chat as a client keeps it: it fetches only new messages, and an update replaces the message it changes. */
export type Inbox = {
  person: string;
  sync(): Promise<void>;
  messages(): Message[];
  /** The newest button with this verb whose data match `about`, among the messages fetched so far. */
  find(verb: string, about: Json): { message: Message; action: Action } | null;
};

export const openInbox = (person: string, sandbox: Pick<Sandbox, 'messages'>): Inbox => {
  const kept = new Map<string, Message>();
  let next = 0;
  const inOrder = (): Message[] => [...kept.values()].sort((a, b) => a.seq - b.seq);
  return {
    person,
    sync: async () => {
      const after = next;
      for (const message of await sandbox.messages(person, after)) {
        assert.ok(message.seq > after, `${person}: message ${message.seq} came after ${after}`);
        // Two syncs may run at the same time; keep the later version of a message.
        if (message.seq > (kept.get(message.id)?.seq ?? 0)) kept.set(message.id, message);
        next = Math.max(next, message.seq);
      }
    },
    messages: inOrder,
    find: (verb, about) => {
      for (const message of inOrder().reverse()) {
        const action = actionsOf(message.card).find(
          (one) => one.verb === verb && Object.entries(about).every(([name, value]) => one.data[name] === value),
        );
        if (action !== undefined) return { message, action };
      }
      return null;
    },
  };
};
