import type { Owed } from '../messages/owed.ts';
import type { Post } from './post.ts';

/** What a delivery says of itself. */
export type Message = Pick<Owed<unknown>, 'manner' | 'answers'>;

/** A card that stands in the person's chat. `configured`: its platform still is. */
type StandingCard = { configured: boolean };

/** What a capability says of the moment for one of its messages. */
export type Moment = { kind: 'now' } | { kind: 'sent' | 'obsolete' | 'held' } | { kind: 'later'; at: Date };

/** What the message is about, as it is now. `shows`: there is something that this person may see. */
export type Subject =
  /** A short answer, complete in itself. */
  | { kind: 'reply' }
  | { kind: 'draft'; shows: boolean; card: StandingCard | null }
  /** `from`: the first turn the message brings. `past`: the case went elsewhere. `turns`: how many it has by now. */
  | {
      kind: 'case';
      from: number | 'all';
      shows: { past: boolean; turns: number } | null;
      card: (StandingCard & Pick<Post, 'from' | 'pinged'>) | null;
    }
  /** `moment` is looked at for pings only. */
  | { kind: 'nudge'; shows: boolean; card: StandingCard | null; moment: Moment };

export type Facts = {
  /** `joining`: they are being made one person with another, and what is theirs may be on its way. */
  to: { joining: boolean };
  /** When working hours begin next; null while they last. */
  opensAt: Date | null;
  about: Subject;
};

/** Nothing is said now. */
export type NoMessage =
  | { kind: 'later'; at: Date }
  | { kind: 'sent' | 'obsolete' | 'held' }
  | { kind: 'undeliverable'; outcome: 'retry' | 'unreachable' | 'failed'; reason: string };

export type Decision =
  /**
   * A new message, where the person can be reached. `card`: what to note of it as the living card; null when it is none.
   * `settle`: the turns that the card before keeps while it gives up its buttons; null when there is nothing to settle.
   */
  | { kind: 'post'; card: Pick<Post, 'from' | 'pinged'> | null; settle: { from: number; to: number } | null }
  /** The card changes where it stands, and shows the conversation from the turn `from`. */
  | { kind: 'update'; from: number }
  | NoMessage;

/** What becomes of a message to a person, now that its time has come. */
export const decide = (message: Message, { to, opensAt, about }: Facts): Decision => {
  if (opensAt !== null && keepsHours(message, about)) return { kind: 'later', at: opensAt };
  const decision = decideAbout(message, about);
  return decision.kind === 'obsolete' ? nothingToShow(to) : decision;
};

/** Nobody has the recipient's id. */
export const UNKNOWN_RECIPIENT: NoMessage = {
  kind: 'undeliverable',
  outcome: 'failed',
  reason: 'the person is not in the directory',
};

/** When there is nothing to show: what it is about may still be on its way from one person to the other. */
export const nothingToShow = ({ joining }: { joining: boolean }): NoMessage =>
  joining
    ? { kind: 'undeliverable', outcome: 'retry', reason: 'the person is being made one with another' }
    : { kind: 'obsolete' };

/**
 * Nobody is pinged outside working hours, except for an answer to their own act (docs/rules.md, "Quiet hours"): a ping
 * may be late after a fault or a stop. A nudge looks at its hours itself, for its week may be over by then.
 */
const keepsHours = ({ manner, answers }: Message, about: Subject): boolean =>
  manner === 'ping' && answers !== true && about.kind !== 'nudge';

const OBSOLETE: Decision = { kind: 'obsolete' };

const decideAbout = (message: Message, about: Subject): Decision => {
  switch (about.kind) {
    case 'reply':
      return { kind: 'post', card: null, settle: null };
    case 'draft':
      if (message.manner === 'quiet') return updateOf(about);
      return about.shows ? { kind: 'post', card: { from: 0, pinged: 0 }, settle: null } : OBSOLETE;
    case 'nudge':
      if (message.manner === 'quiet') return updateOf(about);
      return about.moment.kind === 'now' ? { kind: 'post', card: null, settle: null } : about.moment;
    case 'case':
      return decideCase(message, about);
  }
};

/** A card on a platform that is configured no more is passed over: nobody sees it. */
const updateOf = ({ shows, card }: { shows: unknown; card: (StandingCard & { from?: number }) | null }): Decision =>
  shows && card?.configured ? { kind: 'update', from: card.from ?? 0 } : OBSOLETE;

type AboutCase = Extract<Subject, { kind: 'case' }>;

/**
 * A case stands in a person's chat as one living card, the newest. A ping posts a new one, which takes over the
 * buttons; the card before keeps its words. A quiet update changes the living card in place, on its own platform.
 */
const decideCase = ({ manner }: Message, about: AboutCase): Decision => {
  const { shows, card, from } = about;
  if (manner === 'quiet' || isTold(from, card)) return updateOf(about);
  if (shows === null) return OBSOLETE;
  // Who has no part in the case any more gets no new card, unless they asked for it.
  if (shows.past && from !== 'all') return updateOf(about);
  const first = from === 'all' ? 0 : from;
  return {
    kind: 'post',
    card: { from: first, pinged: shows.turns },
    settle: card?.configured ? { from: card.from, to: from === 'all' ? shows.turns : first } : null,
  };
};

/** An earlier ping was made late enough to bring these words, too. */
const isTold = (from: number | 'all', card: Pick<Post, 'pinged'> | null): boolean =>
  card !== null && from !== 'all' && card.pinged > from;

/** The first turn of the conversation that a message about a case is composed from; null when it shows nothing. */
export const firstTurn = (
  { manner }: Message,
  from: number | 'all',
  card: Pick<Post, 'from' | 'pinged'> | null,
): number | null => {
  if (manner === 'quiet' || isTold(from, card)) return card?.from ?? null;
  return from === 'all' ? 0 : from;
};
