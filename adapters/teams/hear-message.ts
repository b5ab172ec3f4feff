import { fingerprint } from '../../bot/fingerprint.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { type Activity, addressOf, heardId, isPersonal, mentionsOfUs, placeOf } from './activity.ts';
import type { TurnDeps } from './deps.ts';
import { textMessage } from './message.ts';
import { findOwnChat } from './own-chat.ts';
import { wordsOf } from './plain-words.ts';
import { languageOf, type NotForUs, recognise } from './recognise.ts';
import { keepTeamChat } from './team-chat.ts';

/** Something written to Sammen, in their own chat or where Sammen was mentioned. */
export const hearMessage = async (activity: Activity, deps: TurnDeps): Promise<void> => {
  const mentions = mentionsOfUs(activity);
  const personal = isPersonal(activity);
  if (!personal && mentions.length === 0) return;
  const text = wordsOf(activity.text, mentions);
  const chat = await findOwnChat(activity, deps);
  const { teams } = TEXTS[languageOf(activity, deps.language)];
  if (chat === null) return sayHere(activity, 'install', teams.install(chatLink(deps.appId)), deps);
  const who = await recognise(activity, chat, deps);
  if (typeof who === 'string') return refuse(activity, who, deps);
  const team = personal ? null : await keepTeamChat(activity, deps);
  const heard = { id: heardId(activity), from: who, text };
  const answered = await deps.bot.hear(
    team === null ? heard : { ...heard, team: { platform: 'teams', channel: team } },
  );
  deps.send();
  if (!personal && answered === 'alone') await sayHere(activity, 'heard', TEXTS[who.language].teams.inOwnChat, deps);
};

/** Opens the chat with Sammen, and offers to add it where it is not there yet. */
export const chatLink = (appId: string): string => `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`;

/** A kind no. Another bot hears it once: two that answer each other would never end. */
const refuse = async (activity: Activity, who: NotForUs, deps: TurnDeps): Promise<void> => {
  const { teams } = TEXTS[languageOf(activity, deps.language)];
  if (who === 'bot' && !(await deps.references.once(fingerprint('bot', addressOf(activity.from))))) return;
  await sayHere(activity, who, teams.refused[who], deps);
};

/** One line where the activity came from; in a channel that is its thread. A line that is lost harms nobody. */
const sayHere = async (activity: Activity, about: string, text: string, deps: TurnDeps): Promise<void> => {
  if (!(await deps.references.once(fingerprint('line', about, heardId(activity))))) return;
  await deps.connector.post(placeOf(activity), textMessage(text)).catch(deps.onFault);
};
