import { randomBytes } from 'node:crypto';
import { meetingId } from '../ids.ts';
import { previewId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import type { Changed } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { MEETING_MINUTES, type MeetingDeps, meetingNow, tellerToAsk } from '../stories/meeting.ts';
import type { DraftCommand } from './command.ts';
import type { DraftDeps } from './deps.ts';
import { type Draft, EMPTIED } from './draft.ts';
import { draftUpdate, ownCardUpdate } from './in-offer.ts';
import type { Pressing } from './keep-change.ts';
import { draftTimes } from './kept-until.ts';

export type SettleDeps = MeetingDeps & Pick<DraftDeps, 'drafts'>;

/**
 * Asks the teller of a story to talk with the writer, in place of a case. The draft waits for their answer. Null when
 * another write came first. @throws Refusal when there is nobody to ask
 */
export const meetTeller = async (
  command: DraftCommand<'meet-teller'>,
  { draft, person, receipt, deps }: Pressing,
): Promise<Changed | null> => {
  const text = command.text.measured('text');
  const story = await deps.stories.get(command.story);
  if (story === null) throw new Refusal('not-found');
  if ((await tellerToAsk(story, person, deps)) === null) throw new Refusal('teller-gone');
  const now = deps.clock();
  const meets = {
    story: story._id,
    // Not made of the draft's id, which a case may get later: the teller must not know whose that is.
    meeting: meetingId(`m${randomBytes(15).toString('base64url')}`),
    text,
    until: deps.time.promise(now, MEETING_MINUTES),
  };
  // From here on the draft cannot be sent, and no line joins it.
  const asking = { state: 'asking' as const, meets, takesLinesOf: draft._id, remindAt: null, returned: false };
  const owes = [draftUpdate(draft, now)];
  if (!(await deps.drafts.change(draft._id, draft.rev, { set: asking, owes }, receipt))) return null;
  await settleMeeting({ ...draft, ...asking, rev: draft.rev + 1 }, deps);
  return 'done';
};

/** What became of the meeting that a draft waits for: it goes on waiting, ends with a yes, or is back. */
export const settleMeeting = async (draft: Draft, deps: SettleDeps): Promise<'asked' | 'met' | 'returned'> => {
  const { drafts, people, clock } = deps;
  const writer = await people.get(draft.person);
  if (draft.state !== 'asking' || draft.meets === undefined || writer === null) return 'asked';
  const { story, meeting: id, text, until } = draft.meets;
  const state = await meetingNow(story, { id, draft: draft._id, writer: writer._id, text, until }, writer, deps);
  if (state === 'asked') return 'asked';
  const now = clock();
  if (state === 'accepted') {
    const set = { state: 'met' as const, ...EMPTIED };
    await drafts.change(draft._id, draft.rev, { set, owes: [ownCardUpdate(draft, now)] }, null);
    return 'met';
  }
  const nth = draft.previews + 1;
  const back = {
    state: 'open' as const,
    returned: true,
    isNew: true,
    previews: nth,
    at: now,
    ...draftTimes(now, deps.time),
  };
  const say = { kind: 'draft' as const, draft: draft._id, nth };
  const owes = [ping(previewId(draft._id, nth), draft.person, say, deps.time.nextOpen(now))];
  await drafts.change(draft._id, draft.rev, { set: back, owes }, null);
  return 'returned';
};

/** The draft that asked for a meeting which was just answered. */
export const settleDraftOf = async (id: Draft['_id'], deps: SettleDeps): Promise<void> => {
  const draft = await deps.drafts.get(id);
  if (draft !== null) await settleMeeting(draft, deps);
};

/** Lets the clock look at every draft that waits for a teller. Returns how many are back. */
export const returnDrafts = async (deps: SettleDeps): Promise<number> => {
  let back = 0;
  for (const draft of await deps.drafts.asking()) if ((await settleMeeting(draft, deps)) === 'returned') back++;
  return back;
};
