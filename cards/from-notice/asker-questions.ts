import type { CaseView } from '../../bot/cases/notice.ts';
import { HELPFUL } from '../../bot/words.ts';
import type { Node } from '../model.ts';
import type { Speech } from '../speech.ts';
import { isFollowingUp } from './follow-up.ts';
import { press } from './form-parts.ts';
import { withoutStop } from './nodes.ts';

/** What the one who asked is asked, each with its answers right below: one press, and it is done. */
export const askerQuestions = (view: CaseView, speech: Speech): Node[] => [
  ...sharing(view, speech),
  ...helpful(view, speech),
  ...step(view, speech),
];

const sharing = (view: CaseView, { t }: Speech): Node[] => {
  if (!view.may.includes('share-with-all')) return [];
  const yes = press(view, 'share-with-all', t.asker.shareYes, 'normal', { share: 'yes' });
  const no = press(view, 'share-with-all', t.asker.shareNo, 'normal', { share: 'no' });
  if (view.sharing === 'refused') return [{ kind: 'question', text: t.asker.shareAfterAll, presses: [yes] }];
  const text = `${t.asker.shareMeans}${view.anonymous ? ` ${t.asker.shareNameless}` : ''}`;
  return [{ kind: 'question', text, presses: [yes, no] }];
};

const helpful = (view: CaseView, { t }: Speech): Node[] => {
  if (view.rating !== null || isFollowingUp(view) || !view.may.includes('rate-answer')) return [];
  const presses = HELPFUL.map((value) =>
    press(view, 'rate-answer', t.labels.helpful[value], 'normal', { helpful: value }),
  );
  return [{ kind: 'question', text: t.asker.didItHelp, presses }];
};

/** The step is the asker's: take it, move it (a form among the actions) or let it be. */
const step = (view: CaseView, { t, day }: Speech): Node[] => {
  if (view.step === null || !(view.state === 'answered' || view.state === 'closed')) return [];
  // Once it was asked how it went, the step stands as a quote; to drop it is a button aside.
  if (view.step.state === 'accepted' && view.followUp?.step != null) return [];
  const text = withoutStop(view.step.text);
  const on = day(view.step.date, view.now);
  const take = view.may.includes('accept-step') ? [press(view, 'accept-step', t.actions.step.accept, 'normal')] : [];
  const drop = view.may.includes('drop-step') ? [press(view, 'drop-step', t.actions.step.drop, 'normal')] : [];
  switch (view.step.state) {
    case 'proposed':
      return take.length === 0 ? [] : [{ kind: 'question', text: t.asker.step(text, on), presses: [...take, ...drop] }];
    case 'accepted':
      return [{ kind: 'question', text: t.asker.stepAccepted(text, on), presses: drop }];
    case 'dropped':
      return [{ kind: 'text', style: 'subtle', text: t.asker.stepDropped(text) }];
  }
};
