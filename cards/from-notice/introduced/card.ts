import type { IntroducedView } from '../../../bot/cases/view-types.ts';
import { firstName } from '../../../bot/people/first-name.ts';
import type { Card, Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { allowed, press } from '../parts/case-form.ts';
import { contactNodes } from '../parts/contact.ts';
import { firstNameOf, firstNameOrSomeone } from '../parts/names.ts';
import { lines } from '../parts/nodes.ts';

type Asked = Extract<IntroducedView, { state: 'asked' }>;
type Made = Extract<IntroducedView, { state: 'made' }>;

/** The question whether a colleague wants to meet the asker, and what came of it. It holds nothing of the dilemma. */
export const introducedCard = (view: IntroducedView, speech: Speech): Card => {
  const { kicker, titleNo, titleOver, fine, over } = speech.t.introduction.toColleague;
  switch (view.state) {
    case 'asked':
      return { kicker, tone: 'plain', ...question(view, speech), actions: answers(view, speech) };
    case 'made':
      return { kicker, tone: 'good', ...made(view, speech), actions: [] };
    case 'you-said-no':
      return { kicker, title: titleNo, tone: 'quiet', body: lines('subtle', [fine]), actions: [] };
    case 'over':
      return { kicker, title: titleOver, tone: 'quiet', body: lines('subtle', [over]), actions: [] };
  }
};

const question = (view: Asked, speech: Speech): Pick<Card, 'title' | 'body'> => {
  const { toColleague } = speech.t.introduction;
  const agent = capital(firstNameOrSomeone(view.agent, speech));
  const asker = askerName(view, speech);
  return {
    title: toColleague.title(asker),
    body: [
      ...agentsLine(view, speech),
      ...lines('body', [
        toColleague.why(agent, firstNameOf(asker, speech)),
        toColleague.gets,
        toColleague.until(speech.when(view.until, view.now)),
      ]),
      ...lines('subtle', [toColleague.reads, toColleague.tells(agent)]),
    ],
  };
};

const answers = (view: Asked, { t: { introduction } }: Speech): Card['actions'] =>
  allowed(view, [
    press(view, 'accept-introduction', introduction.toColleague.yes, 'main'),
    press(view, 'decline-introduction', introduction.toColleague.no, 'normal'),
  ]);

const made = (view: Made, speech: Speech): Pick<Card, 'title' | 'body'> => {
  const { toColleague } = speech.t.introduction;
  const asker = askerName(view, speech);
  return {
    title: toColleague.titleMade(asker),
    body: [
      ...agentsLine(view, speech),
      ...contactNodes(view.contact, asker, speech),
      ...lines('body', [view.asker.as === 'named' ? toColleague.made(firstName(view.asker)) : null]),
    ],
  };
};

const askerName = ({ asker }: Asked | Made, { t }: Speech): string =>
  asker.as === 'named' ? asker.name : t.colleagues.someone;

const agentsLine = (view: Asked | Made, { t, when }: Speech): Node[] =>
  view.line === ''
    ? []
    : [
        {
          kind: 'quote',
          who: t.introduction.toColleague.wrote(view.agent ?? capital(t.colleagues.someone)),
          when: when(view.at, view.now),
          text: view.line,
        },
      ];
