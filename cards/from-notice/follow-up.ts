import type { CaseView } from '../../bot/cases/notice.ts';
import { KEPT, type Kept } from '../../bot/words.ts';
import type { Node } from '../model.ts';
import type { Speech } from '../speech.ts';
import { agentName, lastTurn } from './case-parts.ts';
import { press } from './form-parts.ts';
import { MOST } from './limits.ts';
import { lines } from './nodes.ts';

/** The one question how it went, as the one who asked and their agent see it. */

/** The asker has the question and has not answered it. */
export const isFollowingUp = (view: CaseView): boolean =>
  view.followUp !== null && view.followUp.kept === null && view.may.includes('follow-up');

/** It is the newest there is: nobody has written since it was asked or answered, and the case was not closed since. */
export const isFollowUpNews = (view: CaseView): boolean => {
  if (view.followUp === null || !(view.state === 'answered' || view.state === 'closed')) return false;
  const at = view.followUp.saidAt ?? view.followUp.askedAt;
  const wasClosed = view.followUp.kept !== null && view.closedAt !== null && view.closedAt > at;
  return !wasClosed && (lastTurn(view)?.at ?? at) <= at;
};

/** What they can say, by what they were asked. */
export const followUpAnswers = ({ followUp }: CaseView, { t }: Speech): Record<Kept, string> =>
  followUp?.step == null ? t.labels.went : t.labels.kept;

/** The step they were asked about, in its own words. */
export const followedStep = (view: CaseView, { t, day }: Speech): Node[] => {
  const step = view.followUp?.step ?? null;
  if (step === null || !isFollowUpNews(view)) return [];
  return [{ kind: 'quote', who: t.asker.followUp.yourStep, when: day(step.date, view.now), text: step.text }];
};

export const followUpQuestion = (view: CaseView, speech: Speech): Node[] => {
  if (!isFollowingUp(view)) return [];
  const { followUp } = speech.t.asker;
  const agent = agentName(view, speech);
  const answers = followUpAnswers(view, speech);
  const aboutStep = view.followUp?.step != null;
  return [
    {
      kind: 'question',
      text: aboutStep ? followUp.step : followUp.case(agent),
      presses: KEPT.map((kept) => press(view, 'follow-up', answers[kept], 'normal', { kept })),
      line: { kind: 'text', field: 'text', label: followUp.learned, required: false, multiline: true, most: MOST.text },
    },
    ...lines('subtle', [`${followUp.readers(agent)}${aboutStep ? ` ${followUp.counted}` : ''}`]),
  ];
};

/** What the one who asked has said, on their own card. */
export const followUpSaid = (view: CaseView, speech: Speech): Node[] => {
  const kept = view.followUp?.kept ?? null;
  if (kept === null || !isFollowUpNews(view)) return [];
  const { followUp } = speech.t.asker;
  const said = followUp.said(followUpAnswers(view, speech)[kept]);
  return lines('body', [`${said} ${followUp.told(agentName(view, speech))}`]);
};
