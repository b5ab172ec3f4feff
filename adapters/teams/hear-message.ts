import { fingerprint } from '../../bot/fingerprint.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { hear } from '../chat/hear.ts';
import { isRefused, type Refused } from '../chat/recognise-account.ts';
import { sayOnce } from '../chat/say-once.ts';
import { type Activity, addressOf, heardId, isPersonal, mentionsOfUs, placeOf } from './activity.ts';
import { textMessage } from './message.ts';
import type { TurnNeeds } from './needs.ts';
import { findOwnChat } from './own-chat.ts';
import { wordsOf } from './plain-words.ts';
import { languageIn, recognise } from './recognise.ts';
import { keepTeamChat } from './team-chat.ts';

/** Something written to Sammen, in their own chat or where Sammen was mentioned. */
export const hearMessage = async (activity: Activity, needs: TurnNeeds): Promise<void> => {
  const mentions = mentionsOfUs(activity);
  const personal = isPersonal(activity);
  if (!personal && mentions.length === 0) return;
  const text = wordsOf(activity.text, mentions);
  const chat = await findOwnChat(activity, needs);
  const { teams } = TEXTS[languageIn(activity, needs)];
  if (chat === null) return sayHere(activity, 'install', teams.install(chatLink(needs.appId)), needs);
  const who = await recognise(activity, chat, needs);
  if (isRefused(who)) return refuse(activity, who, needs);
  const team = personal ? {} : { team: { platform: 'teams' as const, channel: await keepTeamChat(activity, needs) } };
  const heard = { id: heardId(activity), from: who, text, ...team };
  await hear(heard, (line) => sayHere(activity, 'heard', line, needs), needs);
};

/** Opens the chat with Sammen, and offers to add it where it is not there yet. */
export const chatLink = (appId: string): string => `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`;

/** A kind no. Another bot hears it once: two that answer each other would never end. */
const refuse = async (activity: Activity, { refused, language }: Refused, needs: TurnNeeds): Promise<void> => {
  if (refused === 'bot' && !(await needs.references.once(fingerprint('bot', addressOf(activity.from))))) return;
  await sayHere(activity, refused, TEXTS[language].chat.refused[refused], needs);
};

/** One line where the activity came from; in a channel that is its thread. */
const sayHere = (activity: Activity, about: string, text: string, needs: TurnNeeds): Promise<void> => {
  const { connector, references, onFault } = needs;
  const say = () => connector.post(placeOf(activity), textMessage(text));
  return sayOnce([about, heardId(activity)], say, { once: references.once, onFault });
};
