import type { NotNow } from '../messages/not-now.ts';
import type { Owed } from '../messages/owed.ts';
import type { LivingCard } from './living-card.ts';

/** The parts of a delivery that matter here. */
export type Message = Pick<Owed<unknown>, 'manner' | 'answers'>;

/** A card in the person's chat. `configured`: whether its platform still is. */
type CardPlace = { configured: boolean };

/** Whether a capability still wants one of its messages sent, and when. */
export type Moment = { kind: 'now' } | NotNow;

/** What the message is about, in its current state. `shows`: whether there is something this person may see. */
export type MessageFacts =
  /** A short answer, complete in itself. */
  | { kind: 'reply' }
  /** Of a draft or a story. `isNewest`: no newer preview of the draft is owed. */
  | { kind: 'draft'; shows: boolean; isNewest: boolean; card: CardPlace | null }
  /** `from`: the first turn in the message. `past`: the case went to somebody else. `turns`: how many it has now. */
  | {
      kind: 'case';
      from: number | 'all';
      shows: { past: boolean; turns: number } | null;
      card: (CardPlace & Pick<LivingCard, 'from' | 'pinged'>) | null;
    }
  /** `moment` matters only for pings. */
  | { kind: 'nudge'; shows: boolean; card: CardPlace | null; moment: Moment };

export type Facts = {
  /** `joining`: the person is being linked to another, and their cases and drafts may still be moving. */
  to: { joining: boolean };
  /** When the next working hours begin; null during working hours. */
  opensAt: Date | null;
  about: MessageFacts;
};

/** No message is sent now. */
export type NoMessage = NotNow | { kind: 'undeliverable'; outcome: 'retry' | 'unreachable' | 'failed'; reason: string };

export type Decision =
  /**
   * A new message on a platform where the person can be reached. `card`: what to store about it as the living card; null
   * when it is not one. `settle`: the turns that the previous card keeps when it loses its buttons; null when there is
   * no previous card.
   */
  | { kind: 'post'; card: Pick<LivingCard, 'from' | 'pinged'> | null; settle: { from: number; to: number } | null }
  /** The card is updated in place and shows the conversation from the turn `from`. */
  | { kind: 'update'; from: number }
  | NoMessage;

/** Decides what to do with a message to a person that is due. */
export const decide = (message: Message, { to, opensAt, about }: Facts): Decision => {
  if (opensAt !== null && waitsForWorkingHours(message, about)) return { kind: 'later', at: opensAt };
  const decision = decideAbout(message, about);
  return decision.kind === 'obsolete' ? nothingToShow(to) : decision;
};

/** There is no person with the recipient's id. */
export const UNKNOWN_RECIPIENT: NoMessage = {
  kind: 'undeliverable',
  outcome: 'failed',
  reason: 'the person is not in the directory',
};

/** For a message with nothing to show. While people are being linked, its subject may still be moving: try again. */
export const nothingToShow = ({ joining }: { joining: boolean }): NoMessage =>
  joining
    ? { kind: 'undeliverable', outcome: 'retry', reason: 'the person is being linked to another' }
    : { kind: 'obsolete' };

/**
 * Nobody is pinged outside working hours, except in answer to their own action (docs/rules.md, "Quiet hours"). Pings
 * are planned for working hours, but can be late after a fault or a restart. A nudge checks its hours itself, because
 * its week may be over by then.
 */
const waitsForWorkingHours = ({ manner, answers }: Message, about: MessageFacts): boolean =>
  manner === 'ping' && answers !== true && about.kind !== 'nudge';

const OBSOLETE: Decision = { kind: 'obsolete' };

const decideAbout = (message: Message, about: MessageFacts): Decision => {
  switch (about.kind) {
    case 'reply':
      return { kind: 'post', card: null, settle: null };
    case 'draft':
      if (message.manner === 'quiet') return updateOf(about);
      return about.shows && about.isNewest
        ? { kind: 'post', card: { from: 0, pinged: 0 }, settle: about.card?.configured ? { from: 0, to: 0 } : null }
        : OBSOLETE;
    case 'nudge':
      if (message.manner === 'quiet') return updateOf(about);
      return about.moment.kind === 'now' ? { kind: 'post', card: null, settle: null } : about.moment;
    case 'case':
      return decideCase(message, about);
  }
};

/** Skips a card on a platform that is no longer configured: nobody sees it. */
const updateOf = ({ shows, card }: { shows: unknown; card: (CardPlace & { from?: number }) | null }): Decision =>
  shows && card?.configured ? { kind: 'update', from: card.from ?? 0 } : OBSOLETE;

type AboutCase = Extract<MessageFacts, { kind: 'case' }>;

/**
 * A case has one living card in a person's chat: the newest. A ping posts a new card, which takes over the buttons; the
 * previous card keeps its text. A quiet update changes the living card in place, on its own platform.
 */
const decideCase = ({ manner }: Message, about: AboutCase): Decision => {
  const { shows, card, from } = about;
  if (manner === 'quiet' || wasPinged(from, card)) return updateOf(about);
  if (shows === null) return OBSOLETE;
  // Somebody who no longer has a part in the case gets no new card, unless they asked for it.
  if (shows.past && from !== 'all') return updateOf(about);
  const first = from === 'all' ? 0 : from;
  // A late message shows what the standing card shows, too; that card then keeps all of its words.
  const keeps = card !== null && card.from <= first ? first : shows.turns;
  return {
    kind: 'post',
    card: { from: first, pinged: shows.turns },
    settle: card?.configured ? { from: card.from, to: keeps } : null,
  };
};

/**
 * Whether an earlier ping was composed late enough to include these turns. A ping that a later one overtook, because it
 * was undeliverable then, is not included: the later card begins after its turns.
 */
const wasPinged = (from: number | 'all', card: Pick<LivingCard, 'from' | 'pinged'> | null): boolean =>
  card !== null && from !== 'all' && card.pinged > from && card.from <= from;

/** The first turn that a message about a case shows; null when there is no card to update. */
export const firstTurn = (
  { manner }: Message,
  from: number | 'all',
  card: Pick<LivingCard, 'from' | 'pinged'> | null,
): number | null => {
  if (manner === 'quiet' || wasPinged(from, card)) return card?.from ?? null;
  return from === 'all' ? 0 : from;
};
