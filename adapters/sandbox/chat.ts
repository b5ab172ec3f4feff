import { EventEmitter } from 'node:events';
import { type PersonId, personId } from '../../bot/ids.ts';
import type { Masked } from '../../bot/privacy/mask.ts';
import { HOUR } from '../../bot/time/units.ts';
import { type Database, DuplicateKey, type Index } from '../store/collection.ts';
import { followOthers, type KeptMessage } from './follow-others.ts';

/** One message in a person's sandbox chat. The card is kept as text: its `$schema` is no name for a stored field. */
export type ChatMessage = {
  _id: string;
  person: PersonId;
  /** Grows with every message and every change in this person's chat. */
  seq: number;
  at: Date;
  from: 'bot' | 'me';
  text: string;
  card: string | null;
  /** The neutral card it was drawn from, as text; null for own lines, and for messages from before this was kept. */
  neutral: string | null;
  /** What an action on it carries when a script leaves `rev` out. */
  rev: number | null;
};

/** What a person wrote. */
export type OwnLine = Omit<ChatMessage, 'seq'> & { from: 'me'; text: Masked };

/** What the bot has not dealt with yet: it is not shown. `heldAt` is the machine's time. */
type HeldLine = OwnLine & { heldAt: Date };

export type Shown = { person: PersonId; id: string; seq: number; ping: boolean };

// One number, one message: this is what makes two processes number in turn. (The embedded store looks up a person by
// an index of its own only.)
const MESSAGES: readonly Index[] = [
  { fields: { person: 1, seq: 1 }, unique: true },
  { fields: { person: 1 } },
  { fields: { shownAt: 1 } },
];
const LINES: readonly Index[] = [{ fields: { heldAt: 1 } }];

const MAX_HELD = HOUR;

/** The chats of the sandbox: what Teams and Slack would keep for us. */
export type Chat = {
  messages(person: PersonId, after: number): Promise<ChatMessage[]>;
  get(id: string): Promise<ChatMessage | null>;
  /** Adds a message, or changes the one with this id; either way it gets a new `seq`. */
  put(message: Omit<ChatMessage, 'seq'>, ping: boolean): Promise<void>;
  /** Keeps a line before the bot deals with it, so that a crash between leaves something to go on with. */
  hold(line: OwnLine): Promise<void>;
  /** Shows a line that was held; showing it twice is showing it once. */
  release(line: OwnLine): Promise<void>;
  /** Forgets a line that was held: its writer was told that it did not come through. */
  withdraw(id: string): Promise<void>;
  /** Lines that wait, the oldest first; one that waited for over an hour is forgotten, its writer has moved on. */
  held(): Promise<OwnLine[]>;
  /** Tells what is shown, by whichever process. */
  events: EventEmitter<{ shown: [Shown] }>;
  stop(): void;
};

const withoutNotes = ({ shownAt: _shownAt, ping: _ping, ...message }: KeptMessage): ChatMessage => ({
  ...message,
  neutral: message.neutral ?? null,
});

export const openChat = async (database: Database): Promise<Chat> => {
  const messages = await database.collection<KeptMessage>('sandboxMessages', MESSAGES);
  const lines = await database.collection<HeldLine>('sandboxLines', LINES);
  const events: Chat['events'] = new EventEmitter();
  events.setMaxListeners(0);
  const others = followOthers(
    messages,
    () => events.listenerCount('shown') > 0,
    (shown) => events.emit('shown', shown),
  );

  const nextSeq = async (person: PersonId): Promise<number> => {
    const [newest] = await messages.find({ person }, { sort: { seq: -1 }, limit: 1, fields: ['seq'] });
    return (newest?.seq ?? 0) + 1;
  };

  /** Answers the number it got, null when another message took it in the same moment. */
  const place = async (message: KeptMessage): Promise<number | null> => {
    const { _id, at, ...changed } = message;
    if (await messages.insert(message)) return message.seq;
    try {
      return (await messages.update({ _id }, { $set: changed })) ? message.seq : null;
    } catch (error) {
      if (error instanceof DuplicateKey) return null;
      throw error;
    }
  };

  // A number is one more than all that are seen, and is taken by the same write that shows the message: whoever reads
  // with `after` passes nothing over, whichever process wrote it.
  const put: Chat['put'] = async (message, ping) => {
    let seq: number | null = null;
    while (seq === null) {
      seq = await place({ ...message, seq: await nextSeq(message.person), shownAt: new Date(), ping });
    }
    const shown = { person: message.person, id: message._id, seq, ping };
    others.told(shown);
    events.emit('shown', shown);
  };

  return {
    messages: async (person, after) =>
      (await messages.find({ person, seq: { $gt: after } }, { sort: { seq: 1 } })).map(withoutNotes),
    get: async (id) => {
      const message = await messages.get(id);
      return message === null ? null : withoutNotes(message);
    },
    put,
    hold: async (line) => {
      await lines.insert({ ...line, heldAt: new Date() });
    },
    release: async (line) => {
      if ((await messages.get(line._id)) === null) await put(line, false);
      await lines.remove({ _id: line._id });
    },
    withdraw: async (id) => {
      await lines.remove({ _id: id });
    },
    held: async () => {
      await lines.remove({ heldAt: { $lt: new Date(Date.now() - MAX_HELD) } });
      const found = await lines.find({}, { sort: { heldAt: 1 } });
      return found.map(({ heldAt: _heldAt, ...line }) => line);
    },
    events,
    stop: others.stop,
  };
};

/** The chat of a made-up person who is no more; in the sandbox an account has its person's id. */
export const forgetChat = async (account: string, database: Database): Promise<void> => {
  const messages = await database.collection<KeptMessage>('sandboxMessages', MESSAGES);
  await messages.remove({ person: personId(account) });
};
