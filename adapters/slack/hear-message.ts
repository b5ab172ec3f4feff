import { fingerprint } from '../../bot/fingerprint.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import type { Change } from '../chat/changes.ts';
import { followChange } from '../chat/follow-change.ts';
import { hear } from '../chat/hear.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { sayOnce } from '../chat/say-once.ts';
import { orSayStoreAway } from '../chat/store-away.ts';
import type { TurnDeps } from './deps.ts';
import type { Written } from './payloads.ts';
import { recognise } from './recognise.ts';
import { lineMessage } from './web-api.ts';
import { answeredIn, bringsMore, wordsIn } from './words-in.ts';

/** The subtypes of messages that people write: with a file, from a thread to everybody, and with `/me`. */
const HUMAN_SUBTYPES = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

export const isByHuman = ({ subtype, bot_id, user }: Pick<Written, 'subtype' | 'bot_id' | 'user'>): boolean =>
  HUMAN_SUBTYPES.includes(subtype) && (bot_id ?? null) === null && user !== undefined && user !== 'USLACKBOT';

export const isOwnChat = ({ channel_type, channel }: Pick<Written, 'channel_type' | 'channel'>): boolean =>
  channel_type === undefined ? channel.startsWith('D') : channel_type === 'im';

/** Handles a message in the person's own chat with Sammen. Messages in channels and groups are ignored. */
export const hearDirect = async (written: Written, deps: TurnDeps): Promise<void> => {
  if (!isOwnChat(written) || !isByHuman(written)) return;
  await heardFrom(written, false, deps);
};

/** Handles a mention in a channel. In the own chat Slack also sends it as a message, so it is ignored here. */
export const hearMention = async (written: Written, deps: TurnDeps): Promise<void> => {
  if (isOwnChat(written) || !isByHuman(written)) return;
  if (written.edited == null || (await isOnlyNow(written, written.edited.ts, deps)))
    await heardFrom(written, true, deps);
};

/** Whoever forgot the mention adds it soon; an old message that is edited again was heard long ago. */
const SOON_SECONDS = 600;

/** Slack sends a mention again when its message was edited: true when the mention was not there before. */
const isOnlyNow = async (written: Written, edited: string, deps: TurnDeps): Promise<boolean> => {
  const at = Number.parseFloat(edited) || Number.POSITIVE_INFINITY;
  const isNew = await changeAs(written, (text) => ({ kind: 'edited', at, text }), deps);
  return isNew !== false && at - Number.parseFloat(written.ts) <= SOON_SECONDS;
};

/** Follows a change of somebody's message. Null for somebody who is not known; nobody new is met through it. */
export const changeAs = async (
  written: Pick<Written, 'channel' | 'user' | 'ts' | 'thread_ts' | 'text'>,
  change: (text: string) => Change,
  deps: TurnDeps,
): Promise<boolean | null> => {
  const { user = '' } = written;
  if ((await deps.people.byAddress('slack', user)) === null) return null;
  const from = await recognise(user, deps);
  if (isRefused(from)) return null;
  return followChange(
    { id: heardId(written), from, change: change(await wordsIn(written, from.language, deps)) },
    deps,
  );
};

const heardFrom = (written: Written, openly: boolean, deps: TurnDeps): Promise<void> => {
  const { user = '', channel } = written;
  const say = (line: string) =>
    openly ? deps.api.whisper(channel, user, line) : deps.api.post(channel, lineMessage(line));
  const { language } = deps;
  return orSayStoreAway(() => take(written, openly, deps), { name: heardId(written), say, language }, deps);
};

const take = async (written: Written, openly: boolean, deps: TurnDeps): Promise<void> => {
  const { user = '', channel } = written;
  const who = await recognise(user, deps);
  if (isRefused(who)) {
    // Never answer another bot: two bots could answer each other for ever.
    if (who.refused === 'bot') return;
    return sayThere('guest', TEXTS[who.language].chat.refused.guest, written, openly, deps);
  }
  if (!openly) await deps.chats.keep(user, channel);
  const team = openly ? { team: { platform: 'slack' as const, channel } } : {};
  const answered = openly ? undefined : answeredIn(written);
  const heard = {
    id: heardId(written),
    from: who,
    text: await wordsIn(written, who.language, deps),
    more: bringsMore(written),
    ...team,
    ...(answered === undefined ? {} : { inReplyTo: answered }),
  };
  await hear(heard, (about, line) => sayThere(about, line, written, openly, deps), deps);
};

/** Posts one line where the message was written; in a channel, in its thread. */
const sayThere = (
  about: string,
  line: string,
  written: Written,
  openly: boolean,
  { api, chats, onFault }: TurnDeps,
): Promise<void> => {
  const thread = openly ? (written.thread_ts ?? written.ts) : undefined;
  const say = () => api.post(written.channel, lineMessage(line), thread);
  return sayOnce([about, heardId(written)], say, { once: chats.once, onFault });
};

/** The same id for every delivery of a message, whichever event carries it and whatever was edited. */
const heardId = ({ channel, user, ts }: Pick<Written, 'channel' | 'user' | 'ts'>): string =>
  fingerprint('slack', channel, user, ts);
