import type { Window } from '../../bot/cases/view-context.ts';
import type { CaseView } from '../../bot/cases/view-types.ts';
import { compose } from '../../bot/conversation/compose.ts';
import { firstTurn, type Message, type MessageFacts } from '../../bot/delivery/decide.ts';
import type { LivingCard, Place } from '../../bot/delivery/living-card.ts';
import type { Notice } from '../../bot/notices.ts';
import { nudgeLeaving } from '../../bot/nudges/compose-nudge.ts';
import type { Person } from '../../bot/people/person.ts';
import type { StoryView } from '../../bot/stories/notice.ts';
import type { PersonalSaying, Sending } from './deps.ts';

const ALL: Window = { from: 0 };

/** The subject of a message, and the notice composed from the same read of it. */
export type Gathered = {
  about: MessageFacts;
  notice: Notice | null;
  /** The first turn that `notice` shows, when it is about a case. */
  from: number;
  /** The card that stands in the person's chat. */
  card: Place | null;
};

/** When working hours next begin; null during working hours. */
export const opensAt = ({ time, clock }: Pick<Sending['deps'], 'time' | 'clock'>): Date | null => {
  const now = clock();
  return time.isOpen(now) ? null : time.nextOpen(now);
};

/** Reads only what the decision about a message to a person needs. */
export const gatherSubject = async (
  message: Message,
  say: PersonalSaying,
  to: Person,
  sending: Sending,
): Promise<Gathered> => {
  const { deps, posts, channelOn } = sending;
  const standing = <C extends Place>(card: C | null) =>
    card === null ? null : { ...card, configured: channelOn(card.platform) !== null };
  switch (say.kind) {
    case 'reply':
    case 'link-code':
    case 'stuck-case':
      return { about: { kind: 'reply' }, notice: await compose(say, to, ALL, deps), from: 0, card: null };
    case 'draft': {
      const notice = await compose(say, to, ALL, deps);
      const card = standing(await posts.get(to._id, say.draft));
      const preview = say.nth === undefined || notice?.kind !== 'draft' || notice.view.previews <= say.nth;
      // Nobody is reminded of a draft that is over; its card says so.
      const isUnsent = notice?.kind === 'draft' && (notice.view.state === 'open' || notice.view.state === 'changing');
      const reminds = message.manner === 'ping' && message.answers !== true;
      const shows = reminds ? isUnsent : notice !== null;
      return { about: { kind: 'draft', shows, isNewest: preview, card }, notice, from: 0, card };
    }
    case 'story': {
      const notice = await compose(say, to, ALL, deps);
      const card = standing(await posts.get(to._id, say.story));
      const shows =
        notice?.kind === 'story' && (message.manner === 'quiet' || message.answers || isStoryNews(notice.view));
      return { about: { kind: 'draft', shows, isNewest: true, card }, notice, from: 0, card };
    }
    case 'meeting': {
      const notice = await compose(say, to, ALL, deps);
      const card = standing(await posts.get(to._id, say.meeting));
      const isNews = notice?.kind === 'meeting' && (message.manner === 'quiet' || notice.view.state !== 'over');
      return { about: { kind: 'draft', shows: isNews, isNewest: true, card }, notice, from: 0, card };
    }
    case 'nudge':
      return message.manner === 'quiet' ? gatherNudgeCard(say, to, sending) : gatherNudge(say, to, sending);
    case 'case': {
      const card = standing(await posts.get(to._id, say.case));
      const first = firstTurn(message, say.from, card);
      const notice = first === null ? null : await compose(say, to, { from: first, news: newsOf(say, card) }, deps);
      const view = notice?.kind === 'case' ? notice.view : null;
      // Counted from the same read as the card: a turn that is added meanwhile gets its own ping.
      const gone = notice?.kind === 'case-gone' ? { past: true, turns: 0 } : null;
      const shows = view === null ? gone : { past: isPast(view), turns: view.turnCount };
      return { about: { kind: 'case', from: say.from, shows, card }, notice, from: first ?? 0, card };
    }
  }
};

/** An update that brings no news of its own keeps the card's. */
const newsOf = (
  { why }: Extract<PersonalSaying, { kind: 'case' }>,
  card: Pick<LivingCard, 'news'> | null,
): Window['news'] => (why === undefined || why === 'changed' ? card?.news : { why });

/** Whether the reader has no part in the case any more, or was asked something that no longer holds. */
const isPast = (view: CaseView): boolean =>
  view.viewer === 'past' || (view.viewer === 'introduced' && (view.state === 'over' || view.state === 'you-said-no'));

/** Nobody is pinged about a story that was taken back, or whose words are being changed, before they saw it. */
const isStoryNews = (view: StoryView): boolean =>
  view.state !== 'withdrawn' && !(view.viewer === 'agent' && view.state === 'proposed');

type NudgeSaying = Extract<PersonalSaying, { kind: 'nudge' }>;

/** A nudge's record holds the place of its card. */
const gatherNudgeCard = async (say: NudgeSaying, to: Person, { deps, channelOn }: Sending): Promise<Gathered> => {
  const sent = (await deps.nudges.get(say.nudge))?.sent ?? null;
  const notice = sent === null ? null : await compose(say, to, ALL, deps);
  const card = sent === null ? null : { ...sent, configured: channelOn(sent.platform) !== null };
  return { about: { kind: 'nudge', shows: notice !== null, card, moment: { kind: 'now' } }, notice, from: 0, card };
};

const gatherNudge = async (say: NudgeSaying, to: Person, { deps }: Sending): Promise<Gathered> => {
  const leaving = await nudgeLeaving(say.nudge, to, deps);
  const notice = leaving.kind === 'now' ? leaving.notice : null;
  return { about: { kind: 'nudge', shows: notice !== null, card: null, moment: leaving }, notice, from: 0, card: null };
};
