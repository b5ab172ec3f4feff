import { EventEmitter } from 'node:events';
import { type PersonId, personId } from '../../bot/ids.ts';
import type { Masked } from '../../bot/privacy/mask.ts';
import { HOUR } from '../../bot/time/units.ts';
import { type Database, DuplicateKey, type Index } from '../store/collection.ts';
import { followOthers, type KeptMessage } from './follow-others.ts';
import { countNews, type News } from './news.ts';

/** A message in a person's sandbox chat. The card is kept as text, because `$schema` cannot be the name of a field. */
export type ChatMessage = {
  _id: string;
  person: PersonId;
  /** Increases with every message and every change in this person's chat. */
  seq: number;
  at: Date;
  from: 'bot' | 'me';
  text: string;
  card: string | null;
  /** The platform-neutral card as JSON text; null for own lines and for messages from before this field existed. */
  neutral: string | null;
  /** The default `rev` of actions on this message, for scripts that leave it out. */
  rev: number | null;
};

/** A line that a person wrote. */
export type OwnLine = Omit<ChatMessage, 'seq'> & { from: 'me'; text: Masked };

/** A line that the bot has not processed yet, so it is not shown. `heldAt` is machine time. */
type HeldLine = OwnLine & { heldAt: Date };

export type Shown = { person: PersonId; id: string; seq: number; ping: boolean };

// The unique index on `person` and `seq` keeps two processes from using the same number. (`person` also needs its own
// index, because the embedded store cannot look it up in a compound one.)
export const MESSAGES: readonly Index[] = [
  { fields: { person: 1, seq: 1 }, unique: true },
  { fields: { person: 1 } },
  { fields: { shownAt: 1 } },
  { fields: { lastAt: 1 } },
  { fields: { at: 1 } },
];
const LINES: readonly Index[] = [{ fields: { heldAt: 1 } }];

const MAX_HELD_MS = HOUR;

/** The highest `seq` of a person's forgotten messages: whoever reads on from there must miss nothing. */
export type Floor = { _id: PersonId; seq: number };

/** The sandbox's chats, which on a real platform Teams or Slack would store. */
export type Chat = {
  messages(person: PersonId, after: number): Promise<ChatMessage[]>;
  get(id: string): Promise<ChatMessage | null>;
  /**
   * For everybody with messages, how many from the bot are new.
   * @param seen the `seq` up to which somebody's chat has been seen; it may be missing
   */
  news(seen: ReadonlyMap<string, number>): Promise<News[]>;
  /** Adds a message or replaces the one with the same id. Either way it gets a new `seq`. */
  put(message: Omit<ChatMessage, 'seq'>, ping: boolean): Promise<void>;
  /** Stores a line before the bot processes it, so that it can be resumed after a crash. */
  hold(line: OwnLine): Promise<void>;
  /** Shows a held line. Safe to repeat. */
  release(line: OwnLine): Promise<void>;
  /** Deletes a held line, because its writer was told that it failed. */
  withdraw(id: string): Promise<void>;
  /** The held lines, oldest first. Deletes those older than an hour, because their writers have moved on. */
  held(): Promise<OwnLine[]>;
  /** Emits every shown message, from any process. */
  events: EventEmitter<{ shown: [Shown] }>;
  stop(): void;
};

const withoutNotes = ({
  shownAt: _shownAt,
  ping: _ping,
  firstSeq: _first,
  lastAt: _last,
  ...message
}: KeptMessage): ChatMessage => ({
  ...message,
  neutral: message.neutral ?? null,
});

export const openChat = async (database: Database): Promise<Chat> => {
  const messages = await database.collection<KeptMessage>('sandboxMessages', MESSAGES);
  const lines = await database.collection<HeldLine>('sandboxLines', LINES);
  const floors = await database.collection<Floor>('sandboxFloors', []);
  const events: Chat['events'] = new EventEmitter();
  events.setMaxListeners(0);
  const others = followOthers(
    messages,
    () => events.listenerCount('shown') > 0,
    (shown) => events.emit('shown', shown),
  );

  const nextSeq = async (person: PersonId): Promise<number> => {
    const [newest] = await messages.find({ person }, { sort: { seq: -1 }, limit: 1, fields: ['seq'] });
    return Math.max(newest?.seq ?? 0, (await floors.get(person))?.seq ?? 0) + 1;
  };

  /** Returns the message's `seq`, or null when another message took it concurrently. */
  const place = async (message: KeptMessage): Promise<number | null> => {
    const { _id, at, firstSeq: _first, ...changed } = message;
    if (await messages.insert(message)) return message.seq;
    try {
      return (await messages.update({ _id }, { $set: changed })) ? message.seq : null;
    } catch (error) {
      if (error instanceof DuplicateKey) return null;
      throw error;
    }
  };

  // `seq` is the highest existing one plus 1, and the write that shows the message also takes the number. So readers
  // that use `after` miss nothing, whichever process wrote it.
  const put: Chat['put'] = async (message, ping) => {
    let seq: number | null = null;
    while (seq === null) {
      const next = await nextSeq(message.person);
      seq = await place({ ...message, seq: next, firstSeq: next, shownAt: new Date(), lastAt: message.at, ping });
    }
    const shown = { person: message.person, id: message._id, seq, ping };
    others.markKnown(shown);
    events.emit('shown', shown);
  };

  return {
    messages: async (person, after) =>
      (await messages.find({ person, seq: { $gt: after } }, { sort: { seq: 1 } })).map(withoutNotes),
    get: async (id) => {
      const message = await messages.get(id);
      return message === null ? null : withoutNotes(message);
    },
    news: async (seen) => countNews(await messages.find({}, { fields: ['person', 'from', 'seq', 'firstSeq'] }), seen),
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
      await lines.remove({ heldAt: { $lt: new Date(Date.now() - MAX_HELD_MS) } });
      const waiting = await lines.find({}, { sort: { heldAt: 1 } });
      return waiting.map(({ heldAt: _heldAt, ...line }) => line);
    },
    events,
    stop: others.stop,
  };
};

/** Erases the chat of a made-up person. In the sandbox, an account has the id of its person. */
export const forgetChat = async (account: string, database: Database): Promise<void> => {
  const messages = await database.collection<KeptMessage>('sandboxMessages', MESSAGES);
  await messages.remove({ person: personId(account) });
  const floors = await database.collection<Floor>('sandboxFloors', []);
  await floors.remove({ _id: personId(account) });
};
