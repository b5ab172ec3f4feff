import type { DeliveryId, PersonId } from '../ids.ts';
import type { DeliveryState } from '../messages/delivery-states.ts';
import type { Owed } from '../messages/owed.ts';
import type { Platform } from '../platform.ts';
import type { Case } from './case.ts';
import type { CaseSaying } from './saying.ts';
import type { Turn } from './turn.ts';

/**
 * How far somebody's words, or an offer, have come on their way: as the platform last said (docs/rules.md, "Delivery").
 * Only `sent` means that they arrived. The case keeps this itself, because its clock runs from the arrival.
 */
export type Transit = {
  /** The message that brings them. */
  id: DeliveryId;
  /** Their index in the case. */
  brings: { turn: number } | { offer: number };
  state: DeliveryState['state'];
  /** Since when, by the domain's clock. */
  at: Date;
  /** The platform that they wait for. */
  on?: Platform;
};

/** The words and the offer that these messages bring, all of them on their way. */
export const transitsFor = (
  before: Pick<Case, 'turns' | 'offers'>,
  after: Pick<Case, 'turns' | 'offers'>,
  owes: readonly Owed<CaseSaying>[],
  now: Date,
): Transit[] => {
  const begun = (id: DeliveryId, brings: Transit['brings']): Transit => ({ id, brings, state: 'on-its-way', at: now });
  const turn = before.turns.length;
  const offer = before.offers.length;
  const bearer = (isBearer: (owed: Owed<CaseSaying>) => boolean) =>
    owes.find((owed) => owed.manner === 'ping' && isBearer(owed))?.id;
  const words = after.turns[turn];
  const made = after.offers[offer];
  const brought = words && bearer(({ to, say }) => to !== words.who && say.from === turn);
  const asked = made && bearer(({ to, say }) => to === made.agent && say.why === 'offered');
  return [...(brought ? [begun(brought, { turn })] : []), ...(asked ? [begun(asked, { offer })] : [])];
};

/** How far these words have come; null when no message of their own brings them, or an earlier version sent it. */
export const transitOf = (c: Case, brought: 'turn' | 'offer', index: number): Transit | null =>
  c.transits?.findLast(({ brings }) => (brings as Record<string, number>)[brought] === index) ?? null;

/**
 * What became of a side's latest words in the present conversation: of the latest that did not arrive, or else of the
 * last. Words leave in their order, so those behind words that wait for their platform wait, too.
 */
export const latestTransit = (c: Case, by: Turn['by']): { turn: Turn; transit: Transit } | null => {
  const own = c.turns.flatMap((turn, index) => {
    const transit = turn.by === by && index >= c.turnsFrom ? transitOf(c, 'turn', index) : null;
    return transit === null || transit.state === 'obsolete' ? [] : [{ turn, transit }];
  });
  const unsent = own.findLast(({ transit }) => transit.state !== 'sent');
  if (unsent?.transit.state !== 'on-its-way') return unsent ?? own.at(-1) ?? null;
  return own.findLast(({ transit }) => transit.state === 'waiting') ?? unsent;
};

/**
 * Since when whoever owes the next word has been quiet. Nobody is quiet about words that they did not get: null while
 * some of the agent's words have not arrived. While the agent owes the next word, the asker waits from their own last
 * word on, whatever became of it.
 */
export const quietSince = (c: Case): Date | null => {
  const latest = c.state === 'active' && c.turnOf === 'agent' ? undefined : latestTransit(c, 'agent')?.transit;
  if (latest === undefined) return c.wordAt;
  if (latest.state !== 'sent') return null;
  return new Date(Math.max(latest.at.getTime(), c.wordAt.getTime()));
};

/** Whose words they are. */
export const writerOf = (c: Case, { brings }: Transit): PersonId | null =>
  'turn' in brings ? (c.turns[brings.turn]?.who ?? null) : c.asker;
