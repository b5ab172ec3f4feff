import type { Shown, TalkView, TurnView } from '../../../bot/cases/said-views.ts';
import type { CaseView } from '../../../bot/cases/view-types.ts';
import type { Node, Quote } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { asLineStart } from './names.ts';
import { lines, link, snippet } from './nodes.ts';

/** A view that shows the dilemma and the conversation about it. */
export type ReadableView = Extract<CaseView, { turns: unknown }>;

/** The latest words of this kind, among those that the message shows. */
export const latestFrom = (
  by: TurnView['by'],
  kinds: readonly TurnView['kind'][],
  view: ReadableView,
): TurnView | null => view.turns.findLast((turn) => turn.by === by && kinds.includes(turn.kind)) ?? null;

/** The last words, unless they were said while another agent had the case. */
export const lastTurn = (view: ReadableView): Present | null => {
  const last = view.turns.at(-1);
  return last === undefined || last.by === 'before' || (last.by === 'you' && last.earlier) ? null : last;
};
type Present = Extract<TurnView, { by: 'you' | 'other' }>;

/**
 * The dilemma: in full in the message that opens the case, its beginning in later messages.
 * @param who the asker, as a heading
 * @param reminder how many characters later messages repeat
 */
export const dilemma = (view: ReadableView, who: string, reminder: number, speech: Speech): Node[] => {
  if (view.text === '') return [];
  if (!view.opening) return lines('subtle', [speech.t.asker.about(snippet(view.text, reminder))]);
  return [{ kind: 'quote', who, when: speech.when(view.askedAt, view.now), text: view.text }];
};

/**
 * The turns that this message shows, oldest first, each with its text and how to meet. What an answer said before it was
 * corrected is folded away elsewhere on the card.
 */
export const conversation = (view: ReadableView, speech: Speech): Node[] =>
  quotes(
    view.turns.filter((turn) => !isFolded(turn, view)),
    view.now,
    speech,
  );

const isFolded = ({ corrected, at }: TurnView, view: ReadableView): boolean =>
  corrected === true &&
  'earlierAnswers' in view &&
  view.earlierAnswers.some((earlier) => earlier.at.getTime() === at.getTime());

export const quotes = (turns: readonly TurnView[], now: Date, speech: Speech): Node[] =>
  turns.flatMap((turn) => [quoteOf(turn, now, speech), ...calendarLink(turn.talk, speech)]);

export const quoteOf = (turn: TurnView, now: Date, speech: Speech): Quote => ({
  kind: 'quote',
  who: headingOf(turn, speech),
  when: speech.when(turn.at, now),
  text: [turn.text, ...talkLines(turn, now, speech)].filter((line) => line !== '').join('\n'),
});

/** The agent's first words are sent as a question, whatever they say: only a question mark makes them one. */
export const wordsKind = ({ kind, text }: Pick<TurnView, 'kind' | 'text'>): TurnView['kind'] =>
  kind === 'ask-back' && !text.includes('?') ? 'reply' : kind;

const headingOf = (turn: TurnView, speech: Speech): string => {
  const { labels, colleagues } = speech.t;
  const kind = wordsKind(turn);
  const signer = kind === 'answer' ? turn.with : undefined;
  if (turn.by === 'you') return signer === undefined ? labels.youSaid[kind] : colleagues.signedByYou(signer);
  const name = nameOf(turn.who, speech);
  return signer === undefined ? labels.said[kind](name) : colleagues.signed(name, signer);
};

const nameOf = (who: Shown, { t }: Speech): string => (who.as === 'named' ? asLineStart(who.name) : t.labels.anonymous);

const talkLines = ({ talk, by, kind }: TurnView, now: Date, { t, when }: Speech): string[] => {
  if (kind === 'talk-accepted') return [t.shared.talk.yes];
  if (kind === 'talk-cancelled') return [t.shared.talk.no];
  if (talk === null) return [];
  const { call, youCall, at, youAt, moveTo, youMoveTo, place, phone } = t.shared.talk;
  const where = talk.place === null ? '' : place(talk.place);
  if (talk.start === null) return [(by === 'you' ? youCall : call)(talk.phone ?? null), where];
  const [mine, theirs] = talk.moves ? [youMoveTo, moveTo] : [youAt, at];
  return [
    (by === 'you' ? mine : theirs)(when(talk.start, now), talk.minutes),
    where,
    talk.phone === undefined ? '' : phone(talk.phone),
  ];
};

const calendarLink = (talk: TalkView | null, { t }: Speech): Node[] =>
  link(t.shared.talk[talk?.off ? 'uncalendar' : 'calendar'], talk?.calendarUrl);
