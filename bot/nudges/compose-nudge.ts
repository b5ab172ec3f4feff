import type { NudgeId } from '../ids.ts';
import { firstName } from '../people/first-name.ts';
import type { Person } from '../people/person.ts';
import { weekOf } from '../time/iso-week.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { textFor } from './choose-text.ts';
import type { NudgeDeps } from './deps.ts';
import { fieldOf } from './field-of-work.ts';
import type { NudgeNotice } from './notice.ts';
import { nudgeById } from './nudge-library.ts';
import { type NudgeRecord, textsShown } from './nudge-record.ts';
import { isPausedOn, type Wishes } from './reader.ts';
import { firstNudge, nextSlot, openingWithin, slotIn, startOfNextWeek } from './slot.ts';
import { wishesView } from './wishes-view.ts';

type ViewDeps = Pick<NudgeDeps, 'library' | 'organisation' | 'clock' | 'time'>;
export type NudgeCardDeps = ViewDeps & Pick<NudgeDeps, 'nudges' | 'readers'>;

/** The current content of a person's nudge card; null when the record does not exist or is not theirs. */
export const composeNudge = async (id: NudgeId, to: Person, deps: NudgeCardDeps): Promise<NudgeNotice | null> => {
  const record = await deps.nudges.get(id);
  if (record === null || record.person !== to._id) return null;
  return nudgeNotice(record, await deps.readers.get(to._id), to, deps);
};

const nudgeNotice = (record: NudgeRecord, wishes: Wishes, to: Person, deps: ViewDeps): NudgeNotice => {
  const { library, organisation, clock, time } = deps;
  const now = clock();
  return {
    kind: 'nudge',
    view: {
      id: record._id,
      rev: record.rev,
      now,
      message: record.message,
      name: firstName(to),
      from: organisation.welcomeFrom,
      principle: record.principle,
      text: nudgeById(record.text, library),
      reactions: record.reactions,
      wishes: wishesView(wishes, time.localDate(now)),
      next: nextDateOnCard(record, wishes, now, time),
      another: record.text !== null && anotherFor(record, to, deps) !== null,
    },
  };
};

/**
 * A welcome names the date of the first nudge. After a press, the card names the next one, which never comes in the
 * same week.
 */
const nextDateOnCard = (
  { message, sent, reactions }: NudgeRecord,
  wishes: Wishes,
  now: Date,
  time: WorkingTime,
): Date | null => {
  if (message === 'welcome') return firstNudge(wishes, sent?.at ?? now, time);
  if (reactions.length === 0) return null;
  return nextSlot(wishes, startOfNextWeek(now, time), time);
};

/** Chooses a nudge of the same principle that this message has not shown yet. Null when there is none. */
export const anotherFor = (
  record: Pick<NudgeRecord, 'principle' | 'text' | 'before'>,
  to: Person,
  { library }: Pick<NudgeDeps, 'library'>,
  had: readonly string[] = [],
): string | null => {
  const { principle, text } = record;
  const shown = textsShown(record);
  const next = textFor({ principle, field: fieldOf(to), ofWeek: text ?? '', had: [...shown, ...had] }, library);
  return next === null || shown.includes(next) ? null : next;
};

/** `held`: the run is paused. `later`: the person changed their wishes after planning. */
export type Leaving =
  | { kind: 'now'; notice: NudgeNotice }
  | { kind: 'sent' }
  | { kind: 'never' }
  | { kind: 'held' }
  | { kind: 'later'; at: Date };

/** Decides whether a planned message may be sent now, given the person's latest wishes. */
export const nudgeLeaving = async (
  id: NudgeId,
  to: Person,
  deps: NudgeCardDeps & Pick<NudgeDeps, 'runs'>,
): Promise<Leaving> => {
  const { nudges, readers, runs, clock, time } = deps;
  const [record, wishes] = await Promise.all([nudges.get(id), readers.get(to._id)]);
  if (record === null || record.person !== to._id) return { kind: 'never' };
  // A process delivered it, then died before it could record that.
  if (record.sent !== null) return { kind: 'sent' };
  if (to.left !== null || wishes.stoppedAt !== null) return { kind: 'never' };
  const now = clock();
  const today = time.localDate(now);
  if (record.message !== 'welcome') {
    const run = await runs.get(record.week);
    if (run?.state === 'cancelled' || weekOf(today) !== record.week || isPausedOn(wishes, today))
      return { kind: 'never' };
    if (run?.paused === true) return { kind: 'held' };
    const slot = slotIn(record.week, wishes, time);
    if (slot !== null && slot > now) return { kind: 'later', at: slot };
  }
  if (time.isOpen(now)) return { kind: 'now', notice: nudgeNotice(record, wishes, to, deps) };
  const opens = record.message === 'welcome' ? time.nextOpen(now) : openingWithin(record.week, now, time);
  return opens === null ? { kind: 'never' } : { kind: 'later', at: opens };
};
