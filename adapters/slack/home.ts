import { wasErased } from '../../bot/accounts/erasure/was-erased.ts';
import { agentOverview } from '../../bot/cases/agent-overview.ts';
import { myCases } from '../../bot/cases/my-cases.ts';
import { wishesReply } from '../../bot/nudges/press-wish.ts';
import { principleOf } from '../../bot/nudges/principle-of-week.ts';
import { absenceNotice } from '../../bot/people/absence-view.ts';
import { isAgent, type Person } from '../../bot/people/person.ts';
import { profileNotice } from '../../bot/people/profile-view.ts';
import { thisWeek } from '../../bot/time/this-week.ts';
import type { Language } from '../../bot/words.ts';
import { renderSlackHome } from '../../cards/block-kit.ts';
import type { Card } from '../../cards/model.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { isRefused } from '../chat/recognise-account.ts';
import type { TurnDeps } from './deps.ts';
import { lineHome } from './modals.ts';
import { recognise } from './recognise.ts';

type Opened = { user: string; channel?: string | undefined; tab: string };

/** Handles the opening of the App Home or the chat. New people are greeted in the chat. */
export const openHome = async ({ user, channel, tab }: Opened, deps: TurnDeps): Promise<void> => {
  const isHome = tab === 'home';
  if (await wasErased({ platform: 'slack', id: user }, deps.context)) {
    // Opening the app is not coming back: Slack also sends this when an erased person reads the goodbye.
    if (!isHome) return;
    return deps.api.publishHome(user, lineHome(TEXTS[deps.language].forgetting.home)).catch(deps.onFault);
  }
  const isNew = (await deps.chats.get(user)) === null;
  const who = await recognise(user, deps);
  if (isRefused(who)) {
    if (!isHome) return;
    return deps.api.publishHome(user, lineHome(TEXTS[who.language].chat.refused[who.refused])).catch(deps.onFault);
  }
  if (isNew) {
    if (channel !== undefined) await deps.chats.keep(user, channel);
    await deps.bot.greet(who);
    deps.send();
  }
  if (isHome) await publishHome(who, user, deps).catch(deps.onFault);
};

/** Publishes the App Home: what waits for an agent, the person's cases, this week's principle, then their settings. */
export const publishHome = async (person: Person, user: string, deps: TurnDeps): Promise<void> => {
  const { context, cards, api } = deps;
  // Reload the person, because a press may just have changed them.
  const who = (await context.people.get(person._id)) ?? person;
  const { language } = who;
  const drawn = [
    ...(isAgent(who) ? [cards.card(await agentOverview(who, context), language)] : []),
    cards.card(await myCases(who, context), language),
    ...weekCard(language, deps),
    cards.card(await wishesReply('nothing', who, context), language),
    cards.card(profileNotice(who, 'nothing'), language),
    ...(isAgent(who) ? [cards.card(await absenceNotice(who, 'nothing', context), language)] : []),
    cards.card({ kind: 'language', language }, language),
  ];
  await api.publishHome(user, renderSlackHome(drawn, language));
};

/** This week's principle, the same for the whole municipality. */
const weekCard = (language: Language, { context, principles }: TurnDeps): Card[] => {
  const id = principleOf(thisWeek(context));
  return principles
    .filter((principle) => principle.id === id)
    .map((principle) => ({
      title: TEXTS[language].slack.week(principle[language].name),
      tone: 'plain',
      body: [{ kind: 'text', style: 'body', text: principle[language].text }],
      actions: [],
    }));
};
