import type { Addressee, Hearer, Sent } from '../../../bot/cases/addressee.ts';
import type { DraftView } from '../../../bot/drafts/notice.ts';
import { firstName } from '../../../bot/people/first-name.ts';
import type { Card, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { isStuck, passageLine, passageTitle } from '../parts/passage.ts';
import { warningNode } from '../parts/warning.ts';

/** How many colleagues stand beside each other; the rest are under "…". */
const MAX_BESIDE = 3;

/** Asks whether words belong to whom their writer talks with already. */
export const whomCard = (view: DraftView, speech: Speech): Card => {
  const { draft } = speech.t;
  const data = { draft: view.id, rev: view.rev };
  return {
    title: whomTitle(view, speech),
    tone: 'plain',
    body: [
      ...warningNode(view.warning, 'before', speech),
      { kind: 'quote', who: draft.whom.yours, when: '', text: view.text },
      ...lines(
        'body',
        view.addressees.map((one) => outOfReach(one, speech)),
      ),
    ],
    actions: [
      ...sendPresses(view, speech).map((press, place): Press => ({ ...press, weight: weightOf(place) })),
      { kind: 'press', verb: 'new-dilemma', label: draft.whom.isNew, data, weight: 'normal' },
      ...sendAsNew(view, speech),
      { kind: 'press', verb: 'discard-draft', label: draft.discard, data, weight: 'more' },
    ],
  };
};

/** What reads like a dilemma of its own can be sent at once. */
const sendAsNew = ({ id, rev, asksAnew }: DraftView, { t }: Speech): Press[] =>
  asksAnew
    ? [
        {
          kind: 'press',
          verb: 'submit-dilemma',
          label: t.draft.whom.sendNew,
          data: { draft: id, rev, anonymous: 'no' },
          weight: 'if-room',
        },
      ]
    : [];

const weightOf = (place: number): Press['weight'] => (place === 0 ? 'main' : place < MAX_BESIDE ? 'normal' : 'more');

/** The way back for words that were called a dilemma, under "…". */
export const sendAfterAll = (view: DraftView, speech: Speech): Press[] =>
  sendPresses(view, speech)
    .slice(0, MAX_BESIDE)
    .map((press): Press => ({ ...press, weight: 'more' }));

const sendPresses = (view: DraftView, speech: Speech): Press[] =>
  view.addressees.map((one) => ({
    kind: 'press',
    verb: 'send-to-case',
    label: sendLabel(one, view, speech),
    data: { draft: view.id, rev: view.rev, case: one.id },
    weight: 'normal',
  }));

const whomTitle = ({ addressees, now }: DraftView, speech: Speech): string => {
  const { whom } = speech.t.draft;
  const [only, ...others] = addressees;
  if (only === undefined || others.length > 0) return whom.title.several;
  const name = nameOf(only.hearer, speech);
  switch (only.does) {
    case 'keep':
      return whom.title.keep;
    case 'thank':
      return whom.title.thank(name);
    case 'answer-offer':
      return whom.title.offer(name);
    case 'accept-talk':
      return only.start === null ? whom.title.yesToCall(name) : whom.title.yes(speech.when(only.start, now));
    default:
      return whom.title.send(name);
  }
};

const sendLabel = (one: Addressee, { addressees }: DraftView, speech: Speech): string => {
  const { whom } = speech.t.draft;
  const name = nameOf(one.hearer, speech);
  const alike = addressees.filter(({ hearer }) => nameOf(hearer, speech) === name).length > 1;
  const who = alike ? whom.inCase(name, one.number) : name;
  switch (one.does) {
    case 'keep':
      return addressees.length > 1 ? whom.keepIn(one.number) : whom.keep;
    case 'thank':
      return whom.thank(who);
    case 'answer-offer':
      return whom.answer(who);
    case 'accept-talk':
      return addressees.length > 1 ? whom.yesTo(who) : whom.yes;
    default:
      return whom.send(who);
  }
};

const nameOf = (hearer: Hearer, { t }: Speech): string => (hearer.as === 'named' ? hearer.name : t.draft.whom.nameless);

const outOfReach = ({ outOfReach: isOut, hearer }: Addressee, speech: Speech): string | null => {
  if (!isOut) return null;
  const name = nameOf(hearer, speech);
  return speech.t.draft.whom.outOfReach(name, hearer.as === 'named' ? firstName({ name }) : name);
};

/** What became of the words, in place of the question whom they are for. */
export const sentCard = (sent: Sent, now: Date, speech: Speech): Card => ({
  title: sentTitle(sent, now, speech),
  tone: 'quiet',
  body: lines('body', [howFar(sent, speech)]),
  actions: [],
});

/** Of a yes that has not arrived the title says only what was agreed. */
const howFar = (sent: Sent, speech: Speech): string | null => {
  const passage = sent.passage === null ? null : { ...sent.passage, what: sent.kind };
  const name = nameOf(sent.hearer, speech);
  if (isStuck(passage)) return passageLine(passage, name, speech);
  return isAgreed(sent) && passage?.state === 'on-its-way' ? `${passageTitle(passage, name, speech)}.` : null;
};

const isAgreed = ({ kind }: Sent): boolean => kind === 'talk-accepted';

const sentTitle = (sent: Sent, now: Date, speech: Speech): string => {
  const { hearer, kind, passage, start } = sent;
  const { whom } = speech.t.draft;
  if (hearer.as === 'nobody') return whom.kept;
  const name = nameOf(hearer, speech);
  if (isAgreed(sent)) return start === null ? whom.agreedCall(name) : whom.agreed(name, speech.when(start, now));
  if (passage === null) return whom.given(name);
  return passage.state === 'sent' ? whom.sent(name) : passageTitle({ ...passage, what: kind }, name, speech);
};
