import { MalformedAction } from '../../bot/conversation/decode-action.ts';
import { fieldOf } from '../../bot/conversation/field-of.ts';
import type { Pressed } from '../../bot/conversation/press.ts';
import { Refusal, type RefusalCode } from '../../bot/refusal.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import type { ChatDeps } from './deps.ts';

/**
 * Why a press was rejected. `code` is null for a press that none of our cards can produce, and for one too many; `field` when the line is
 * about the whole press.
 */
export type NotDone = { line: string; code: RefusalCode | null; field: string | null };

/** A press of a platform that says how it tells a press that comes again from a new one. */
type Delivered = Pressed & Required<Pick<Pressed, 'delivery'>>;

/** Passes a press to the bot. Returns null on success. */
export const press = async (
  pressed: Delivered,
  { bot, cards, send, isTooFast }: Pick<ChatDeps, 'bot' | 'cards' | 'send' | 'isTooFast'>,
): Promise<NotDone | null> => {
  const { language } = pressed.from;
  if (await isTooFast(pressed.from._id)) return { line: TEXTS[language].chat.tooFast.press, code: null, field: null };
  try {
    await bot.press(pressed);
  } catch (error) {
    if (error instanceof MalformedAction) return { line: cards.pressUnknown(language), code: null, field: null };
    if (!(error instanceof Refusal)) throw error;
    send();
    return { line: cards.refusal(error, language), code: error.code, field: fieldOf(error, pressed.verb) };
  }
  send();
  return null;
};
