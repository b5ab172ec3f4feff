import type { CaseNews } from '../../../bot/cases/news.ts';
import type { HeldView } from '../../../bot/cases/view-types.ts';
import type { Speech } from '../../speech.ts';
import { byState, type Headline, spoken } from '../parts/headlines.ts';
import { talkAccepted } from '../parts/talk-news.ts';
import { askerName } from './asker.ts';
import { saidTitle } from './said-title.ts';

/** What each kind of news says to the agent who has the case; null when it no longer holds, or when the state says it. */
const HEADLINES = {
  changed: byState,
  shown: byState,
  offered: byState,
  listed: byState,
  'list-reminder': byState,
  'share-asked': byState,
  'asked-back': byState,
  answered: byState,
  corrected: byState,
  'asked-on': byState,
  'agent-left': byState,
  'given-back': byState,
  'hand-over-asked': byState,
  handed: byState,
  'handed-over': byState,
  'invitation-asked': byState,
  invited: byState,
  'invitation-ended': ({ colleagues: { asked, coAgent } }, _asker, { t }) =>
    asked === null && coAgent === null ? t.colleagues.invite.alone : null,
  'co-agent-joined': ({ colleagues: { coAgent } }, _asker, { t }) =>
    coAgent === null ? null : t.colleagues.invite.joined(coAgent),
  note: ({ colleagues: { coAgent } }, _asker, { t }) => (coAgent === null ? null : t.colleagues.notes.title(coAgent)),
  'stays-with-you': ({ colleagues }, _asker, { t }) => (colleagues.asked === null ? t.colleagues.asking.stays : null),
  'human-told': byState,
  'citizen-hears': byState,
  'follow-up': byState,
  commented: byState,
  'introduce-asked': byState,
  closed: byState,
  withdrawn: byState,
  'promise-missed': ({ state, wrote }, asker, { t }) =>
    state === 'active' && !wrote.you ? t.agent.title.missed(asker) : null,
  word: spoken(saidTitle, 'reply'),
  'talk-proposed': spoken(saidTitle, 'talk'),
  thanked: spoken(saidTitle, 'thanks'),
  learned: (_view, asker, { t }) => t.agent.title.followedUp(asker),
  'talk-accepted': ({ talk, now }, asker, speech) => (talk === null ? null : talkAccepted(asker, talk, now, speech)),
  'talk-cancelled': (_view, asker, { t }) => t.shared.talk.cancelled(asker),
  revealed: ({ asker }, _name, { t }) => (asker.as === 'named' ? t.agent.title.revealed(asker.name) : null),
  introduced: ({ introduction }, asker, { t }) =>
    introduction?.state === 'made'
      ? t.introduction.toAgent.titleMade(asker, introduction.colleague ?? t.colleagues.someone)
      : null,
  'not-introduced': ({ introduction }, _asker, { t }) =>
    introduction?.state === 'off' ? t.introduction.toAgent.titleOff : null,
  reminded: ({ state, next, reminded }, asker, { t }) =>
    state === 'active' && next === 'you' && reminded ? t.agent.title.reminded(asker) : null,
  reopened: ({ state }, asker, { t }) => (state === 'active' ? t.agent.title.reopened(asker) : null),
} satisfies Record<CaseNews, Headline<HeldView>>;

/** The headline of a message that brings news to the agent; null when the state of the case is the headline. */
export const agentNews = (why: CaseNews, view: HeldView, speech: Speech): string | null =>
  HEADLINES[why](view, askerName(view.asker, speech), speech);
