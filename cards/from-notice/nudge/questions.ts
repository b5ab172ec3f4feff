import type { NudgeView } from '../../../bot/nudges/notice.ts';
import { QUARTER_ANSWERS } from '../../../bot/words.ts';
import { MAX_IN_FRONT } from '../../in-front.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { afterPress } from './after-press.ts';
import { nudgePress } from './presses.ts';
import { waysOut } from './ways-out.ts';
import { pauseForm } from './wishes-forms.ts';

/** The questions that replace a nudge. */

export const quarterlyCard = (view: NudgeView, speech: Speech): Card => {
  const { quarterly: t } = speech.t.nudges;
  const answers = QUARTER_ANSWERS.map((when) =>
    nudgePress('answer-quarterly', t.answers[when], view, 'normal', { when }),
  );
  // Three say when; the last one says that the question does not fit.
  const [presses, others] = [answers.slice(0, MAX_IN_FRONT), answers.slice(MAX_IN_FRONT)];
  return {
    title: t.title,
    tone: view.reactions.length > 0 ? 'good' : 'plain',
    body: [{ kind: 'question', text: t.text, presses }, ...afterPress(view, speech), ...lines('subtle', [t.readers])],
    actions: [
      ...others,
      ...(view.wishes.stopped
        ? [nudgePress('resume-nudges', speech.t.nudges.buttons.start, view, 'normal')]
        : waysOut(view, speech)),
    ],
  };
};

export const silenceCard = (view: NudgeView, speech: Speech): Card => {
  const { silence: t, buttons } = speech.t.nudges;
  const presses = [
    nudgePress('set-rhythm', t.weekly, view, 'normal', { rhythm: 'weekly' }),
    nudgePress('set-rhythm', t.monthly, view, 'normal', { rhythm: 'monthly' }),
    nudgePress('stop-nudges', buttons.stop, view, 'normal'),
  ];
  return {
    title: t.title,
    tone: 'plain',
    body: [
      { kind: 'question', text: t.text, presses },
      ...afterPress(view, speech),
      ...lines('subtle', [view.reactions.length === 0 ? t.otherwise : null]),
    ],
    actions: view.wishes.stopped
      ? [nudgePress('resume-nudges', buttons.start, view, 'normal')]
      : [pauseForm(view.wishes, view.now, { nudge: view.id, rev: view.rev }, speech)],
  };
};
