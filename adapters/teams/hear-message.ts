import { fingerprint } from '../../bot/fingerprint.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { hear } from '../chat/hear.ts';
import { isRefused, type Refused } from '../chat/recognise-account.ts';
import { sayOnce } from '../chat/say-once.ts';
import { type Activity, addressOf, heardId, isPersonal, mentionsOfUs, placeOf } from './activity.ts';
import type { TurnDeps } from './deps.ts';
import { textMessage } from './message.ts';
import { findOwnChat } from './own-chat.ts';
import { wordsOf } from './plain-words.ts';
import { languageIn, recognise } from './recognise.ts';
import { keepTeamChat } from './team-chat.ts';

/** Something written to Sammen, in their own chat or where Sammen was mentioned. */
export const hearMessage = async (activity: Activity, deps: TurnDeps): Promise<void> => {
  const mentions = mentionsOfUs(activity);
  const personal = isPersonal(activity);
  if (!personal && mentions.length === 0) return;
  const text = wordsOf(activity.text, mentions);
  const chat = await findOwnChat(activity, deps);
  const { teams } = TEXTS[languageIn(activity, deps)];
  if (chat === null) return sayHere(activity, 'install', teams.install(chatLink(deps.appId)), deps);
  const who = await recognise(activity, chat, deps);
  if (isRefused(who)) return refuse(activity, who, deps);
  const team = personal ? {} : { team: { platform: 'teams' as const, channel: await keepTeamChat(activity, deps) } };
  const heard = { id: heardId(activity), from: who, text, ...team };
  await hear(heard, (line) => sayHere(activity, 'heard', line, deps), deps);
};

/** Opens the chat with Sammen, and offers to add it where it is not there yet. */
export const chatLink = (appId: string): string => `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`;

/** A kind no. Another bot hears it once: two that answer each other would never end. */
const refuse = async (activity: Activity, { refused, language }: Refused, deps: TurnDeps): Promise<void> => {
  if (refused === 'bot' && !(await deps.references.once(fingerprint('bot', addressOf(activity.from))))) return;
  await sayHere(activity, refused, TEXTS[language].chat.refused[refused], deps);
};

/** One line where the activity came from; in a channel that is its thread. */
const sayHere = (activity: Activity, about: string, text: string, deps: TurnDeps): Promise<void> => {
  const { connector, references, onFault } = deps;
  const say = () => connector.post(placeOf(activity), textMessage(text));
  return sayOnce([about, heardId(activity)], say, { once: references.once, onFault });
};
