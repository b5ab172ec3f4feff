import type { BareApi } from './bare-api.ts';
import { type Round, underLoad } from './load.ts';

/** A platform as people who write, each in a chat of their own, and wait for the answer. */
export type BarePlatform = {
  /** Lets so many people say hello who never wrote before: only then Sammen asks the platform who they are. */
  introduce(count: number, bots: readonly string[], maxConcurrent: number): Promise<Round>;
  /**
   * Each of the `count` people who said hello last asks a dilemma, of the bots in turn. A turn is over when its answer
   * was posted. Everybody asks one: what one person writes within minutes is one thought, not several.
   */
  ask(count: number, bots: readonly string[], maxConcurrent: number): Promise<Round>;
};

/** What `person`, the nth one, sends to the bot at `url`, and the chat that the answer comes to. */
type Written = { url: string; headers: Record<string, string>; body: string; chat: string };

export const openBarePlatform = (
  api: BareApi,
  write: (nth: number, text: string, url: string) => Written,
): BarePlatform => {
  let people = 0;
  const say = (first: number, texts: readonly string[], bots: readonly string[], maxConcurrent: number) =>
    underLoad(
      texts.map((text, i) => write(first + i, text, bots[i % bots.length] ?? '')),
      maxConcurrent,
      async () => undefined,
      ({ chat }) => api.posted(chat),
    );
  return {
    introduce: (count, bots, maxConcurrent) => {
      people += count;
      return say(people - count, Array<string>(count).fill('hej'), bots, maxConcurrent);
    },
    ask: (count, bots, maxConcurrent) => {
      const first = people - count;
      const texts = Array.from(
        { length: count },
        (_, i) => `Skaterne vil bygge en rampe nummer ${first + i}. Hvem skal jeg tale med?`,
      );
      return say(first, texts, bots, maxConcurrent);
    },
  };
};
