import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { MOST_CHARACTERS } from '../../bot/cases/transition.ts';
import { fingerprint } from '../../bot/fingerprint.ts';
import type { Language } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { StoreUnavailable } from '../store/collection.ts';
import { isFirst } from './lines.ts';
import type { TurnNeeds } from './needs.ts';
import type { Submission, Typed } from './payloads.ts';
import { wordsOf } from './plain-words.ts';
import { isRefused, recognise } from './recognise.ts';
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
  if (isRefused(who)) return TEXTS[who.language].slack.refused[who.refused];
  const text = wordsOf(typed.text, () => TEXTS[who.language].slack.somebody);
  if (text === '') {
    await openWindow(user, trigger, askWindow('', who.language), who.language, needs);
    return undefined;
  }
  try {
    await needs.bot.hear({ id: fingerprint('slack', 'command', user, trigger, typed.text), from: who, text });
  } catch (error) {
    if (error instanceof StoreUnavailable && isFirst(`command.${trigger}`, needs.told))
      await needs.api.whisper(channel, user, needs.cards.storeAway(who.language)).catch(needs.onFault);
    throw error;
  }
  needs.send();
  return (await needs.chats.get(user)) === channel ? undefined : TEXTS[who.language].slack.inOwnChat;
};

/** A shortcut: on a message with its words, which name nobody; anywhere else empty. */
export const openAsking = async (user: string, trigger: string, quoted: string, needs: TurnNeeds): Promise<void> => {
  const who = await recognise(user, needs);
  const { language } = who;
  const { slack } = TEXTS[language];
  const view = isRefused(who)
    ? lineWindow(slack.refused[who.refused], language)
    : askWindow(
        wordsOf(quoted, () => slack.somebody),
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
  { api, chats, told, onFault }: TurnNeeds,
): Promise<void> => {
  if (!isFirst(`window.${trigger}`, told)) return;
  try {
    await api.openModal(trigger, view);
  } catch (error) {
    onFault(error);
    const channel = await chats.get(user);
    if (channel !== null) await api.whisper(channel, user, TEXTS[language].slack.tooSlow).catch(onFault);
  }
};

const onText = (fault: string): WindowAnswer => ({ response_action: 'errors', errors: { text: fault } });

const asked = z.object({ text: z.object({ text: z.object({ value: z.string().nullish() }) }) });

/** The window's Send: the draft stands in the person's own chat, and the window says so. */
export const takeAsking = async ({ user, view }: Submission, needs: TurnNeeds): Promise<WindowAnswer> => {
  const who = await recognise(user.id, needs);
  const { language } = who;
  const { slack } = TEXTS[language];
  if (isRefused(who)) return { response_action: 'update', view: lineWindow(slack.refused[who.refused], language) };
  const text = asked.safeParse(view.state.values).data?.text.text.value?.trim() ?? '';
  const fault =
    text === '' ? slack.ask.empty : text.length > MOST_CHARACTERS ? slack.ask.tooLong(String(MOST_CHARACTERS)) : null;
  if (fault !== null) return onText(fault);
  try {
    await needs.bot.hear({ id: fingerprint('slack', 'window', user.id, view.id, view.hash ?? ''), from: who, text });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    needs.onFault(error);
    return onText(needs.cards.storeAway(language));
  }
  needs.send();
  return { response_action: 'update', view: lineWindow(slack.inOwnChat, language) };
};
