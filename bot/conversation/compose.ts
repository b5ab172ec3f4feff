import type { AccountsDeps } from '../accounts/deps.ts';
import { composeCode } from '../accounts/linking/ask-for-code.ts';
import { type CaseCardDeps, composeCase, composeStuckCase } from '../cases/compose-case.ts';
import type { CaseDeps } from '../cases/deps.ts';
import type { CaseNotice } from '../cases/notice.ts';
import type { Window } from '../cases/view-context.ts';
import type { CaseView } from '../cases/view-types.ts';
import { composeDraft, type DraftCardDeps } from '../drafts/compose-draft.ts';
import { wordsInOffer } from '../drafts/in-offer.ts';
import type { CaseId } from '../ids.ts';
import { goneNotice } from '../keeping/gone-notice.ts';
import type { Notice, Saying } from '../notices.ts';
import { composeNudge, type NudgeCardDeps } from '../nudges/compose-nudge.ts';
import { greetingName } from '../people/first-name.ts';
import type { Person } from '../people/person.ts';
import { composeMeeting, type MeetingCardDeps } from '../stories/compose-meeting.ts';
import { composeStory, type StoryCardDeps } from '../stories/compose-story.ts';
import type { PressedSubject } from './decode-action.ts';

/** What composing cards depends on. */
type CardDeps = CaseCardDeps &
  Pick<CaseDeps, 'goneCases'> &
  DraftCardDeps &
  StoryCardDeps &
  MeetingCardDeps &
  NudgeCardDeps;

/** Composes a message to a person from the current state. Null when there is nothing they may see. */
export const compose = async (
  say: Exclude<Saying, { kind: 'team' | 'settle' }>,
  to: Person,
  /** What the card of a case shows of it. */
  window: Window,
  deps: CardDeps & Pick<AccountsDeps, 'codes'>,
): Promise<Notice | null> => {
  switch (say.kind) {
    case 'reply':
      // It may have waited for working hours, and a name may have come since.
      return say.reply.kind === 'greeting' ? { ...say.reply, name: greetingName(to) } : say.reply;
    case 'link-code':
      return composeCode(say, deps);
    case 'draft':
      return composeDraft(say.draft, to, deps);
    case 'story':
      return composeStory(say.story, to, deps);
    case 'meeting':
      return composeMeeting(say.story, say.meeting, to, deps);
    case 'nudge':
      return composeNudge(say.nudge, to, deps);
    case 'case':
      return (
        (await caseWithWords(say.case, to, window, deps)) ?? goneNotice(await deps.goneCases.goneCase(say.case), deps)
      );
    case 'stuck-case':
      return composeStuckCase(say.case, deps);
  }
};

/** Composes the card that was pressed from its current state. A dilemma is a draft first, then a case. */
export const composeSubject = async (
  about: PressedSubject,
  to: Person,
  window: Window,
  deps: CardDeps,
): Promise<Notice | null> => {
  switch (about.kind) {
    case 'nudge':
      return composeNudge(about.id, to, deps);
    case 'story':
      return composeStory(about.id, to, deps);
    case 'meeting':
      return composeMeeting(about.id, about.meeting, to, deps);
    case 'case':
      return (
        (await composeDraft(about.id, to, deps)) ??
        (await caseWithWords(about.id, to, window, deps)) ??
        goneNotice(await deps.goneCases.goneCase(about.id), deps)
      );
  }
};

/** Whose card has a field, or gets one with a yes, for what they typed in the chat. */
const WITH_FIELD = ['offered', 'listed', 'handed', 'invited', 'co-agent'] as const;
type WithField = Extract<CaseView, { viewer: (typeof WITH_FIELD)[number] }>;
const hasField = (view: CaseView): view is WithField => WITH_FIELD.some((viewer) => viewer === view.viewer);

/** A case's card; on an offer and the like, what its reader typed in the chat stands in the field. */
const caseWithWords = async (id: CaseId, to: Person, window: Window, deps: CardDeps): Promise<CaseNotice | null> => {
  const notice = await composeCase(id, to, window, deps);
  if (notice === null) return null;
  const { view } = notice;
  if (!hasField(view)) return notice;
  const typed = await wordsInOffer(id, to, deps);
  return typed === null ? notice : { ...notice, view: { ...view, typed } };
};
