import type { CaseView, Shown, TalkView, TurnView } from '../../../bot/cases/view.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines, snippet } from './nodes.ts';

/** A view in which the dilemma and what was said of it can be read. */
export type Told = Extract<CaseView, { turns: unknown }>;

export const lastTurn = (view: Told): TurnView | null => view.turns.at(-1) ?? null;

/**
 * The dilemma itself: whole in the message that opens the case, a reminder in those that carry it on.
 * @param who who asked, as a heading
 * @param reminder as many characters of it as later messages repeat
 */
export const dilemma = (view: Told, who: string, reminder: number, speech: Speech): Node[] => {
  if (view.text === '') return [];
  if (!view.opening) return lines('subtle', [speech.t.asker.about(snippet(view.text, reminder))]);
  return [{ kind: 'quote', who, when: speech.when(view.askedAt, view.now), text: view.text }];
};

/** The turns that this message carries, oldest first, each with what was said and how to meet. */
export const conversation = (view: Told, speech: Speech): Node[] =>
  view.turns.flatMap((turn) => [
    {
      kind: 'quote',
      who:
        turn.by === 'you'
          ? speech.t.labels.youSaid[turn.kind]
          : speech.t.labels.said[turn.kind](nameOf(turn.who, speech)),
      when: speech.when(turn.at, view.now),
      text: [turn.text, ...talkLines(turn, view.now, speech)].filter((line) => line !== '').join('\n'),
    } satisfies Node,
    ...calendarLink(turn.talk, speech),
  ]);

const nameOf = (who: Shown, { t }: Speech): string => (who.as === 'named' ? who.name : t.labels.anonymous);

const talkLines = ({ talk, by }: TurnView, now: Date, { t, when }: Speech): string[] => {
  if (talk === null) return [];
  const { call, youCall, at, youAt, place, phone } = t.shared.talk;
  const where = talk.place === null ? '' : place(talk.place);
  if (talk.start === null) return [(by === 'you' ? youCall : call)(talk.phone ?? null), where];
  return [
    (by === 'you' ? youAt : at)(when(talk.start, now), talk.minutes),
    where,
    talk.phone === undefined ? '' : phone(talk.phone),
  ];
};

const calendarLink = (talk: TalkView | null, { t }: Speech): Node[] =>
  talk?.calendarUrl === undefined
    ? []
    : [{ kind: 'link', link: { label: t.shared.talk.calendar, url: talk.calendarUrl } }];
