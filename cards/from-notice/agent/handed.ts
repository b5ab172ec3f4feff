import type { HandedView } from '../../../bot/cases/view-types.ts';
import type { Card, Form } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { allowed } from '../parts/case-form.ts';
import { firstNameOf } from '../parts/names.ts';
import { openCase, ownDilemma } from './offer.ts';
import { acceptForm, declineForm } from './offer-forms.ts';

/** The agent who has a case asks a colleague to take it over. */
export const handedCard = (view: HandedView, speech: Speech): Card => {
  const { handed } = speech.t.colleagues;
  const agent = view.agent ?? speech.t.colleagues.someone;
  const first = firstNameOf(agent, speech);
  const open = openCase(view, speech, {
    about: true,
    status: [handed.until(first, speech.when(view.until, view.now))],
    readers: handed.readers(first),
  });
  return {
    title: capital(handed.title(agent)),
    ...open,
    body: [
      { kind: 'quote', who: capital(speech.t.labels.said.reply(agent)), when: '', text: view.reason },
      ...open.body,
    ],
    actions: [
      ...allowed(view, [acceptForm(view, speech), declineHandOver(view, first, speech)]),
      ...ownDilemma(view, speech),
    ],
  };
};

const declineHandOver = (view: HandedView, agent: string, speech: Speech): Form => ({
  ...declineForm(view, speech),
  intro: speech.t.colleagues.handed.declineIntro(agent),
  send: speech.t.colleagues.handed.decline,
});
