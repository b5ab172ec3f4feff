import type { CaseView } from '../../bot/cases/notice.ts';
import { HELPFUL, KEPT } from '../../bot/words.ts';
import type { Action } from '../model.ts';
import type { Speech } from '../speech.ts';
import { addForm, moveStepForm, reopenForm, thankForm } from './asker-forms.ts';
import { replyForm, talkForm } from './both-forms.ts';
import { agentName } from './case-parts.ts';
import { followUpAnswers, isFollowingUp } from './follow-up.ts';
import { allowed, press } from './form-parts.ts';
import { unitForm } from './unit-form.ts';

/** What the one who asked may do, the most likely first. Questions with one-press answers stand in the body. */
export const askerActions = (view: CaseView, speech: Speech): Action[] => {
  const { actions } = speech.t;
  const agent = agentName(view, speech);
  const withdraw = press(view, 'withdraw-case', actions.withdraw, 'danger');
  const reveal = press(view, 'reveal-me', actions.reveal, view.talkWaits ? 'main' : 'more');
  const close = press(view, 'close-case', actions.close, view.askedOn ? 'normal' : 'more');
  switch (view.state) {
    case 'waiting':
      return [...unitForm(view, speech), ...allowed(view, [addForm(view, speech), reveal, withdraw])];
    case 'active':
      return allowed(view, [
        ...(view.talkWaits ? [reveal] : []),
        press(view, 'ask-another', actions.askAnother, 'main'),
        replyForm(view, speech, agent, view.next === 'you' && !view.talkWaits),
        talkForm(view, speech),
        close,
        ...(view.talkWaits ? [] : [reveal]),
        withdraw,
      ]);
    case 'answered':
      return allowed(view, [...afterAnswer(view, speech, agent), close, reveal, withdraw]);
    case 'closed':
      return allowed(view, afterAnswer(view, speech, agent));
    case 'withdrawn':
      return [];
  }
};

const afterAnswer = (view: CaseView, speech: Speech, agent: string): Action[] => {
  const unhelped = view.rating === 'no' || view.rating === 'partly';
  const isOpen = unhelped && view.state === 'answered' && !isFollowingUp(view);
  const reopen = reopenForm(view, speech, unhelped ? 'main' : 'more', isOpen);
  return [
    ...(unhelped ? [reopen] : []),
    thankForm(view, speech),
    replyForm(view, speech, agent),
    talkForm(view, speech),
    ...stepActions(view, speech),
    ...(unhelped ? [] : [reopen]),
    ...rateAgain(view, speech),
    ...sayAgain(view, speech),
  ];
};

/** While a step is only proposed, its question in the body is enough. */
const stepActions = (view: CaseView, speech: Speech): Action[] => {
  const { step } = speech.t.actions;
  if (view.step?.state === 'accepted') {
    const drop = view.followUp?.step == null ? [] : [press(view, 'drop-step', step.drop, 'more')];
    return [moveStepForm(view, view.step, speech), ...drop];
  }
  if (view.step?.state !== 'dropped') return [];
  return [press(view, 'accept-step', step.pickUp, 'more'), press(view, 'drop-step', step.drop, 'more')];
};

/** A rating can be changed; the question itself is not asked again. */
const rateAgain = (view: CaseView, { t }: Speech): Action[] =>
  view.rating === null && !isFollowingUp(view)
    ? []
    : HELPFUL.filter((helpful) => helpful !== view.rating).map((helpful) => {
        const label = (view.rating === null || view.followUp !== null ? t.actions.rateAside : t.actions.rateAgain)(
          t.labels.helpful[helpful],
        );
        return press(view, 'rate-answer', label, 'more', { helpful });
      });

const sayAgain = (view: CaseView, speech: Speech): Action[] => {
  const said = view.followUp?.kept ?? null;
  const answers = followUpAnswers(view, speech);
  return said === null
    ? []
    : KEPT.filter((kept) => kept !== said).map((kept) =>
        press(view, 'follow-up', speech.t.actions.rateAgain(answers[kept]), 'more', { kept }),
      );
};
