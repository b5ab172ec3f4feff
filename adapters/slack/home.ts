import { myCases } from '../../bot/conversation/my-cases.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { profileNotice } from '../../bot/people/profile-view.ts';
import { renderSlackHome } from '../../cards/block-kit.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import type { TurnNeeds } from './needs.ts';
import { isRefused, recognise } from './recognise.ts';
import { lineHome } from './windows.ts';

type Opened = { user: string; channel?: string | undefined; tab: string };

/** Somebody looks at the App Home or at the chat. Whoever has not been here before is greeted in the chat. */
export const openHome = async ({ user, channel, tab }: Opened, needs: TurnNeeds): Promise<void> => {
  const isHome = tab === 'home';
  const isNew = (await needs.chats.get(user)) === null;
  const who = await recognise(user, needs);
  if (isRefused(who)) {
    if (!isHome) return;
    return needs.api.publishHome(user, lineHome(TEXTS[who.language].slack.refused[who.refused])).catch(needs.onFault);
  }
  if (isNew) {
    if (channel !== undefined) await needs.chats.keep(user, channel);
    await needs.bot.greet(who);
    needs.send();
  }
  if (isHome) await publishHome(who, user, needs).catch(needs.onFault);
};

/** The person's cases with what is offered and listed to them, then what Sammen knows of them, and its languages. */
export const publishHome = async (person: Person, user: string, { house, cards, api }: TurnNeeds): Promise<void> => {
  // As they are now: a press may just have changed them.
  const who = (await house.people.get(person._id)) ?? person;
  const notices: Notice[] = [
    await myCases(who, house),
    await profileNotice(who, 'nothing', house),
    { kind: 'language', language: who.language },
  ];
  const drawn = notices.map((notice) => cards.card(notice, who.language));
  await api.publishHome(user, renderSlackHome(drawn, who.language));
};
