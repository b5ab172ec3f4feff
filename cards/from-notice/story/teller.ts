import type { TellerView } from '../../../bot/stories/notice.ts';
import type { Action, Card, Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { firstNameOrSomeone } from '../parts/names.ts';
import { lines } from '../parts/nodes.ts';
import { warningNode } from '../parts/warning.ts';
import { approvals, editForm, reasonQuote, shown, storyKicker, storyQuote, takeBack } from './parts.ts';

/** Nobody is left who could give the second yes. */
const isAlone = ({ agent, state }: TellerView): boolean =>
  agent === null && (state === 'proposed' || state === 'approved');

/** A story as the one who asked sees it: they change the words and say yes first. */
export const tellersStoryCard = (view: TellerView, speech: Speech): Card => {
  const { teller } = speech.t.stories;
  const title =
    view.state === 'proposed' && view.edited
      ? teller.titleEdited
      : teller.title[view.state](firstNameOrSomeone(view.agent, speech));
  return {
    title: capital(isAlone(view) ? teller.titleAlone : title),
    kicker: storyKicker(view, speech),
    tone: view.state === 'published' ? 'good' : view.state === 'proposed' ? 'plain' : 'quiet',
    body: [
      ...warningNode(view.warning, 'before', speech),
      ...storyQuote(view, view.edited ? teller.words : teller.proposal),
      ...reasonQuote(view, speech),
      ...whatNow(view, speech),
    ],
    actions: actionsOf(view, speech),
  };
};

const whatNow = (view: TellerView, speech: Speech): Node[] => {
  const { teller } = speech.t.stories;
  const agent = firstNameOrSomeone(view.agent, speech);
  if (isAlone(view)) return lines('body', [teller.alone]);
  switch (view.state) {
    case 'proposed':
      return [
        ...lines('body', [view.edited ? null : teller.how, teller.next(agent)]),
        ...lines('subtle', [teller.hidden, teller.silence]),
      ];
    case 'approved':
      return [...lines('body', [teller.approved(agent)]), ...lines('subtle', [teller.nameless])];
    case 'published':
      return [...lines('body', [teller.published(capital(agent))]), ...lines('subtle', [teller.nameless])];
    case 'withdrawn':
      return lines('body', [teller.withdrawn]);
    case 'taken-down':
      return lines('body', [teller.takenDown]);
  }
};

const actionsOf = (view: TellerView, speech: Speech): Action[] => {
  if (view.state === 'withdrawn' || view.state === 'taken-down') return [];
  const [yes, no] = approvals(view, speech);
  const asked = view.state === 'proposed' && yes !== undefined && no !== undefined;
  return shown(
    asked && view.may.approve && !isAlone(view) && yes,
    view.may.edit && !isAlone(view) && editForm(view, speech),
    asked && no,
    !asked && takeBack(view, speech),
  );
};
