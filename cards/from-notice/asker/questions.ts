import type { Proposal, Step } from '../../../bot/cases/answer.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import { HELPFUL } from '../../../bot/words.ts';
import type { Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { allowed, press } from '../parts/case-form.ts';
import { lines, withoutStop } from '../parts/nodes.ts';
import { isFollowingUp } from './follow-up.ts';
import { isAskedOfColleague } from './invitation.ts';
import { agentFirst } from './names.ts';

type Question = Extract<Node, { kind: 'question' }>;

/** The questions to the asker, each answered by one press. */
export const askerQuestions = (view: AskerView, speech: Speech): Node[] =>
  isFollowingUp(view) || isAskedOfColleague(view)
    ? []
    : [...sharing(view, speech), ...helpful(view, speech), ...step(view, speech)];

const sharing = (view: AskerView, { t }: Speech): Node[] => {
  if (!view.may.includes('share-with-all')) return [];
  const yes = press(view, 'share-with-all', t.asker.shareYes, 'main', { share: 'yes' });
  const no = press(view, 'share-with-all', t.asker.shareNo, 'normal', { share: 'no' });
  if (view.sharing === 'refused') return [{ kind: 'question', text: t.asker.shareAfterAll, presses: [yes] }];
  const text = `${t.asker.shareMeans}${view.anonymous ? ` ${t.asker.shareNameless}` : ''}`;
  return [{ kind: 'question', text, presses: [yes, no] }];
};

/** Whether the card's body asks if the answer helped. Whether a meeting helped is asked after it. */
export const asksIfItHelped = (view: AskerView): boolean =>
  view.rating === null &&
  view.may.includes('rate-answer') &&
  !view.may.includes('accept-talk') &&
  !isFollowingUp(view) &&
  !isAskedOfColleague(view);

const helpful = (view: AskerView, { t }: Speech): Node[] => {
  if (!asksIfItHelped(view)) return [];
  const presses = HELPFUL.map((value) =>
    press(view, 'rate-answer', t.labels.helpful[value], 'normal', { helpful: value }),
  );
  return [{ kind: 'question', text: t.asker.didItHelp, presses }];
};

/** The asker chooses between the step they have and a new one. */
const beside = (view: AskerView, step: Step, proposal: Proposal, speech: Speech): Question[] => {
  const { t, day } = speech;
  const said = ({ text, date }: Proposal): [string, string] => [withoutStop(text), day(date, view.now)];
  const mine = step.state === 'accepted' ? ` ${t.asker.stepBeside(...said(step))}` : '';
  const presses = allowed(view, [
    press(view, 'accept-step', t.actions.step.takeNew, 'normal', { which: 'proposed' }),
    press(view, 'drop-step', t.actions.step.keepMine, 'normal', { which: 'proposed' }),
  ]);
  const text = `${proposedIn(view, said(proposal), speech)}${mine}`;
  return presses.length === 0 ? [] : [{ kind: 'question', text, presses }];
};

const proposedIn = (view: AskerView, [text, on]: [text: string, on: string], speech: Speech): string =>
  capital(speech.t.asker.step(agentFirst(view, speech), text, on));

/** The asker decides about a proposed step. To move or drop it later is among the actions. */
const step = (view: AskerView, speech: Speech): Node[] => {
  const { t, day } = speech;
  if (view.step === null || !(view.state === 'answered' || view.state === 'closed')) return [];
  if (view.proposal !== null) return beside(view, view.step, view.proposal, speech);
  const text = withoutStop(view.step.text);
  const on = day(view.step.date, view.now);
  switch (view.step.state) {
    case 'proposed': {
      const presses = allowed(view, [
        press(view, 'accept-step', t.actions.step.accept, 'normal'),
        press(view, 'drop-step', t.actions.step.drop, 'normal', { which: 'own' }),
      ]);
      return presses.length === 0 ? [] : [{ kind: 'question', text: proposedIn(view, [text, on], speech), presses }];
    }
    case 'accepted':
      // After the question how it went, the step is shown as a quote.
      return view.followUp?.step == null ? lines('body', [t.asker.stepAccepted(text, on)]) : [];
    case 'dropped':
      return lines('subtle', [t.asker.stepDropped(text)]);
  }
};
