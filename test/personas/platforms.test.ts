import { CHATS } from './chats/chats.ts';
import { stageOn } from './support/on-platform.ts';
import { play } from './support/play.ts';

for (const platform of ['slack', 'teams'] as const) {
  describe(`people who never read a help text, in ${platform}`, () => {
    for (const chat of CHATS.filter(({ everywhere }) => everywhere))
      it(`${chat.title}: ${chat.about}`, () => stageOn(platform)(chat, (place) => play(chat, place)));
  });
}
