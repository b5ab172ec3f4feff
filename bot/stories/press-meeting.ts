import type { CaseId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { MeetingCommand } from './command.ts';
import { answerMeeting, type MeetingDeps } from './meeting.ts';

/**
 * The teller says whether they will talk with whoever asked. Returns the draft that asked, whose writer hears of it.
 * @throws Refusal when nobody waits for an answer
 */
export const pressMeeting = async (
  command: MeetingCommand,
  person: Person,
  receipt: string,
  deps: MeetingDeps,
): Promise<{ changed: Changed; draft: CaseId }> =>
  retryOnConflict('a meeting', async () => {
    const story = await deps.stories.get(command.story);
    if (story === null || story.teller !== person._id) throw new Refusal('not-found');
    const state = command.verb === 'accept-meeting' ? 'accepted' : 'declined';
    const isMeant = ({ id }: { id: string }) => command.meeting === undefined || command.meeting === id;
    const now = deps.clock();
    const open = story.meetings.find((one) => isMeant(one) && one.state === 'asked' && one.until > now);
    const same = story.meetings.findLast((one) => isMeant(one) && one.state === state);
    if (story.receipts.includes(receipt) && same !== undefined)
      return { changed: 'repeated' as const, draft: same.draft };
    if (open === undefined) {
      if (same !== undefined) return { changed: 'repeated' as const, draft: same.draft };
      throw new Refusal('no-meeting');
    }
    const isWritten = await answerMeeting(story, open, state, receipt, deps);
    return isWritten ? { changed: 'done' as const, draft: open.draft } : null;
  });
