import { fingerprint } from '../../bot/fingerprint.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { hear } from '../chat/hear.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { sayOnce } from '../chat/say-once.ts';
import { orSayStoreAway } from '../chat/store-away.ts';
import type { TurnDeps } from './deps.ts';
import type { Written } from './payloads.ts';
import { peopleIn, wordsOf } from './plain-words.ts';
import { recognise } from './recognise.ts';
import { lineMessage } from './web-api.ts';

/** A message as people write them: no edit, no deletion, nothing of a bot's. A file may hang on it. */
const WRITTEN = [undefined, 'file_share', 'thread_broadcast'];

const isByHuman = ({ subtype, bot_id, user }: Written): boolean =>
  WRITTEN.includes(subtype) && (bot_id ?? null) === null && user !== undefined && user !== 'USLACKBOT';

const isOwnChat = ({ channel_type, channel }: Written): boolean =>
  channel_type === undefined ? channel.startsWith('D') : channel_type === 'im';

/** Something written to Sammen in the person's own chat. What is said in channels and groups is not said to it. */
export const hearDirect = async (written: Written, deps: TurnDeps): Promise<void> => {
  if (!isOwnChat(written) || !isByHuman(written)) return;
  await heardFrom(written, false, deps);
};

/** Sammen was mentioned in a channel. Slack tells of a mention in the own chat as a message, too. */
export const hearMention = async (written: Written, deps: TurnDeps): Promise<void> => {
  if (isOwnChat(written) || !isByHuman(written)) return;
  await heardFrom(written, true, deps);
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
    // Another bot is not answered: two that answer each other would never end.
    if (who.refused === 'bot') return;
    return sayThere('guest', TEXTS[who.language].chat.refused.guest, written, openly, deps);
  }
  if (!openly) await deps.chats.keep(user, channel);
  const text = await wordsIn(written.text ?? '', who.language, deps);
  const team = openly ? { team: { platform: 'slack' as const, channel } } : {};
  const heard = { id: heardId(written), from: who, text, ...team };
  await hear(heard, (line) => sayThere('heard', line, written, openly, deps), deps);
};

/** One line where it was written; in a channel that is its thread. */
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

/** The same message keeps its name through every delivery, whatever event brings it. */
const heardId = ({ channel, user, ts, text }: Written): string => fingerprint('slack', channel, user, ts, text ?? '');

/** Colleagues who are known keep their name; of others only that they are one. */
const wordsIn = async (text: string, language: keyof typeof TEXTS, { people, self }: TurnDeps): Promise<string> => {
  const us = self().user;
  const names = new Map<string, string>();
  for (const id of peopleIn(text)) {
    const known = id === us ? null : await people.byAddress('slack', id);
    names.set(id, id === us ? '' : (known?.name ?? TEXTS[language].chat.somebody));
  }
  return wordsOf(text, (id) => names.get(id) ?? '');
};
