import type { AskerIntroduction } from '../../../bot/cases/colleague-views.ts';
import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { allowed, press } from '../parts/case-form.ts';
import { contactNodes } from '../parts/contact.ts';
import { firstNameOf } from '../parts/names.ts';
import { lines } from '../parts/nodes.ts';
import { agentFirst } from './names.ts';

type Of<State extends AskerIntroduction['state']> = Extract<AskerIntroduction, { state: State }>;

/** Who is to be introduced to the asker, in a title. */
export const colleagueName = ({ colleague }: AskerIntroduction, { t }: Speech): string =>
  colleague?.name ?? t.colleagues.someone;

const colleagueFirst = (introduction: AskerIntroduction, speech: Speech): string =>
  firstNameOf(colleagueName(introduction, speech), speech);

/** What the agent's proposal of a colleague came to, and the question while the asker has not answered. */
export const introductionNodes = (view: AskerView, speech: Speech): Node[] => {
  const { introduction } = view;
  if (introduction === null) return [];
  const { toAsker } = speech.t.introduction;
  const agent = agentFirst(view, speech);
  switch (introduction.state) {
    case 'asked':
      return view.state === 'active' || view.state === 'answered' ? asked(view, introduction, agent, speech) : [];
    case 'waits':
      return lines('body', [
        toAsker.waits(colleagueName(introduction, speech), speech.when(introduction.until, view.now)),
      ]);
    case 'made':
      if (introduction.colleague === null) return [];
      return [
        ...lines('body', [capital(toAsker.made(colleagueFirst(introduction, speech)))]),
        ...contactNodes(introduction.contact, colleagueName(introduction, speech), speech),
        ...lines('subtle', [view.anonymous ? toAsker.shown(colleagueFirst(introduction, speech), agent) : null]),
      ];
    case 'off':
    case 'you-said-no':
      return lines('body', [toAsker[introduction.state === 'off' ? 'off' : 'youSaidNo'](capital(agent))]);
  }
};

const asked = (view: AskerView, introduction: Of<'asked'>, agent: string, speech: Speech): Node[] => {
  const { toAsker } = speech.t.introduction;
  const first = colleagueFirst(introduction, speech);
  const { barrier, colleague } = introduction;
  if (barrier !== null) {
    const text =
      barrier === 'yourself' ? capital(toAsker.barrier.yourself(agent)) : toAsker.barrier[barrier](first, agent);
    const presses = allowed(view, [press(view, 'decline-introduction', toAsker.ok, 'normal')]);
    return presses.length === 0 ? lines('body', [text]) : [{ kind: 'question', text, presses }];
  }
  const named = colleague === null || colleague.unit === null ? '' : `, ${colleague.unit}`;
  const presses = allowed(view, [
    press(view, 'accept-introduction', toAsker.yes(first), 'normal'),
    press(view, 'decline-introduction', toAsker.no, 'normal'),
  ]);
  if (presses.length === 0) return [];
  return [
    { kind: 'question', text: toAsker.question(`${colleagueName(introduction, speech)}${named}`), presses },
    ...lines('body', [capital((view.anonymous ? toAsker.getsNameless : toAsker.gets)(first, agent))]),
    ...lines('subtle', [
      view.anonymous && introduction.hasRead ? capital(toAsker.hasRead(first)) : null,
      toAsker.until(speech.when(introduction.until, view.now)),
    ]),
  ];
};
