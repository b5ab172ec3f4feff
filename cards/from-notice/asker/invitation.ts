import type { AskersInvitation, AskerView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { press } from '../parts/case-form.ts';
import { firstNameOf } from '../parts/names.ts';
import { lines } from '../parts/nodes.ts';
import { agentFirst, agentName } from './names.ts';

/** The agent would like a colleague to take the case over. While the asker is asked, nothing else is. */
export const invitation = (view: AskerView, speech: Speech): Node[] => {
  const { invitation: asked } = view;
  if (asked === null) return [];
  const agent = agentFirst(view, speech);
  const to = nameOf(asked, speech);
  const { asked: texts } = speech.t.colleagues;
  if (asked.state === 'colleague') {
    const outside = outsideLine(asked, agent, to, speech);
    return lines('body', [
      outside ?? texts.waits[asked.show ?? 'dilemma'](agent, to),
      outside === null ? capital(texts.untilThen(agent, to)) : null,
    ]);
  }
  if (!isAskedOfColleague(view)) return [];
  return [
    { kind: 'quote', who: speech.t.labels.said.reply(agentName(view, speech)), when: '', text: asked.reason },
    {
      kind: 'question',
      text: texts.question(agent, to),
      presses: (['all', 'dilemma', 'no'] as const).map((show) =>
        press(view, 'answer-hand-over', texts[show], 'normal', { show }),
      ),
    },
    ...lines('body', [
      outsideLine(asked, agent, to, speech) ?? texts.means(agent, to, speech.when(asked.until, view.now)),
    ]),
  ];
};

/** Whether the asker has something to answer before all else. */
export const isAskedOfColleague = ({ invitation: asked, may }: AskerView): boolean =>
  asked?.state === 'asker' && may.includes('answer-hand-over');

export const invitationTitle = (view: AskerView, speech: Speech): string | null =>
  view.invitation?.state === 'asker'
    ? speech.t.colleagues.asked.title(agentName(view, speech), view.invitation.who ?? speech.t.colleagues.someone)
    : null;

/** Who reads along already; null when only the two do. */
export const alsoReads = (view: AskerView, speech: Speech): string | null => {
  const { invitation: asked } = view;
  if (asked?.state !== 'colleague' || asked.show !== 'all' || asked.shutOut !== null) return null;
  return speech.t.colleagues.asked.readers(agentFirst(view, speech), nameOf(asked, speech));
};

const outsideLine = ({ shutOut }: AskersInvitation, agent: string, to: string, { t }: Speech): string | null => {
  if (shutOut === null) return null;
  return capital(shutOut === 'you' ? t.colleagues.asked.you(agent) : t.colleagues.asked.shutOut(agent, to));
};

const nameOf = ({ who }: AskersInvitation, speech: Speech): string =>
  who === null ? speech.t.colleagues.someone : firstNameOf(who, speech);
