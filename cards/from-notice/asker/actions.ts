import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Action } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { acceptTalk, replyForm, talkActions } from '../parts/both-forms.ts';
import { allowed, press, storyPress } from '../parts/case-form.ts';
import { labelsForm } from '../parts/labels.ts';
import { isFollowingUp } from './follow-up.ts';
import { addForm, moveStepForm, ownStepForm, rateForm, reopenForm, sayAgainForm, thankForm } from './forms.ts';
import { isAskedOfColleague } from './invitation.ts';
import { agentName } from './names.ts';
import { askerQuestions, asksIfItHelped } from './questions.ts';
import { unitForm } from './unit-form.ts';

/**
 * The asker's actions, most likely first. Questions that one press answers are in the body instead. While one of them
 * is open, the actions hold one way to write, and the rest.
 */
export const askerActions = (view: AskerView, speech: Speech): Action[] => {
  const { actions } = speech.t;
  const agent = agentName(view, speech);
  const toTalk = view.may.includes('accept-talk');
  const withdraw = press(view, 'withdraw-case', actions.withdraw, 'danger');
  const reveal = press(view, 'reveal-me', actions.reveal, view.talkWaits ? 'main' : 'more');
  const close = press(view, 'close-case', actions.close, view.askedOn ? 'normal' : 'more');
  switch (view.state) {
    case 'waiting':
      return [...unitForm(view, speech), ...allowed(view, [addForm(view, speech), reveal, withdraw])];
    case 'active':
      return allowed(view, [
        ...(toTalk ? [acceptTalk(view, speech), ...talkActions(view, speech)] : []),
        ...(view.talkWaits ? [reveal] : []),
        press(view, 'ask-another', actions.askAnother, view.talkWaits || toTalk ? 'normal' : 'main'),
        replyForm(view, speech, agent, { open: view.next === 'you' && !view.talkWaits && !toTalk }),
        ...(view.askedOn ? [close] : []),
        ...(toTalk ? [] : talkActions(view, speech)),
        ...(view.askedOn ? [] : [close]),
        ...(view.talkWaits ? [] : [reveal]),
        labelsForm(view, speech),
        withdraw,
      ]);
    case 'answered':
      return [
        ...allowed(view, [acceptTalk(view, speech), ...afterAnswer(view, speech, agent), close, reveal]),
        ...storyPress(view, speech),
        ...allowed(view, [withdraw]),
      ];
    case 'closed':
      return [...allowed(view, afterAnswer(view, speech, agent)), ...storyPress(view, speech)];
    case 'withdrawn':
      return [];
  }
};

const afterAnswer = (view: AskerView, speech: Speech, agent: string): Action[] => {
  const unhelped = view.rating === 'no' || view.rating === 'partly';
  const asking = isFollowingUp(view);
  const isOpen = unhelped && view.state === 'answered' && !asking;
  const asked = asking || askerQuestions(view, speech).some(({ kind }) => kind === 'question');
  const weight = asked || unhelped ? 'more' : 'normal';
  return [
    // To write to the agent opens the case again, too: one of the two is in front.
    reopenForm(view, speech, unhelped && !asking ? 'main' : 'more', isOpen),
    replyForm(view, speech, agent, { aside: asking || unhelped }),
    thankForm(view, speech, weight),
    ...talkActions(view, speech, weight),
    ...stepActions(view, speech),
    ownStepForm(view, speech),
    ...rateAgain(view, speech),
    ...sayAgain(view, speech),
  ];
};

/** None while a step is only proposed: its question in the body is enough, unless something else is asked there. */
const stepActions = (view: AskerView, speech: Speech): Action[] => {
  const { step } = speech.t.actions;
  if (isAskedOfColleague(view) && (view.proposal !== null || view.step?.state === 'proposed')) {
    const which = view.proposal === null ? 'own' : 'proposed';
    return [
      press(view, 'accept-step', step.accept, 'more', { which }),
      press(view, 'drop-step', step.drop, 'more', { which }),
    ];
  }
  if (view.step?.state === 'accepted')
    return [moveStepForm(view, view.step, speech), press(view, 'drop-step', step.drop, 'more', { which: 'own' })];
  if (view.step?.state !== 'dropped') return [];
  return [press(view, 'accept-step', step.pickUp, 'more')];
};

/** To change a rating, or to give one after all; the question itself is not asked again. */
const rateAgain = (view: AskerView, speech: Speech): Action[] => (asksIfItHelped(view) ? [] : [rateForm(view, speech)]);

const sayAgain = (view: AskerView, speech: Speech): Action[] =>
  view.followUp === null || view.followUp.kept === null ? [] : [sayAgainForm(view, view.followUp.kept, speech)];
