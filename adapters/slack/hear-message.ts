import { fingerprint } from '../../bot/fingerprint.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { StoreUnavailable } from '../store/collection.ts';
import type { TurnDeps } from './deps.ts';
import { isFirst, sayOnce } from './lines.ts';
import type { Written } from './payloads.ts';
import { peopleIn, wordsOf } from './plain-words.ts';
import { isRefused, recognise } from './recognise.ts';
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
  await orSayStoreAway(written, deps, () => hear(written, false, deps));
};

/** Sammen was mentioned in a channel. Slack tells of a mention in the own chat as a message, too. */
export const hearMention = async (written: Written, deps: TurnDeps): Promise<void> => {
  if (isOwnChat(written) || !isByHuman(written)) return;
  await orSayStoreAway(written, deps, () => hear(written, true, deps));
};

const hear = async (written: Written, openly: boolean, deps: TurnDeps): Promise<void> => {
  const { user = '', channel, ts } = written;
  const who = await recognise(user, deps);
  const thread = openly ? { thread: written.thread_ts ?? ts } : {};
  if (isRefused(who)) {
    // Another bot is not answered: two that answer each other would never end.
    if (who.refused === 'bot') return;
    const line = TEXTS[who.language].slack.refused.guest;
    return sayOnce(['guest', heardId(written)], { channel, ...thread, text: line }, deps);
  }
  if (!openly) await deps.chats.keep(user, channel);
  const text = await wordsIn(written.text ?? '', who.language, deps);
  const team = openly ? { team: { platform: 'slack' as const, channel } } : {};
  const answered = await deps.bot.hear({ id: heardId(written), from: who, text, ...team });
  deps.send();
  if (!openly || answered === 'in-channel') return;
  const line = TEXTS[who.language].slack.inOwnChat;
  await sayOnce(['heard', heardId(written)], { channel, ...thread, text: line }, deps);
};

/** The same message keeps its name through every delivery, whatever event brings it. */
const heardId = ({ channel, user, ts, text }: Written): string => fingerprint('slack', channel, user, ts, text ?? '');

/** Colleagues who are known keep their name; of others only that they are one. */
const wordsIn = async (text: string, language: keyof typeof TEXTS, { house, self }: TurnDeps): Promise<string> => {
  const us = self().user;
  const names = new Map<string, string>();
  for (const id of peopleIn(text)) {
    const known = id === us ? null : await house.people.byAddress('slack', id);
    names.set(id, id === us ? '' : (known?.name ?? TEXTS[language].slack.somebody));
  }
  return wordsOf(text, (id) => names.get(id) ?? '');
};

/** Slack is told to bring it again, and the person is told, too: nobody knows whether Slack will. */
const orSayStoreAway = async (written: Written, deps: TurnDeps, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const { user = '' } = written;
    if (error instanceof StoreUnavailable && isFirst(heardId(written), deps.told)) {
      const text = deps.cards.storeAway(deps.language);
      const told = isOwnChat(written)
        ? deps.api.post(written.channel, lineMessage(text))
        : deps.api.whisper(written.channel, user, text);
      await told.catch(deps.onFault);
    }
    throw error;
  }
};
