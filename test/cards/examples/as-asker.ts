import type { CaseState } from '../../../bot/cases/case.ts';
import type { AskersInvitation } from '../../../bot/cases/colleague-views.ts';
import type { CaseVerb } from '../../../bot/cases/command.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import { masked } from '../../support/fixtures/builders.ts';
import {
  about,
  answered,
  between,
  closed,
  FITS,
  heading,
  type Over,
  type Seen,
  taken,
  until,
  words,
  wroteIn,
} from './case-parts.ts';
import { answers, opens } from './turns.ts';

/** The case as its asker sees it, state by state. */

/** The actions that `bot/cases/rules.ts` allows the viewer in each state. */
export const ASKER_WAITS: CaseVerb[] = ['reply', 'withdraw-case'];
export const ASKER_ACTIVE: CaseVerb[] = ['reply', 'talk', 'close-case', 'withdraw-case', 'correct-labels'];
export const ASKER_ANSWERED: CaseVerb[] = [
  'reply',
  'talk',
  'rate-answer',
  'thank',
  'close-case',
  'reopen-case',
  'withdraw-case',
];
export const ASKER_CLOSED: CaseVerb[] = ['reply', 'rate-answer', 'thank', 'reopen-case'];
export const FOLLOW_UP: CaseVerb[] = ['follow-up'];
export const AFTER_DROPPING: CaseVerb[] = ['accept-step', 'own-step'];
export const STEPS: CaseVerb[] = [...AFTER_DROPPING, 'drop-step'];

const asked: Omit<AskerView, 'state' | 'wrote'> = {
  ...heading,
  ...words,
  ...between,
  ...about,
  viewer: 'asker',
  anonymous: false,
  before: null,
  units: null,
  agent: null,
  offer: { agent: 'Jonas Holm', why: FITS, passage: { state: 'sent' } },
  asked: 1,
  sharing: 'no',
  humanTold: false,
  askedOn: false,
  invitation: null,
  introduction: null,
  passOn: null,
  coAgent: null,
  warning: null,
};
const inState =
  <State extends CaseState>(state: State, given: Over<AskerView>) =>
  (over: Over<AskerView> = {}, settled = false): Seen<AskerView & { state: State }> => {
    const view = { ...asked, ...given, ...over, state };
    const wrote = over.wrote ?? wroteIn(view.turns);
    return {
      kind: 'case',
      why: 'changed',
      view: { ...view, wrote, opening: state === 'waiting' || opens(view.turns) },
      settled,
    };
  };

/** Jonas would like to hand the case to Karen, or to have her help. */
export const handingOver = (
  over: Partial<AskersInvitation> = {},
  more: Over<AskerView> = {},
): Seen<AskerView & { state: 'active' }> => {
  const invitation: AskersInvitation = {
    for: 'hand-over',
    who: 'Karen Skov',
    state: 'asker',
    until,
    reason: masked('Karen har stået med det samme ved fjorden.'),
    show: null,
    shutOut: null,
    ...over,
  };
  const verb = invitation.for === 'hand-over' ? 'answer-hand-over' : 'answer-invitation';
  const may = invitation.state === 'asker' ? [...ASKER_ACTIVE, verb as CaseVerb] : ASKER_ACTIVE;
  return active({ promise: 'kept', turns: [], wrote: { you: true, other: true }, may, ...more, invitation });
};

export const waiting = inState('waiting', { may: ASKER_WAITS });
export const active = inState('active', { ...taken, may: ASKER_ACTIVE });
export const afterAnswer = inState('answered', {
  ...taken,
  ...answered,
  next: 'you',
  turns: [answers],
  may: [...ASKER_ANSWERED, ...STEPS],
});
export const afterClosing = inState('closed', { ...taken, ...answered, ...closed, turns: [answers] });
export const closedUnanswered = inState('closed', { ...taken, ...closed });
export const withdrawn = inState('withdrawn', { offer: null });
