import { deliveryId, type TeamChannelId } from '../ids.ts';
import type { NudgeDeps } from './deps.ts';
import type { TeamNotice } from './notice.ts';
import { NO_WISHES } from './reader.ts';
import { nextSlot, slotIn } from './slot.ts';
import type { TeamChannel } from './team-channel.ts';
import { teamQuestionOf } from './team-question.ts';
import { dayIn, principleOf, type Week, weekAfter, weekOf } from './week.ts';

/** So many channels are planned for at a time. */
const PAGE = 200;

type PlanDeps = Pick<NudgeDeps, 'teamChannels' | 'outbox' | 'clock' | 'time'>;

/** Plans the week's post for every channel that wants one; begun anew after a crash, it finds what is there. */
export const planTeamPosts = async (week: Week, { teamChannels, outbox, clock, time }: PlanDeps): Promise<void> => {
  const slot = slotIn(week, NO_WISHES, time);
  if (slot === null) return;
  const notBefore = time.nextOpen(new Date(Math.max(slot.getTime(), clock().getTime())));
  if (weekOf(time.localDate(notBefore)) !== week) return;
  for (let after: TeamChannelId | '' = ''; ; ) {
    const page: TeamChannel[] = await teamChannels.after(after, PAGE);
    await outbox.add(
      page.map(({ _id, platform }) => ({
        id: deliveryId(`team.${week}.${_id}`),
        to: _id,
        manner: 'ping' as const,
        notBefore,
        say: { kind: 'team' as const, about: week, platform },
        run: platform,
      })),
    );
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last._id;
  }
};

/** `held`: the run is paused. */
export type TeamLeaving =
  | { kind: 'now'; notice: TeamNotice; week: Week | null }
  | { kind: 'sent' | 'obsolete' | 'held' }
  | { kind: 'later'; at: Date };

/** Whether what is meant for a channel may leave now, and what it says: `about` a week, or about its beginning or end. */
export const teamLeaving = async (
  channel: TeamChannel,
  about: Week | 'begun' | 'stopped',
  deps: Pick<NudgeDeps, 'runs' | 'clock' | 'time' | 'teamQuestions'>,
): Promise<TeamLeaving> => {
  const { runs, clock, time } = deps;
  const now = clock();
  if (about === 'begun' || about === 'stopped') {
    const thisWeek = weekOf(time.localDate(now));
    const next = nextSlot(NO_WISHES, time.at(dayIn(weekAfter(thisWeek), 'mon'), '00:00'), time);
    return { kind: 'now', week: null, notice: { kind: 'team-told', did: about, now, next } };
  }
  if (channel.state !== 'on') return { kind: 'obsolete' };
  // Delivered by a process that died before it could say so.
  if (channel.sentFor >= about) return { kind: 'sent' };
  const run = await runs.get(about);
  if (run?.state === 'cancelled' || weekOf(time.localDate(now)) !== about) return { kind: 'obsolete' };
  if (run?.paused === true) return { kind: 'held' };
  if (!time.isOpen(now)) {
    const opens = time.nextOpen(now);
    return weekOf(time.localDate(opens)) === about ? { kind: 'later', at: opens } : { kind: 'obsolete' };
  }
  return { kind: 'now', week: about, notice: teamPost(about, deps) };
};

/** The week's principle for everybody in a channel. It names nobody. */
const teamPost = (week: Week, { teamQuestions }: Pick<NudgeDeps, 'teamQuestions'>): TeamNotice => ({
  kind: 'team-post',
  principle: principleOf(week),
  question: teamQuestionOf(week, teamQuestions),
});
