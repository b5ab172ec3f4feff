import { reply } from '../messages/reply.ts';
import { isAgent, type Person } from '../people/person.ts';
import { type Changed, once } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { weekOf } from '../time/iso-week.ts';
import type { WishCommand } from './command.ts';
import type { NudgeDeps } from './deps.ts';
import { comingFor, nextNudge } from './next-nudge.ts';
import type { NudgeReply } from './notice.ts';
import type { Reaction } from './nudge-record.ts';
import { changeNudge } from './press-nudge.ts';
import { DEFAULT_SLOT, type Wishes } from './reader.ts';
import { wishesView } from './wishes-view.ts';

type WishesReply = Extract<NudgeReply, { kind: 'nudges' }>;
type Wish = { set: Partial<Wishes>; reaction: Reaction['kind'] | null; did: WishesReply['did'] };

/**
 * Applies a wish about when the weekly principle comes. The wish is stored before anything else, so "stop" takes effect
 * at that moment on every platform, also for messages already waiting. @throws Refusal
 */
export const pressWish = async (
  command: WishCommand,
  person: Person,
  receipt: string,
  deps: NudgeDeps,
): Promise<Changed> => {
  const now = await deps.readers.get(person._id);
  const work = async () => {
    const { set, reaction, did } = wishOf(command, now, deps);
    const id = 'nudge' in command ? command.nudge : undefined;
    if (id !== undefined && (await deps.nudges.get(id))?.person !== person._id) throw new Refusal('no-such-nudge');
    if (Object.keys(set).length > 0) await deps.readers.change(person._id, set);
    if (id !== undefined && reaction !== null) {
      const reacted: Reaction = { kind: reaction, at: deps.clock(), text: null, answer: null };
      await changeNudge(id, person, receipt, deps, () => ({ set: {}, reactions: [reacted] }));
    } else await reply(await wishesReply(did, person, deps), person, receipt, deps);
  };
  const holds = async () => isAsWished(wishOf(command, now, deps).set, now);
  return once(receipt, deps, work, command.verb === 'show-nudges' ? 'shows' : holds);
};

/** Whether these wishes hold already. When somebody stopped, and from which week on they want it again, is no wish. */
const isAsWished = ({ stoppedAt, wantedIn: _wantedIn, ...set }: Partial<Wishes>, now: Wishes): boolean =>
  (stoppedAt === undefined || (stoppedAt === null) === (now.stoppedAt === null)) &&
  Object.entries({ ...now, ...set }).every(([wish, value]) => now[wish as keyof Wishes] === value);

export type WishDeps = Pick<NudgeDeps, 'readers' | 'nudges' | 'runs' | 'outbox' | 'clock' | 'time'>;

/** The reply that shows a person's current wishes and next nudge. */
export const wishesReply = async (did: WishesReply['did'], person: Person, deps: WishDeps): Promise<WishesReply> => {
  const now = deps.clock();
  const todayDate = deps.time.localDate(now);
  const wishes = await deps.readers.get(person._id);
  const next = nextNudge(await comingFor(person._id, wishes, deps), now, deps.time);
  return { kind: 'nudges', did, now, todayDate, next, wishes: wishesView(wishes, todayDate), agent: isAgent(person) };
};

const wishOf = (
  command: WishCommand,
  before: Wishes,
  { clock, time, organisation }: Pick<NudgeDeps, 'clock' | 'time' | 'organisation'>,
): Wish => {
  const now = clock();
  const today = time.localDate(now);
  switch (command.verb) {
    case 'stop-nudges':
      return { set: { stoppedAt: now }, reaction: 'stopped', did: 'stopped' };
    case 'resume-nudges':
      return { set: wishesAfterStart(today), reaction: 'resumed', did: 'resumed' };
    case 'pause-nudges':
      if (command.until === undefined) throw new Refusal('date-missing');
      if (command.until < today) throw new Refusal('date-past');
      return { set: { pausedUntil: command.until }, reaction: 'paused', did: 'paused' };
    case 'set-rhythm':
      return command.rhythm === 'weekly'
        ? { set: wishesAfterStart(today), reaction: 'weekly', did: 'changed' }
        : { set: { rhythm: 'monthly', stoppedAt: null }, reaction: 'monthly', did: 'changed' };
    case 'set-nudge-time': {
      const weekday = command.weekday ?? before.weekday ?? DEFAULT_SLOT.weekday;
      const hour = command.hour ?? before.hour ?? DEFAULT_SLOT.hour;
      const [opens, closes] = organisation.hours[weekday] ?? ['', ''];
      if (hour < opens || hour >= closes) throw new Refusal('outside-hours');
      return { set: { weekday, hour }, reaction: null, did: 'changed' };
    }
    case 'show-nudges':
      return { set: {}, reaction: null, did: 'nothing' };
  }
};

/** The wishes after "start": it ends a stop, a pause and a slower rhythm alike. */
export const wishesAfterStart = (today: string): Partial<Wishes> => ({
  stoppedAt: null,
  pausedUntil: null,
  rhythm: 'weekly',
  wantedIn: weekOf(today),
});
