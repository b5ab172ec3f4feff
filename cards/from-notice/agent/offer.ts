import type { CaseNews } from '../../../bot/cases/news.ts';
import type { HandedView, ListedView, OfferView } from '../../../bot/cases/view-types.ts';
import type { Reason } from '../../../bot/routing/choose-agent.ts';
import type { Certainty } from '../../../bot/routing/guess.ts';
import type { Card, Press } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { aboutFact } from '../parts/about.ts';
import { allowed } from '../parts/case-form.ts';
import { conversation } from '../parts/conversation.ts';
import { fieldsOf } from '../parts/fields.ts';
import { kicker } from '../parts/kicker.ts';
import { facts, lines } from '../parts/nodes.ts';
import { askerFirst, askerName, forWhomLine, theirDilemma } from './asker.ts';
import { acceptForm, declineForm } from './offer-forms.ts';

/** Asks an agent whether they will take a case. */
export const offeredCard = (view: OfferView, speech: Speech): Card => {
  const { title, offer, readers } = speech.t.agent;
  const { why, until } = view.offer;
  const fields = fieldsOf(view, speech);
  return {
    title: view.asker.as === 'named' ? title.offered(askerName(view.asker, speech)) : title.offeredNameless,
    ...openCase(view, speech, {
      about: fields === '',
      status: [
        why === null ? null : whyYou(why, fields, view.certainty, speech),
        alsoAbout(view.offer.pair, speech),
        offer(speech.when(until, view.now)),
      ],
      readers,
    }),
    actions: [...allowed(view, [acceptForm(view, speech), declineForm(view, speech)]), ...ownDilemma(view, speech)],
  };
};

const whyYou = (
  { standsIn, guess = false }: Reason,
  fields: string,
  certainty: Certainty,
  { t: { agent, people } }: Speech,
): string => {
  if (standsIn) return people.whyInstead;
  if (fields !== '') return guess ? agent.whyGuess(fields) : agent.whyFields(fields);
  if (!guess) return agent.whyFree;
  return `${agent.whyFree} ${certainty === 'silent' ? agent.silent : agent.guess}`;
};

const alsoAbout = (pair: OfferView['offer']['pair'], { t: { agent, labels } }: Speech): string | null =>
  pair === null ? null : agent.also(pair.needs.map((need) => labels.need[need]).join(labels.and), pair.name);

/** A case on the common list, which goes to the first agent who takes it. */
export const listedCard = (view: ListedView, why: CaseNews, speech: Speech): Card => ({
  title: speech.t.agent.title[why === 'list-reminder' ? 'listedStill' : 'listed'],
  ...openCase(view, speech, { about: true, status: [], readers: speech.t.agent.listed }),
  actions: [...allowed(view, [acceptForm(view, speech), declineForm(view, speech)]), ...ownDilemma(view, speech)],
});

/** The way out for words that were typed in the chat and are no answer to the offer. */
export const ownDilemma = ({ typed }: Pick<OfferView, 'typed'>, { t }: Speech): Press[] =>
  typed === undefined
    ? []
    : [
        {
          kind: 'press',
          verb: 'new-dilemma',
          label: t.draft.whom.isNew,
          data: { draft: typed.draft },
          weight: 'normal',
        },
      ];

type Said = { about: boolean; status: (string | null)[]; readers: string };

/** What every card of a case that its reader may take has in common. */
export const openCase = (
  view: OfferView | ListedView | HandedView,
  speech: Speech,
  { about, status, readers }: Said,
): Omit<Card, 'title' | 'actions'> => {
  const { agent, labels } = speech.t;
  return {
    kicker: kicker(view.number, labels.role[view.viewer], view.today, speech),
    tone: view.today ? 'attention' : 'plain',
    body: [
      ...theirDilemma(view, speech),
      ...forWhomLine(view, speech),
      ...conversation(view, speech),
      ...facts([about ? aboutFact(view, speech) : [agent.about, null]]),
      ...lines('lead', [
        view.today ? agent.today(capital(askerFirst(view.asker, speech)), speech.dayOf(view.askedAt, view.now)) : null,
      ]),
      ...lines('body', [...status, waitingFor(view, speech)]),
      ...lines('subtle', [readers, view.asker.as === 'named' ? null : agent.nameless]),
    ],
  };
};

const waitingFor = (view: OfferView | ListedView | HandedView, speech: Speech): string | null => {
  // Whoever is asked to take a case over need not mind a promise that was kept.
  if (view.promise === 'none' || (view.viewer === 'handed' && view.promise === 'kept')) return null;
  const when = speech.when(view.promisedAt, view.now);
  const asker = askerFirst(view.asker, speech);
  return view.promise === 'missed' ? speech.t.agent.missed(asker, when) : speech.t.agent.promise(asker, when);
};
