import { EventEmitter } from 'node:events';
import type { PersonId } from '../../bot/ids.ts';
import type { Collection, Database, Index } from '../store/collection.ts';
import { type Counter, openCounter } from '../store/counters.ts';

/** One message in a person's sandbox chat. The card is kept as text: its `$schema` is no name for a stored field. */
export type ChatMessage = {
  _id: string;
  person: PersonId;
  /** Grows with every message and every change, across the whole sandbox. */
  seq: number;
  at: Date;
  from: 'bot' | 'me';
  text: string;
  card: string | null;
  /** What an action on it carries when a script leaves `rev` out. */
  rev: number | null;
  /** Own lines that the bot has not dealt with yet are not shown. */
  pending: boolean;
};

export type Shown = { person: PersonId; id: string; seq: number; ping: boolean };

const INDEXES: readonly Index[] = [{ fields: { person: 1, seq: 1 } }, { fields: { pending: 1 } }];

/** The chats of the sandbox: what Teams and Slack would keep for us. */
export type Chat = {
  messages(person: PersonId, after: number): Promise<ChatMessage[]>;
  get(id: string): Promise<ChatMessage | null>;
  /** Adds a message, or changes the one with this id; either way it gets a new `seq`. */
  put(message: Omit<ChatMessage, 'seq'>, ping: boolean): Promise<void>;
  /** Keeps a line before the bot deals with it, so that a crash between leaves something to go on with. */
  hold(message: Omit<ChatMessage, 'seq' | 'pending'>): Promise<void>;
  pending(): Promise<ChatMessage[]>;
  drop(id: string): Promise<void>;
  events: EventEmitter<{ shown: [Shown] }>;
};

export const openChat = async (database: Database): Promise<Chat> => {
  const messages: Collection<ChatMessage> = await database.collection('sandboxMessages', INDEXES);
  const seqs: Counter = await openCounter(database, 'sandbox-seq');
  const events: Chat['events'] = new EventEmitter();
  events.setMaxListeners(0);
  // Numbers must be seen in the order they were drawn, or a reader with `after` would pass one over.
  let line: Promise<unknown> = Promise.resolve();
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  };

  return {
    messages: (person, after) => messages.find({ person, pending: false, seq: { $gt: after } }, { sort: { seq: 1 } }),
    get: (id) => messages.get(id),
    put: (message, ping) =>
      inLine(async () => {
        const seq = await seqs.next();
        const { _id, at, ...changed } = message;
        if (!(await messages.insert({ ...message, seq })))
          await messages.update({ _id }, { $set: { ...changed, seq } });
        events.emit('shown', { person: message.person, id: _id, seq, ping });
      }),
    hold: async (message) => {
      await messages.insert({ ...message, seq: 0, pending: true });
    },
    pending: () => messages.find({ pending: true }),
    drop: async (id) => {
      await messages.remove({ _id: id, pending: true });
    },
    events,
  };
};
