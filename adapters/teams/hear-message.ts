import { fingerprint } from '../../bot/fingerprint.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { hear } from '../chat/hear.ts';
import { isRefused, type Refused } from '../chat/recognise-account.ts';
import { sayOnce } from '../chat/say-once.ts';
import { type Activity, addressOf, heardId, isPersonal, mentionsOfUs, placeOf } from './activity.ts';
import type { TurnDeps } from './deps.ts';
import { textMessage } from './message.ts';
import { findOwnChat } from './own-chat.ts';
import { languageIn, recognise } from './recognise.ts';
import { keepTeamChat } from './team-chat.ts';
import { wordsIn } from './words-in.ts';

/** Handles a message in a person's own chat with Sammen, or one that mentions Sammen. */
export const hearMessage = async (activity: Activity, deps: TurnDeps): Promise<void> => {
  const personal = isPersonal(activity);
  if (!personal && mentionsOfUs(activity).length === 0) return;
  const chat = await findOwnChat(activity, deps);
  const { teams } = TEXTS[languageIn(activity, deps)];
  if (chat === null) return sayHere(activity, 'install', teams.install(chatLink(deps.appId)), deps);
  const who = await recognise(activity, chat, deps);
  if (isRefused(who)) return refuse(activity, who, deps);
  const team = personal ? {} : { team: { platform: 'teams' as const, channel: await keepTeamChat(activity, deps) } };
  const heard = { id: heardId(activity), from: who, ...wordsIn(activity), ...team };
  await hear(heard, (about, line) => sayHere(activity, about, line, deps), deps);
};

/** A link that opens the chat with Sammen, and offers to add the app if it is missing. */
export const chatLink = (appId: string): string => `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`;

/** Politely refuses an account. Another bot is told only once, because two bots could answer each other for ever. */
const refuse = async (activity: Activity, { refused, language }: Refused, deps: TurnDeps): Promise<void> => {
  if (refused === 'bot' && !(await deps.references.once(fingerprint('bot', addressOf(activity.from))))) return;
  await sayHere(activity, refused, TEXTS[language].chat.refused[refused], deps);
};

/** Posts one line where the activity came from; in a channel, in its thread. */
const sayHere = (activity: Activity, about: string, text: string, deps: TurnDeps): Promise<void> => {
  const { connector, references, onFault } = deps;
  const say = () => connector.post(placeOf(activity), textMessage(text));
  return sayOnce([about, heardId(activity)], say, { once: references.once, onFault });
};
