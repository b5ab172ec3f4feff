import type { CaseNews } from '../../../bot/cases/news.ts';
import type { CoAgentView, InvitedView } from '../../../bot/cases/view-types.ts';
import type { Card } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { aboutFact } from '../parts/about.ts';
import { allowed, press } from '../parts/case-form.ts';
import { conversation } from '../parts/conversation.ts';
import { kicker } from '../parts/kicker.ts';
import { firstNameOf } from '../parts/names.ts';
import { facts, lines } from '../parts/nodes.ts';
import { noteForm, notesBetween } from '../parts/notes.ts';
import { forWhomLine, theirDilemma } from './asker.ts';
import { ownDilemma } from './offer.ts';

/** The agent who has a case asks a colleague to help. */
export const invitedCard = (view: InvitedView, speech: Speech): Card => {
  const { coAgent, someone } = speech.t.colleagues;
  const { agent: texts, labels } = speech.t;
  const agent = view.agent ?? someone;
  const first = firstNameOf(agent, speech);
  return {
    title: capital(coAgent.title(agent)),
    kicker: kicker(view.number, labels.role.invited, view.today, speech),
    tone: 'plain',
    body: [
      ...theirDilemma(view, speech),
      ...conversation(view, speech),
      ...forWhomLine(view, speech),
      ...facts([aboutFact(view, speech)]),
      ...lines('body', [
        coAgent.until(first, speech.when(view.until, view.now)),
        coAgent.how(first),
        view.typed === undefined ? null : coAgent.typed(first),
      ]),
      ...lines('subtle', [view.asker.as === 'anonymous' ? texts.nameless : null]),
    ],
    actions: [
      ...allowed(view, [
        press(view, 'accept-co-agent', coAgent.accept, 'main'),
        press(view, 'decline-co-agent', coAgent.decline, 'normal'),
      ]),
      ...ownDilemma(view, speech),
    ],
  };
};

/** A case as the colleague sees it who helps its agent. */
export const coAgentCard = (view: CoAgentView, why: CaseNews, speech: Speech): Card => {
  const { coAgent, notes, someone } = speech.t.colleagues;
  const { agent: texts, labels } = speech.t;
  const agent = view.agent ?? someone;
  const first = firstNameOf(agent, speech);
  const status = { active: coAgent.active, answered: coAgent.answered, closed: () => texts.nothingMore }[view.state];
  return {
    title: capital(why === 'note' && view.state !== 'closed' ? notes.title(agent) : coAgent.helping(agent)),
    kicker: kicker(view.number, labels.state[view.state], false, speech),
    tone: view.state === 'closed' ? 'quiet' : 'plain',
    body: [
      ...theirDilemma(view, speech),
      ...conversation(view, speech),
      ...(view.state === 'active' ? forWhomLine(view, speech) : []),
      ...notesBetween(view, agent, speech),
      ...lines('body', [view.typed === undefined ? capital(status(first)) : notes.ask(first)]),
      ...lines('subtle', [view.asker.as === 'anonymous' && view.state !== 'closed' ? texts.nameless : null]),
    ],
    actions: [
      ...allowed(view, [noteForm(view, agent, speech, 'main'), press(view, 'decline-co-agent', coAgent.leave, 'more')]),
      ...ownDilemma(view, speech),
    ],
  };
};
