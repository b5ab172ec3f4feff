import { z } from 'zod';
import { fingerprint } from '../../bot/fingerprint.ts';
import type { Language } from '../../bot/words.ts';
import { shorten } from '../../cards/clean.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { hearAside } from '../chat/hear.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { orAnswerStoreAway } from '../chat/store-away.ts';
import { type Activity, addressOf, heardId } from './activity.ts';
import type { Answer, TurnDeps } from './deps.ts';
import { chatLink } from './hear-message.ts';
import { CARD } from './message.ts';
import { findOwnChat } from './own-chat.ts';
import { wordsOf, wordsOfHtml } from './plain-words.ts';
import { languageIn, recognise } from './recognise.ts';

/** The message action "Get sparring on this": a dialog with the text of the message, which becomes a draft. */

const mention = z.object({
  id: z.union([z.string(), z.number()]),
  mentioned: z.object({ user: z.object({ id: z.string() }).nullish() }).nullish(),
});
const fetched = z.object({
  messagePayload: z
    .object({
      body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
      mentions: z.array(mention).nullish().catch(null),
    })
    .nullish(),
});
const submitted = z.object({ data: z.object({ dialog: z.string().max(100), text: z.string().nullish() }) });

/** Characters in one field of a card. This is Slack's limit, so that a dilemma fits on both platforms. */
const MAX_TEXT_LENGTH = 3000;

/** Handles `composeExtension/fetchTask`. Nothing is stored: the text goes straight back to Teams. */
export const openDialog = (activity: Activity, deps: TurnDeps): Answer => {
  const language = languageIn(activity, deps);
  const { chat, teams } = TEXTS[language];
  const read = fetched.safeParse(activity.value);
  const body = read.data?.messagePayload?.body;
  const accounts = new Map(
    (read.data?.messagePayload?.mentions ?? []).map(({ id, mentioned }) => [String(id), mentioned?.user?.id ?? null]),
  );
  const mentionedAt = (id: string) => accounts.get(id) ?? null;
  const content = body?.content ?? '';
  const words = body?.contentType === 'text' ? wordsOf(content, []) : wordsOfHtml(content, chat.somebody, mentionedAt);
  // The id of this dialog, so that a repeated Send gives one draft and a second dialog gives another.
  const card = dialogCard(shorten(words, MAX_TEXT_LENGTH, '…'), heardId(activity), language);
  return task({
    type: 'continue',
    value: { title: teams.dialog.title, height: 'medium', width: 'medium', card: { contentType: CARD, content: card } },
  });
};

/** Handles `composeExtension/submitAction`. The draft appears in the person's own chat, and the dialog says so. */
export const closeDialog = async (activity: Activity, deps: TurnDeps): Promise<Answer> => {
  const language = languageIn(activity, deps);
  const { teams } = TEXTS[language];
  const line = (value: string): Answer => task({ type: 'message', value });
  const read = submitted.safeParse(activity.value);
  if (!read.success) return { status: 400 };
  const { dialog, text } = read.data.data;
  if (!text?.trim()) return line(teams.dialog.empty);
  const work = async (): Promise<Answer> => {
    const chat = await findOwnChat(activity, deps);
    if (chat === null) return line(teams.install(chatLink(deps.appId)));
    const who = await recognise(activity, chat, deps);
    if (isRefused(who)) return line(TEXTS[who.language].chat.refused[who.refused]);
    const id = fingerprint('teams', 'dialog', addressOf(activity.from), dialog);
    return line((await hearAside({ id, from: who, text }, deps)) ?? TEXTS[who.language].chat.inOwnChat);
  };
  return orAnswerStoreAway(work, line, language, deps);
};

const task = (value: object): Answer => ({ status: 200, body: { task: value } });

const dialogCard = (words: string, dialog: string, language: Language) => {
  const { intro, label, send } = TEXTS[language].teams.dialog;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    body: [
      { type: 'TextBlock', text: intro, wrap: true },
      { type: 'Input.Text', id: 'text', label, isMultiline: true, maxLength: MAX_TEXT_LENGTH, value: words },
    ],
    actions: [{ type: 'Action.Submit', title: send, style: 'positive', data: { dialog } }],
  };
};
