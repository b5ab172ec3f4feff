import type { CaseView } from '../../bot/cases/notice.ts';
import type { Card } from '../model.ts';
import type { Speech } from '../speech.ts';
import { acceptForm, declineForm } from './agent-forms.ts';
import { askerName, conversation, dilemma, fieldsOf, kicker } from './case-parts.ts';
import { allowed } from './form-parts.ts';
import { facts, lines } from './nodes.ts';

/** The question to one agent: will you take this case? */
export const offeredCard = (view: CaseView, speech: Speech): Card => {
  const { agent } = speech.t;
  const title = view.asker === null ? agent.title.offeredNameless : agent.title.offered(askerName(view, speech));
  const fields = fieldsOf(view, speech);
  const why = view.offer?.why ?? null;
  return offer(
    view,
    speech,
    title,
    [
      why === null ? null : whyYou(why.standsIn, fields, speech),
      view.offer === null ? null : agent.offer(speech.when(view.offer.until, view.now)),
      waitingFor(view, speech),
    ],
    agent.readers,
  );
};

const whyYou = (standsIn: boolean, fields: string, { t }: Speech): string => {
  if (standsIn) return t.people.whyInstead;
  return fields === '' ? t.agent.whyFree : t.agent.whyFields(fields);
};

/** A case on the common list: the first to take it has it. */
export const listedCard = (view: CaseView, speech: Speech): Card => {
  const { agent } = speech.t;
  return offer(view, speech, agent.title.listed, [waitingFor(view, speech)], agent.listed);
};

const waitingFor = (view: CaseView, speech: Speech): string => {
  const when = speech.when(view.promisedAt, view.now);
  return view.promise === 'missed' ? speech.t.agent.missed(when) : speech.t.agent.promise(when);
};

const offer = (view: CaseView, speech: Speech, title: string, status: (string | null)[], readers: string): Card => {
  const { agent, labels } = speech.t;
  const about = `${speech.principle(view.principle)} · ${labels.topic[view.topic]}`;
  return {
    title,
    kicker: kicker(view, speech),
    tone: view.today ? 'attention' : 'plain',
    body: [
      ...dilemma(view, speech),
      ...conversation(view, speech),
      ...facts([[agent.about, fieldsOf(view, speech) === '' ? about : null]]),
      ...lines('lead', [view.today ? agent.today : null]),
      ...lines('body', status),
      ...lines('subtle', [readers, view.asker === null ? agent.nameless : null]),
    ],
    actions: allowed(view, [acceptForm(view, speech), declineForm(view, speech)]),
  };
};
