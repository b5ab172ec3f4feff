import type { CaseNews } from '../../../bot/cases/news.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Speech } from '../../speech.ts';
import { byState, type Headline, spoken } from '../parts/headlines.ts';
import { talkAccepted } from '../parts/talk-news.ts';
import { followUpTitle, isFollowingUp } from './follow-up.ts';
import { colleagueName } from './introduction.ts';
import { invitationTitle } from './invitation.ts';
import { agentName } from './names.ts';
import { saidTitle } from './said-title.ts';

/** What each kind of news says to the asker; null when it no longer holds, or when the state says it. */
const HEADLINES = {
  changed: byState,
  shown: byState,
  offered: byState,
  listed: byState,
  'list-reminder': byState,
  revealed: byState,
  commented: byState,
  thanked: byState,
  learned: byState,
  reopened: byState,
  'share-asked': byState,
  'agent-left': byState,
  'given-back': byState,
  'hand-over-asked': (view, _agent, speech) => invitationTitle(view, speech),
  handed: byState,
  'invitation-asked': (view, _agent, speech) => invitationTitle(view, speech),
  invited: byState,
  'invitation-ended': byState,
  'co-agent-joined': byState,
  note: byState,
  'handed-over': ({ wrote }, agent, { t }) => (wrote.other ? null : t.colleagues.asked.takenOver(agent)),
  'stays-with-you': byState,
  'human-told': ({ state, humanTold }, _agent, { t }) =>
    state === 'waiting' && humanTold ? t.asker.title.humanTold : null,
  closed: byState,
  withdrawn: byState,
  'promise-missed': ({ state, wrote }, _agent, { t }) =>
    (state === 'waiting' || state === 'active') && !wrote.other ? t.asker.title.missed : null,
  word: spoken(saidTitle, 'reply', 'ask-back'),
  'asked-back': spoken(saidTitle, 'ask-back', 'reply'),
  'talk-proposed': spoken(saidTitle, 'talk'),
  'talk-accepted': ({ talk, now }, agent, speech) => (talk === null ? null : talkAccepted(agent, talk, now, speech)),
  'talk-cancelled': (_view, agent, { t }) => t.shared.talk.cancelled(agent),
  answered: ({ answer }, agent, { t }) =>
    answer === null ? null : t.asker.title[answer.outcome === 'clear-no' ? 'saidNo' : 'answered'](agent),
  corrected: ({ answer }, agent, { t }) => (answer === null ? null : t.asker.title.corrected(agent)),
  'introduce-asked': ({ introduction }, agent, speech) =>
    introduction?.state === 'asked'
      ? speech.t.introduction.toAsker.title(agent, colleagueName(introduction, speech))
      : null,
  introduced: ({ introduction }, _agent, speech) =>
    introduction?.state === 'made'
      ? speech.t.introduction.toAsker.titleMade(colleagueName(introduction, speech))
      : null,
  'not-introduced': ({ introduction }, _agent, { t }) =>
    introduction?.state === 'off' ? t.introduction.toAsker.titleOff : null,
  reminded: ({ state, next, reminded }, agent, { t }) =>
    state === 'active' && next === 'you' && reminded ? t.asker.title.reminded(agent) : null,
  'asked-on': ({ askedOn }, _agent, { t }) => (askedOn ? t.asker.title.goOn : null),
  'citizen-hears': ({ citizenHears, now }, _agent, { t, day }) =>
    citizenHears === null ? null : t.onBehalf.reminder.title(day(citizenHears, now)),
  'follow-up': (view, _agent, speech) => (isFollowingUp(view) ? followUpTitle(view, speech) : null),
} satisfies Record<CaseNews, Headline<AskerView>>;

/** The headline of a message that brings news to the asker; null when the state of the case is the headline. */
export const askerNews = (why: CaseNews, view: AskerView, speech: Speech): string | null =>
  view.state === 'withdrawn' ? null : HEADLINES[why](view, agentName(view, speech), speech);
