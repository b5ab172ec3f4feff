import { ERASURE_ACTIONS, LINK_ACTIONS } from '../accounts/command.ts';
import { askForErasure, GOODBYE } from '../accounts/erasure/ask-for-erasure.ts';
import { pressLink } from '../accounts/linking/press-link.ts';
import { pressAccessLog } from '../admin/access-log.ts';
import { ACCESS_ACTIONS, ADMIN_ACTIONS } from '../admin/command.ts';
import { pressAdmin } from '../admin/press-admin.ts';
import { UNIT_ACTIONS } from '../cases/command.ts';
import { pressUnit } from '../cases/set-unit.ts';
import type { Command } from '../commands.ts';
import type { Deps } from '../deps.ts';
import { DRAFT_ACTIONS } from '../drafts/command.ts';
import { settleDraftOf } from '../drafts/meet-teller.ts';
import { pressDraft } from '../drafts/press-draft.ts';
import { pressAfterGoodbyeId } from '../messages/ids.ts';
import { answer } from '../messages/owed.ts';
import { NUDGE_ACTIONS, RUN_ACTIONS, WISH_ACTIONS } from '../nudges/command.ts';
import { pressNudge } from '../nudges/press-nudge.ts';
import { pressRun } from '../nudges/press-run.ts';
import { pressWish } from '../nudges/press-wish.ts';
import { PROFILE_ACTIONS } from '../people/command.ts';
import type { Person } from '../people/person.ts';
import { pressProfile } from '../people/press-profile.ts';
import type { Changed } from '../presses/once.ts';
import { MEETING_ACTIONS, STORY_ACTIONS } from '../stories/command.ts';
import { pressMeeting } from '../stories/press-meeting.ts';
import { pressStory } from '../stories/press-story.ts';
import { pressCase } from './press-case.ts';
import { pressShow, SHOW_ACTIONS } from './press-show.ts';

/** Gives a command to the capability that has its verb. @throws Refusal */
export const act = async (
  command: Command,
  person: Person,
  { receipt, rev }: { receipt: string; rev: number | undefined },
  deps: Deps,
): Promise<Changed> => {
  if (isOneOf(command, ERASURE_ACTIONS)) return askForErasure(command, person, receipt, deps);
  if (person.forgetting !== undefined) {
    await deps.outbox.add([answer(pressAfterGoodbyeId(receipt), person._id, GOODBYE, deps.clock())]);
    return 'done';
  }
  if (isOneOf(command, DRAFT_ACTIONS)) return pressDraft(command, person, { receipt, rev }, deps);
  if (isOneOf(command, STORY_ACTIONS)) return pressStory(command, person, { receipt, rev }, deps);
  if (isOneOf(command, MEETING_ACTIONS)) {
    const { changed, draft } = await pressMeeting(command, person, receipt, deps);
    // A process that dies in between leaves the draft to the clock.
    await settleDraftOf(draft, deps);
    return changed;
  }
  if (isOneOf(command, SHOW_ACTIONS)) return pressShow(command, person, receipt, deps);
  if (isOneOf(command, UNIT_ACTIONS)) return pressUnit(command, person, receipt, deps);
  if (isOneOf(command, PROFILE_ACTIONS)) return pressProfile(command, person, receipt, deps);
  if (isOneOf(command, ADMIN_ACTIONS)) return pressAdmin(command, person, receipt, deps);
  if (isOneOf(command, ACCESS_ACTIONS)) return pressAccessLog(command, person, receipt, deps);
  if (isOneOf(command, LINK_ACTIONS)) return pressLink(command, person, deps);
  if (isOneOf(command, NUDGE_ACTIONS)) return pressNudge(command, person, receipt, deps);
  if (isOneOf(command, WISH_ACTIONS)) return pressWish(command, person, receipt, deps);
  if (isOneOf(command, RUN_ACTIONS)) return pressRun(command, person, receipt, deps);
  return pressCase(command, person, receipt, deps);
};

const isOneOf = <Actions extends object>(
  command: Command,
  actions: Actions,
): command is Extract<Command, { verb: keyof Actions }> => Object.hasOwn(actions, command.verb);
