import type { AskersInvitation } from '../../../bot/cases/colleague-views.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { press } from '../parts/case-form.ts';
import { firstNameOf, firstNameOrSomeone } from '../parts/names.ts';
import { lines } from '../parts/nodes.ts';
import { agentFirst, agentName } from './names.ts';

/** The agent would like a colleague to take part. While the asker is asked, nothing else is. */
export const invitation = (view: AskerView, speech: Speech): Node[] => {
  const { invitation: asked } = view;
  if (asked === null) return helps(view, speech);
  const agent = agentFirst(view, speech);
  const to = nameOf(asked, speech);
  const { asked: texts, invite } = speech.t.colleagues;
  const isOver = asked.for === 'hand-over';
  if (asked.state === 'colleague') {
    const outside = outsideLine(asked, agent, to, speech);
    return lines('body', [
      outside ?? texts.waits[asked.show ?? 'dilemma'](agent, to),
      outside === null && isOver ? capital(texts.untilThen(agent, to)) : null,
    ]);
  }
  if (!isAskedOfColleague(view)) return [];
  return [
    ...(isOver ? [said(asked, agentName(view, speech), speech)] : []),
    {
      kind: 'question',
      text: capital((isOver ? texts : invite).question(agent, to)),
      presses: (['all', 'dilemma', 'no'] as const).map((show) =>
        press(view, isOver ? 'answer-hand-over' : 'answer-invitation', texts[show], 'normal', { show }),
      ),
    },
    ...lines('body', [
      outsideLine(asked, agent, to, speech) ??
        (isOver ? texts : invite).means(agent, to, speech.when(asked.until, view.now)),
    ]),
  ];
};

/** Whether the asker has something to answer before all else. */
export const isAskedOfColleague = ({ invitation: asked, may }: AskerView): boolean =>
  asked?.state === 'asker' && may.includes(asked.for === 'hand-over' ? 'answer-hand-over' : 'answer-invitation');

export const invitationTitle = (view: AskerView, speech: Speech): string | null => {
  const { invitation: asked } = view;
  if (asked?.state !== 'asker') return null;
  const { colleagues } = speech.t;
  const texts = asked.for === 'hand-over' ? colleagues.asked : colleagues.invite;
  return texts.title(agentName(view, speech), asked.who ?? colleagues.someone);
};

/** Who helps the agent, and what they read. */
const helps = (view: AskerView, speech: Speech): Node[] => {
  const { coAgent, state } = view;
  if (coAgent === null || state === 'closed') return [];
  const to = firstNameOf(coAgent.name, speech);
  const { helps: texts } = speech.t.colleagues.invite;
  return lines('subtle', [texts[coAgent.show ?? 'dilemma'](agentFirst(view, speech), to)]);
};

const said = ({ reason }: AskersInvitation, agent: string, { t }: Speech): Node => ({
  kind: 'quote',
  who: t.labels.said.reply(agent),
  when: '',
  text: reason,
});

/** Who reads along already; null when only the two do. */
export const alsoReads = (view: AskerView, speech: Speech): string | null => {
  const { invitation: asked } = view;
  if (asked === null && view.coAgent?.show === 'all')
    return speech.t.colleagues.asked.readers(agentFirst(view, speech), firstNameOf(view.coAgent.name, speech));
  if (asked?.state !== 'colleague' || asked.show !== 'all' || asked.shutOut !== null) return null;
  return speech.t.colleagues.asked.readers(agentFirst(view, speech), nameOf(asked, speech));
};

const outsideLine = ({ shutOut }: AskersInvitation, agent: string, to: string, { t }: Speech): string | null => {
  if (shutOut === null) return null;
  return capital(shutOut === 'you' ? t.colleagues.asked.you(agent) : t.colleagues.asked.shutOut(agent, to));
};

const nameOf = ({ who }: AskersInvitation, speech: Speech): string => firstNameOrSomeone(who, speech);
