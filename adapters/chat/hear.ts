import type { Heard } from '../../bot/conversation/heard.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import type { ChatDeps } from './deps.ts';

/** A message that may have brought what Sammen cannot take: a file, a picture, a forwarded message. */
export type Brought = Heard & { more: boolean };

/** Posts one line where the message was written. `about` tells the lines about one message apart. */
type SayThere = (about: 'heard' | 'only-text' | 'too-fast', line: string) => Promise<void>;

type HearDeps = Pick<ChatDeps, 'bot' | 'send' | 'notAgain' | 'changes' | 'isTooFast'>;

/** Passes a message to the bot. Says there when its answer went to the person's own chat, and when only text came along. */
export const hear = (brought: Brought, sayThere: SayThere, deps: HearDeps): Promise<void> =>
  deps.changes.inTurn(brought.id, async () => {
    const early = deps.changes.arrived(brought.id);
    if (early?.kind === 'deleted') return;
    await hearNow(early === null ? brought : { ...brought, text: early.text }, sayThere, deps);
  });

const hearNow = async (
  { more, ...heard }: Brought,
  sayThere: SayThere,
  { bot, send, notAgain, isTooFast }: HearDeps,
): Promise<void> => {
  const { from, text, team } = heard;
  const { inOwnChat, onlyText, tooFast } = TEXTS[from.language].chat;
  if (await isTooFast(from._id)) {
    if (notAgain(`too-fast.${from._id}`)) await sayThere('too-fast', tooFast.words);
    return;
  }
  if (more && from.forgetting === undefined) {
    if (notAgain(`only-text.${from._id}`)) await sayThere('only-text', text === '' ? onlyText.alone : onlyText.beside);
    if (text === '') return;
  }
  const answered = await bot.hear(heard);
  send();
  if (team !== undefined && answered === 'alone') await sayThere('heard', inOwnChat);
};

/** Passes words to the bot that were not written as a message of a chat. Returns a line for the person when nothing was heard. */
export const hearAside = async (
  heard: Heard,
  { bot, send, isTooFast }: Pick<ChatDeps, 'bot' | 'send' | 'isTooFast'>,
): Promise<string | null> => {
  if (await isTooFast(heard.from._id)) return TEXTS[heard.from.language].chat.tooFast.words;
  await bot.hear(heard);
  send();
  return null;
};
