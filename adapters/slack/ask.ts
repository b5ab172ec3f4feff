import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { MOST_CHARACTERS } from '../../bot/cases/transition.ts';
import { fingerprint } from '../../bot/fingerprint.ts';
import type { Language } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { orAnswerStoreAway, orSayStoreAway } from '../chat/store-away.ts';
import type { TurnNeeds } from './needs.ts';
import type { Submission, Typed } from './payloads.ts';
import { wordsOf } from './plain-words.ts';
import { recognise } from './recognise.ts';
import { askWindow, lineWindow } from './windows.ts';

/** What a window gets for an answer to its Send; nothing closes it. */
export type WindowAnswer =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ModalView }
  | undefined;

/** `/sparring`: alone it opens the window, with a text it is a draft or one of the words. Answers a line for the one who typed. */
export const takeCommand = async (typed: Typed, needs: TurnNeeds): Promise<string | undefined> => {
  const { user_id: user, trigger_id: trigger, channel_id: channel } = typed;
  const who = await recognise(user, needs);
  const { chat } = TEXTS[who.language];
  if (isRefused(who)) return chat.refused[who.refused];
  const text = wordsOf(typed.text, () => chat.somebody);
  if (text === '') {
    await openWindow(user, trigger, askWindow('', who.language), who.language, needs);
    return undefined;
  }
  const say = (line: string) => needs.api.whisper(channel, user, line);
  await orSayStoreAway(
    () => needs.bot.hear({ id: fingerprint('slack', 'command', user, trigger, typed.text), from: who, text }),
    { name: `command.${trigger}`, say, language: who.language },
    needs,
  );
  needs.send();
  return (await needs.chats.get(user)) === channel ? undefined : chat.inOwnChat;
};

/** A shortcut: on a message with its words, which name nobody; anywhere else empty. */
export const openAsking = async (user: string, trigger: string, quoted: string, needs: TurnNeeds): Promise<void> => {
  const who = await recognise(user, needs);
  const { language } = who;
  const { chat } = TEXTS[language];
  const view = isRefused(who)
    ? lineWindow(chat.refused[who.refused], language)
    : askWindow(
        wordsOf(quoted, () => chat.somebody),
        language,
      );
  await openWindow(user, trigger, view, language, needs);
};

/** Slack takes a window for three seconds after the press, and once for each. */
export const openWindow = async (
  user: string,
  trigger: string,
  view: object,
  language: Language,
  { api, chats, isFirst, onFault }: TurnNeeds,
): Promise<void> => {
  if (!isFirst(`window.${trigger}`)) return;
  try {
    await api.openModal(trigger, view);
  } catch (error) {
    onFault(error);
    const channel = await chats.get(user);
    if (channel !== null) await api.whisper(channel, user, TEXTS[language].slack.tooSlow).catch(onFault);
  }
};

/** One line instead of the window's fields. */
export const onLine = (line: string, language: Language): WindowAnswer => ({
  response_action: 'update',
  view: lineWindow(line, language),
});

const onText = (fault: string): WindowAnswer => ({ response_action: 'errors', errors: { text: fault } });

const asked = z.object({ text: z.object({ text: z.object({ value: z.string().nullish() }) }) });

/** The window's Send: the draft stands in the person's own chat, and the window says so. */
export const takeAsking = async ({ user, view }: Submission, needs: TurnNeeds): Promise<WindowAnswer> => {
  const who = await recognise(user.id, needs);
  const { language } = who;
  const { chat, slack } = TEXTS[language];
  if (isRefused(who)) return onLine(chat.refused[who.refused], language);
  const text = asked.safeParse(view.state.values).data?.text.text.value?.trim() ?? '';
  const fault =
    text === '' ? slack.ask.empty : text.length > MOST_CHARACTERS ? slack.ask.tooLong(String(MOST_CHARACTERS)) : null;
  if (fault !== null) return onText(fault);
  const work = async (): Promise<WindowAnswer> => {
    await needs.bot.hear({ id: fingerprint('slack', 'window', user.id, view.id, view.hash ?? ''), from: who, text });
    needs.send();
    return onLine(chat.inOwnChat, language);
  };
  return orAnswerStoreAway(work, onText, language, needs);
};
