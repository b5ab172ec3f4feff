import type { AskerView } from '../../../bot/cases/view-types.ts';
import { HELPFUL, KEPT } from '../../../bot/words.ts';
import type { Action } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { acceptTalk, replyForm, talkForm } from '../parts/both-forms.ts';
import { allowed, press } from '../parts/case-form.ts';
import { followUpAnswers } from '../parts/follow-up.ts';
import { isFollowingUp } from './follow-up.ts';
import { addForm, moveStepForm, ownStepForm, reopenForm, thankForm } from './forms.ts';
import { agentName } from './names.ts';
import { unitForm } from './unit-form.ts';

/** The asker's actions, most likely first. Questions that one press answers are in the body instead. */
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
        ...(toTalk ? [acceptTalk(view, speech), talkForm(view, speech)] : []),
        ...(view.talkWaits ? [reveal] : []),
        press(view, 'ask-another', actions.askAnother, view.talkWaits || toTalk ? 'normal' : 'main'),
        replyForm(view, speech, agent, view.next === 'you' && !view.talkWaits && !toTalk),
        ...(toTalk ? [] : [talkForm(view, speech)]),
        close,
        ...(view.talkWaits ? [] : [reveal]),
        withdraw,
      ]);
    case 'answered':
      return allowed(view, [acceptTalk(view, speech), ...afterAnswer(view, speech, agent), close, reveal, withdraw]);
    case 'closed':
      return allowed(view, afterAnswer(view, speech, agent));
    case 'withdrawn':
      return [];
  }
};

const afterAnswer = (view: AskerView, speech: Speech, agent: string): Action[] => {
  const unhelped = view.rating === 'no' || view.rating === 'partly';
  const isOpen = unhelped && view.state === 'answered' && !isFollowingUp(view);
  const reopen = reopenForm(view, speech, unhelped ? 'main' : 'more', isOpen);
  return [
    ...(unhelped ? [reopen] : []),
    thankForm(view, speech),
    replyForm(view, speech, agent),
    talkForm(view, speech),
    ...stepActions(view, speech),
    ownStepForm(view, speech),
    ...(unhelped ? [] : [reopen]),
    ...rateAgain(view, speech),
    ...sayAgain(view, speech),
  ];
};

/** None while a step is only proposed: its question in the body is enough. */
const stepActions = (view: AskerView, speech: Speech): Action[] => {
  const { step } = speech.t.actions;
  if (view.step?.state === 'accepted') {
    const drop = view.followUp?.step == null ? [] : [press(view, 'drop-step', step.drop, 'more', { which: 'own' })];
    return [moveStepForm(view, view.step, speech), ...drop];
  }
  if (view.step?.state !== 'dropped') return [];
  return [press(view, 'accept-step', step.pickUp, 'more'), press(view, 'drop-step', step.drop, 'more')];
};

/** Buttons to change a rating; the question itself is not asked again. */
const rateAgain = (view: AskerView, { t }: Speech): Action[] =>
  view.rating === null && !isFollowingUp(view)
    ? []
    : HELPFUL.filter((helpful) => helpful !== view.rating).map((helpful) => {
        const label = (view.rating === null || view.followUp !== null ? t.actions.rateAside : t.actions.rateAgain)(
          t.labels.helpful[helpful],
        );
        return press(view, 'rate-answer', label, 'more', { helpful });
      });

const sayAgain = (view: AskerView, speech: Speech): Action[] => {
  const current = view.followUp?.kept ?? null;
  const answers = followUpAnswers(view, speech);
  return current === null
    ? []
    : KEPT.filter((kept) => kept !== current).map((kept) =>
        press(view, 'follow-up', speech.t.actions.rateAgain(answers[kept]), 'more', { kept }),
      );
};
