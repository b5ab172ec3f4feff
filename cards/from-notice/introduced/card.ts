import type { IntroducedView } from '../../../bot/cases/view-types.ts';
import { firstName } from '../../../bot/people/first-name.ts';
import type { Card, Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { allowed, press } from '../parts/case-form.ts';
import { contactNodes } from '../parts/contact.ts';
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
  const agent = view.agent ?? toColleague.anAgent;
  const asker = view.asker.as === 'named' ? view.asker.name : toColleague.asker;
  return {
    title: view.asker.as === 'named' ? toColleague.title(asker) : toColleague.nameless,
    body: [
      ...agentsLine(view, speech),
      ...lines('body', [
        toColleague.why(capital(firstIn(agent, view)), view.asker.as === 'named' ? firstName({ name: asker }) : asker),
        toColleague.gets,
        toColleague.until(speech.when(view.until, view.now)),
      ]),
      ...lines('subtle', [toColleague.reads, toColleague.tells(capital(firstIn(agent, view)))]),
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
  const asker = view.asker.as === 'named' ? view.asker.name : toColleague.asker;
  return {
    title: toColleague.titleMade(asker),
    body: [
      ...agentsLine(view, speech),
      ...contactNodes(view.contact, asker, speech),
      ...lines('body', [view.asker.as === 'named' ? toColleague.made(firstName(view.asker)) : null]),
    ],
  };
};

const agentsLine = (view: Asked | Made, { t: { introduction }, when }: Speech): Node[] =>
  view.line === ''
    ? []
    : [
        {
          kind: 'quote',
          who: introduction.toColleague.wrote(view.agent ?? introduction.toColleague.anAgent),
          when: when(view.at, view.now),
          text: view.line,
        },
      ];

/** The agent's first name; "en kollega" has none. */
const firstIn = (name: string, { agent }: IntroducedView): string => (agent === null ? name : firstName({ name }));
