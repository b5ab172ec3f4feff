import { z } from 'zod';
import { subjectOf } from '../../bot/conversation/decode-action.ts';
import type { Person } from '../../bot/people/person.ts';
import { type AdaptiveCardJson, renderAdaptiveCard } from '../../cards/adaptive.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { press } from '../chat/press.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { orAnswerStoreAway } from '../chat/store-away.ts';
import { type Activity, isPersonal, placeOf } from './activity.ts';
import type { Answer, TurnDeps } from './deps.ts';
import { CARD, textMessage } from './message.ts';
import { findOwnChat } from './own-chat.ts';
import { languageIn, recognise } from './recognise.ts';

const execute = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string(), data: z.unknown().optional() }),
});
const submit = z.looseObject({ action: z.string() });

type Press = { verb: string; data: unknown };

/** The result of a press: the updated card, a confirmation, or the reason for a refusal. */
type Outcome = { kind: 'card'; card: AdaptiveCardJson } | { kind: 'done' | 'refused'; line: string };

const LINE = 'application/vnd.microsoft.activity.message';

/** Handles `adaptiveCard/action`. Always answers 200, because Teams shows any other status as a broken app. */
export const pressByInvoke = async (activity: Activity, deps: TurnDeps): Promise<Answer> => {
  const read = execute.safeParse(activity.value);
  if (!read.success) return { status: 400 };
  const { verb, data } = read.data.action;
  const outcome = await pressOn(activity, { verb, data: data ?? {} }, deps);
  const result = outcome.kind === 'card' ? { type: CARD, value: outcome.card } : { type: LINE, value: outcome.line };
  return { status: 200, body: { statusCode: 200, ...result } };
};

/** Whether a message is a press by `Action.Submit`, from a client that does not know `Action.Execute`. */
export const isSubmit = ({ value }: Activity): boolean => submit.safeParse(value).success;

/** Handles an `Action.Submit`. It has no answer, so the card is updated separately and a refusal goes into the chat. */
export const pressBySubmit = async (activity: Activity, deps: TurnDeps): Promise<void> => {
  const data = submit.parse(activity.value);
  const outcome = await pressOn(activity, { verb: data.action, data }, deps);
  if (outcome.kind !== 'refused') return;
  await deps.connector.post(placeOf(activity), textMessage(outcome.line)).catch(deps.onFault);
};

const refused = (line: string): Outcome => ({ kind: 'refused', line });

const pressOn = async (activity: Activity, pressed: Press, deps: TurnDeps): Promise<Outcome> => {
  const language = languageIn(activity, deps);
  const { chat: texts, teams } = TEXTS[language];
  // A card may have been forwarded: answering there would show the case to everybody in the conversation.
  if (!isPersonal(activity)) return refused(teams.pressInOwnChat);
  const work = async (): Promise<Outcome> => {
    const chat = await findOwnChat(activity, deps);
    if (chat === null) return refused(texts.refused.guest);
    const who = await recognise(activity, chat, deps);
    return isRefused(who) ? refused(texts.refused[who.refused]) : pressAs(who, activity, pressed, deps);
  };
  return orAnswerStoreAway(work, refused, language, deps);
};

const pressAs = async (from: Person, activity: Activity, { verb, data }: Press, deps: TurnDeps): Promise<Outcome> => {
  // Some clients do not say which message the button was on; then we use the chat's id instead.
  const message = activity.replyToId ?? activity.conversation.id;
  // Teams repeats an invoke that was not answered in time, also under a new id.
  const delivery = { id: activity.id ?? null, at: deps.now(), sameWish: 'for-a-minute' as const };
  const notDone = await press({ from, message, verb, data, delivery }, deps);
  return notDone === null ? cardNow(from, message, { verb, data }, deps) : refused(notDone.line);
};

/** The press is stored already, so a fault from here on must not look like a failed press. */
const cardNow = async (to: Person, message: string, { verb, data }: Press, deps: TurnDeps): Promise<Outcome> => {
  const about = subjectOf(verb, data);
  const unread = (error: unknown) => {
    deps.onFault(error);
    return null;
  };
  const card = about === null ? null : await deps.present(about, to, message).catch(unread);
  return card !== null
    ? { kind: 'card', card: renderAdaptiveCard(card, to.language) }
    : { kind: 'done', line: TEXTS[to.language].teams.pressed };
};
