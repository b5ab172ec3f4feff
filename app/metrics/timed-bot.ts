import type { Bot } from '../../bot/conversation/bot.ts';
import type { Platform } from '../../bot/platform.ts';
import type { Metrics, Turn } from './create-metrics.ts';

/** A bot whose turns are timed, also those that end in a refusal or a fault. */
export const timedBot = (bot: Bot, platform: Platform, { turned }: Pick<Metrics, 'turned'>): Bot => {
  const timed =
    <Args extends readonly unknown[], T>(turn: Turn, work: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      const began = performance.now();
      try {
        return await work(...args);
      } finally {
        turned(platform, turn, (performance.now() - began) / 1000);
      }
    };
  return {
    hear: timed('hear', bot.hear),
    press: timed('press', bot.press),
    rewrite: timed('other', bot.rewrite),
    takeBack: timed('other', bot.takeBack),
    bringBack: timed('other', bot.bringBack),
    searchColleagues: timed('other', bot.searchColleagues),
    greet: timed('other', bot.greet),
    // A part of the turns above, before each of them: counted besides, it would halve what they seem to take.
    returned: bot.returned,
  };
};
