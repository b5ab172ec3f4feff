import type { CaseView, TurnView } from '../../bot/cases/notice.ts';
import type { Node } from '../model.ts';
import type { Speech } from '../speech.ts';
import { facts, lines, snippet } from './nodes.ts';

/** Its asker is nobody any more: neither named nor anonymous by their own choice. */
export const isForgotten = ({ asker, anonymous }: Pick<CaseView, 'asker' | 'anonymous'>): boolean =>
  asker === null && !anonymous;

/** What several viewers' cards have in common. */

export const kicker = (view: CaseView, speech: Speech): string => {
  const { t } = speech;
  const urgent = view.today && view.state === 'waiting' ? ` · ${t.shared.urgent}` : '';
  return `${t.labels.caseNumber(view.number)} · ${standing(view, speech)}${urgent}`;
};

/** Inside a sentence; where one begins, `capital` it. Only over a quote does an anonymous asker have a title. */
export const askerName = (view: CaseView, { t }: Speech): string => view.asker?.name ?? t.agent.yourColleague;

/** Who has the case, to the one who asked. */
export const agentName = (view: CaseView, { t }: Speech): string => view.agent ?? t.asker.yourAgent;

/** Who holds the open offer, to the one who asked. */
export const offeredTo = (view: CaseView, { t }: Speech): string => view.offer?.agent || t.asker.anAgent;

/** What an agent was chosen for, in words; empty when only the room for one more case decided. */
export const fieldsOf = (view: CaseView, { t, principle }: Speech): string => {
  const why = view.offer?.why ?? null;
  const topic = t.labels.topic[view.topic];
  return [
    why?.principle === true ? `"${principle(view.principle)}"` : '',
    why?.topic === true ? topic.charAt(0).toLocaleLowerCase('da') + topic.slice(1) : '',
  ]
    .filter((field) => field !== '')
    .join(t.labels.and);
};

/** The kicker of an agent who was asked says what they are to the case; everybody else's says how it stands. */
const standing = (view: CaseView, { t }: Speech): string =>
  view.state === 'waiting' && (view.viewer === 'offered' || view.viewer === 'listed')
    ? t.labels.role[view.viewer]
    : t.labels.state[view.state];

export const lastTurn = (view: CaseView): TurnView | null => view.turns.at(-1) ?? null;

/** As much of the dilemma as later messages repeat: who must answer it needs more than who wrote it. */
const REMINDER = { asker: 240, agent: 600 } as const;

/** The dilemma itself: whole in the message that opens the case, a reminder in those that carry it on. */
export const dilemma = (view: CaseView, speech: Speech): Node[] => {
  const { t } = speech;
  if (view.text === '') return [];
  if (!view.opening) {
    const most = view.viewer === 'asker' ? REMINDER.asker : REMINDER.agent;
    return lines('subtle', [t.asker.about(snippet(view.text, most))]);
  }
  const asker = view.asker === null ? t.labels.anonymous : nameAndUnit(view.asker);
  const who = view.viewer === 'asker' ? t.labels.youAsked : t.labels.asked(asker);
  return [{ kind: 'quote', who, when: speech.when(view.askedAt, view.now), text: view.text }];
};

const nameAndUnit = ({ name, unit }: { name: string; unit: string | null }): string =>
  unit === null ? name : `${name}, ${unit},`;

/** The turns that this message carries, oldest first, each with what was said and how to meet. */
export const conversation = (view: CaseView, speech: Speech): Node[] =>
  view.turns.flatMap((turn) => [
    {
      kind: 'quote',
      who:
        turn.by === 'you'
          ? speech.t.labels.youSaid[turn.kind]
          : speech.t.labels.said[turn.kind](turn.name ?? speech.t.labels.anonymous),
      when: speech.when(turn.at, view.now),
      text: [turn.text, ...talkLines(turn, view, speech)].filter((line) => line !== '').join('\n'),
    } satisfies Node,
    ...calendarLink(turn, speech),
  ]);

const talkLines = ({ talk, by }: TurnView, view: CaseView, { t, when }: Speech): string[] => {
  if (talk === null) return [];
  const { call, youCall, at, youAt, place, phone } = t.shared.talk;
  if (talk.start === null) {
    return [(by === 'you' ? youCall : call)(talk.phone), talk.place === null ? '' : place(talk.place)];
  }
  return [
    (by === 'you' ? youAt : at)(when(talk.start, view.now), talk.minutes),
    talk.place === null ? '' : place(talk.place),
    talk.phone === null ? '' : phone(talk.phone),
  ];
};

const calendarLink = ({ talk }: TurnView, { t }: Speech): Node[] =>
  talk === null || talk.calendarUrl === null
    ? []
    : [{ kind: 'link', link: { label: t.shared.talk.calendar, url: talk.calendarUrl } }];

/** That an answer is advice goes without saying. */
export const answerFacts = (view: CaseView, { t }: Speech): Node[] =>
  view.answer === null
    ? []
    : facts([
        [t.asker.outcome, view.answer.outcome === 'advice' ? null : t.labels.outcome[view.answer.outcome]],
        [t.asker.ground, view.answer.ground],
        [t.asker.alternative, view.answer.alternative],
      ]);
