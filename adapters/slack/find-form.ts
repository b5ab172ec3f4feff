import { adminMenu, adminPart, type MenuDeps, type PartDeps } from '../../bot/admin/admin-views.ts';
import type { AdminNotice } from '../../bot/admin/notice.ts';
import { type CaseCardDeps, composeCase } from '../../bot/cases/compose-case.ts';
import type { CaseNotice } from '../../bot/cases/notice.ts';
import { composeDraft, type DraftCardDeps } from '../../bot/drafts/compose-draft.ts';
import type { DraftNotice } from '../../bot/drafts/notice.ts';
import { caseId, nudgeId, storyId } from '../../bot/ids.ts';
import { composeNudge, type NudgeCardDeps } from '../../bot/nudges/compose-nudge.ts';
import type { NudgeNotice, NudgeReply } from '../../bot/nudges/notice.ts';
import { type WishDeps, wishesReply } from '../../bot/nudges/press-wish.ts';
import { type RunDeps, runReply } from '../../bot/nudges/run-view.ts';
import { type AbsenceDeps, absenceNotice } from '../../bot/people/absence-view.ts';
import type { AbsenceNotice, ProfileNotice } from '../../bot/people/notice.ts';
import { hasRole, type Person } from '../../bot/people/person.ts';
import { profileNotice } from '../../bot/people/profile-view.ts';
import { composeStory, type StoryCardDeps } from '../../bot/stories/compose-story.ts';
import type { StoryNotice } from '../../bot/stories/notice.ts';
import { isWeek } from '../../bot/time/iso-week.ts';

/** The dependencies for composing any notice that may contain a form. */
export type FormDeps = CaseCardDeps &
  DraftCardDeps &
  StoryCardDeps &
  NudgeCardDeps &
  RunDeps &
  WishDeps &
  AbsenceDeps &
  MenuDeps &
  PartDeps;

/** The notices that may contain a form. */
type FormNotice =
  | DraftNotice
  | CaseNotice
  | StoryNotice
  | NudgeNotice
  | NudgeReply
  | ProfileNotice
  | AbsenceNotice
  | AdminNotice;

/** The data of a pressed button: ids and values, not validated yet. */
export type Data = Readonly<Record<string, unknown>>;

/**
 * Composes the notice that a pressed button belongs to, as it is now. A press carries ids only, so its form is looked
 * up in this notice. Null when the verb has no form, or when the person must not see the notice.
 */
export const noticeFor = async (
  verb: string,
  data: Data,
  person: Person,
  context: FormDeps,
): Promise<FormNotice | null> => {
  const story = idIn(data, 'story');
  if (story !== null && idIn(data, 'draft') === null) return composeStory(storyId(story), person, context);
  const dilemma = idIn(data, 'draft') ?? idIn(data, 'case');
  if (dilemma !== null) {
    const id = caseId(dilemma);
    return (await composeDraft(id, person, context)) ?? (await composeCase(id, person, { from: 0 }, context));
  }
  const nudge = idIn(data, 'nudge');
  if (nudge !== null) return composeNudge(nudgeId(nudge), person, context);
  switch (verb) {
    case 'set-profile':
      return profileNotice(person, 'nothing');
    case 'set-absence':
      return absenceNotice(person, 'nothing', context);
    case 'pause-nudges':
    case 'set-nudge-time':
      return wishesReply('nothing', person, context);
    case 'find-colleague':
    case 'take-out-words':
      return hasRole(person, 'admin') ? adminMenu(null, context) : null;
    case 'set-colleague-absence':
      return hasRole(person, 'admin') ? adminPart('absences', context) : null;
    case 'add-closed-day':
      return hasRole(person, 'admin') ? adminPart('closed-days', context) : null;
    case 'swap-nudge':
      return hasRole(person, 'hr', 'admin') ? runOfPress(data, context) : null;
    default:
      return null;
  }
};

const runOfPress = async ({ week }: Data, context: RunDeps): Promise<NudgeReply | null> =>
  typeof week === 'string' && isWeek(week) ? runReply('nothing', week, context) : null;

const MAX_ID_LENGTH = 80;

const idIn = (data: Data, key: string): string | null => {
  const value = data[key];
  return typeof value === 'string' && value !== '' && value.length <= MAX_ID_LENGTH ? value : null;
};
