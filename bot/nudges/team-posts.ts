import type { TeamChannelId } from '../ids.ts';
import { teamPostId } from '../messages/ids.ts';
import type { NotNow } from '../messages/not-now.ts';
import { ping } from '../messages/owed.ts';
import { type Week, weekOf } from '../time/iso-week.ts';
import type { NudgeDeps } from './deps.ts';
import { knownRuns, nextTeamPost } from './next-nudge.ts';
import type { TeamNotice } from './notice.ts';
import { principleOf } from './principle-of-week.ts';
import { NO_WISHES } from './reader.ts';
import { openingWithin, slotIn } from './slot.ts';
import type { TeamChannel } from './team-channel.ts';
import { teamQuestionOf } from './team-question.ts';

/** Channels planned at a time. */
const PAGE_SIZE = 200;

type PlanDeps = Pick<NudgeDeps, 'teamChannels' | 'outbox' | 'clock' | 'time'>;

/**
 * Plans the week's post for every subscribed channel. Safe to restart after a crash: ids consist of week and channel.
 */
export const planTeamPosts = async (week: Week, { teamChannels, outbox, clock, time }: PlanDeps): Promise<void> => {
  const slot = slotIn(week, NO_WISHES, time);
  if (slot === null) return;
  const notBefore = openingWithin(week, new Date(Math.max(slot.getTime(), clock().getTime())), time);
  if (notBefore === null) return;
  for (let after: TeamChannelId | '' = ''; ; ) {
    const page: TeamChannel[] = await teamChannels.after(after, PAGE_SIZE);
    await outbox.add(
      page.map(({ _id, platform }) => ({
        ...ping(teamPostId(week, _id), _id, { kind: 'team' as const, about: week, platform }, notBefore),
        queue: platform,
      })),
    );
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_SIZE) return;
    after = last._id;
  }
};

export type TeamLeaving = { kind: 'now'; notice: TeamNotice; week: Week | null } | NotNow;

/**
 * Decides whether a channel's message may be sent now, and what it says. `about` is a week, or the start or stop of the
 * posts.
 */
export const teamLeaving = async (
  channel: TeamChannel,
  about: Week | 'begun' | 'stopped',
  deps: Pick<NudgeDeps, 'runs' | 'clock' | 'time' | 'teamQuestions'>,
): Promise<TeamLeaving> => {
  const { runs, clock, time } = deps;
  const now = clock();
  if (about === 'begun' || about === 'stopped') {
    const next = nextTeamPost(await knownRuns(deps), now, time);
    return { kind: 'now', week: null, notice: { kind: 'team-told', did: about, now, next } };
  }
  if (channel.state !== 'on') return { kind: 'obsolete' };
  // A process delivered it, then died before it could record that.
  if (channel.sentFor >= about) return { kind: 'sent' };
  const run = await runs.get(about);
  if (run?.state === 'cancelled' || weekOf(time.localDate(now)) !== about) return { kind: 'obsolete' };
  if (run?.paused === true) return { kind: 'held' };
  if (!time.isOpen(now)) {
    const opens = openingWithin(about, now, time);
    return opens === null ? { kind: 'obsolete' } : { kind: 'later', at: opens };
  }
  return { kind: 'now', week: about, notice: teamPost(about, deps) };
};

const teamPost = (week: Week, { teamQuestions }: Pick<NudgeDeps, 'teamQuestions'>): TeamNotice => ({
  kind: 'team-post',
  principle: principleOf(week),
  question: teamQuestionOf(week, teamQuestions),
});
