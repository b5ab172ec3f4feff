import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { fingerprint } from '../../bot/fingerprint.ts';
import { MAX_TEXT_LENGTH } from '../../bot/privacy/free-text.ts';
import type { Language } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { hearAside } from '../chat/hear.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { orAnswerStoreAway, orSayStoreAway } from '../chat/store-away.ts';
import type { TurnDeps } from './deps.ts';
import { askModal, lineModal } from './modals.ts';
import type { Submission, Typed } from './payloads.ts';
import { wordsOf } from './plain-words.ts';
import { recognise } from './recognise.ts';

/** The answer to a modal's Send; undefined closes the modal. */
export type ModalAnswer =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ModalView }
  | undefined;

/**
 * Handles `/sparring`. Without a text it opens the modal; a text is heard like a message. Returns a line for the person
 * who typed, if there is one.
 */
export const takeCommand = async (typed: Typed, deps: TurnDeps): Promise<string | undefined> => {
  const { user_id: user, trigger_id: trigger, channel_id: channel } = typed;
  const who = await recognise(user, deps);
  const { chat } = TEXTS[who.language];
  if (isRefused(who)) return chat.refused[who.refused];
  const text = wordsOf(typed.text, () => chat.somebody, TEXTS[who.language].slack.mentioned);
  if (text === '') {
    await openModal(user, trigger, askModal('', who.language), who.language, deps);
    return undefined;
  }
  const say = (line: string) => deps.api.whisper(channel, user, line);
  const id = fingerprint('slack', 'command', user, trigger, typed.text);
  const notHeard = await orSayStoreAway(
    () => hearAside({ id, from: who, text }, deps),
    { name: `command.${trigger}`, say, language: who.language },
    deps,
  );
  if (notHeard !== null) return notHeard;
  return (await deps.chats.get(user)) === channel ? undefined : chat.inOwnChat;
};

/** Handles a shortcut. On a message, the modal starts with its text, without names; elsewhere it starts empty. */
export const openAsking = async (user: string, trigger: string, quoted: string, deps: TurnDeps): Promise<void> => {
  const who = await recognise(user, deps);
  const { language } = who;
  const { chat, slack } = TEXTS[language];
  const view = isRefused(who)
    ? lineModal(chat.refused[who.refused], language)
    : askModal(
        wordsOf(quoted, () => chat.somebody, slack.mentioned),
        language,
      );
  await openModal(user, trigger, view, language, deps);
};

/** Opens a modal. Slack accepts one per trigger, within three seconds after the press. */
export const openModal = async (
  user: string,
  trigger: string,
  view: object,
  language: Language,
  { api, chats, isFirst, onFault }: TurnDeps,
): Promise<void> => {
  if (!isFirst(`modal.${trigger}`)) return;
  try {
    await api.openModal(trigger, view);
  } catch (error) {
    onFault(error);
    const channel = await chats.get(user);
    if (channel !== null) await api.whisper(channel, user, TEXTS[language].slack.tooSlow).catch(onFault);
  }
};

/** Replaces the modal's fields with one line. */
export const showLine = (line: string, language: Language): ModalAnswer => ({
  response_action: 'update',
  view: lineModal(line, language),
});

const textError = (fault: string): ModalAnswer => ({ response_action: 'errors', errors: { text: fault } });

const asked = z.object({ text: z.object({ text: z.object({ value: z.string().nullish() }) }) });

/** Handles the modal's Send. The draft appears in the person's own chat, and the modal says so. */
export const takeAsking = async ({ user, view }: Submission, deps: TurnDeps): Promise<ModalAnswer> => {
  const who = await recognise(user.id, deps);
  const { language } = who;
  const { chat, slack } = TEXTS[language];
  if (isRefused(who)) return showLine(chat.refused[who.refused], language);
  const text = asked.safeParse(view.state.values).data?.text.text.value?.trim() ?? '';
  const fault =
    text === '' ? slack.ask.empty : text.length > MAX_TEXT_LENGTH ? slack.ask.tooLong(String(MAX_TEXT_LENGTH)) : null;
  if (fault !== null) return textError(fault);
  const work = async (): Promise<ModalAnswer> => {
    const notHeard = await hearAside({ id: fingerprint('slack', 'window', user.id, view.id), from: who, text }, deps);
    // What was written stays in the window.
    return notHeard === null ? showLine(chat.inOwnChat, language) : textError(notHeard);
  };
  return orAnswerStoreAway(work, textError, language, deps);
};
