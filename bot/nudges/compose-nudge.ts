import type { NudgeId, NudgeTextId } from '../ids.ts';
import type { NotNow } from '../messages/not-now.ts';
import { greetingName } from '../people/first-name.ts';
import type { Person } from '../people/person.ts';
import { weekOf } from '../time/iso-week.ts';
import { isAhead } from './choose-event.ts';
import { textFor } from './choose-text.ts';
import { eventNamed } from './count-run.ts';
import type { NudgeDeps } from './deps.ts';
import { comingFor, nextNudge } from './next-nudge.ts';
import type { NudgeNotice } from './notice.ts';
import { nudgeById } from './nudge-library.ts';
import { type NudgeRecord, textsShown } from './nudge-record.ts';
import type { Had } from './plan-person.ts';
import { isPausedOn, type Wishes } from './reader.ts';
import { settleText } from './settle-text.ts';
import { openingWithin, slotIn } from './slot.ts';
import { isTold, toldAmong } from './told-texts.ts';
import type { TownEvent } from './town-event.ts';
import { wishesView } from './wishes-view.ts';

type ViewDeps = Pick<
  NudgeDeps,
  'nudges' | 'runs' | 'outbox' | 'library' | 'stories' | 'fieldOf' | 'organisation' | 'clock' | 'time'
>;
export type NudgeCardDeps = ViewDeps & Pick<NudgeDeps, 'readers'>;

/** The current content of a person's nudge card; null when the record does not exist or is not theirs. */
export const composeNudge = async (id: NudgeId, to: Person, deps: NudgeCardDeps): Promise<NudgeNotice | null> => {
  const record = await deps.nudges.get(id);
  if (record === null || record.person !== to._id) return null;
  return nudgeNotice(record, await deps.readers.get(to._id), to, deps);
};

const nudgeNotice = async (record: NudgeRecord, wishes: Wishes, to: Person, deps: ViewDeps): Promise<NudgeNotice> => {
  const { library, organisation, clock, time } = deps;
  const now = clock();
  const [told = null] = await toldAmong([record.text], deps);
  return {
    kind: 'nudge',
    view: {
      id: record._id,
      rev: record.rev,
      now,
      message: record.message,
      name: greetingName(to),
      from: organisation.welcomeFrom,
      principle: record.principle,
      text: told ?? nudgeById(record.text, library),
      takenBack: isTold(record.text) && told === null,
      event: eventShown(record, now, deps),
      reactions: record.reactions,
      wishes: wishesView(wishes, time.localDate(now)),
      next: await nextDateOnCard(record, wishes, now, deps),
      another: record.text !== null && anotherFor(record, to, deps) !== null,
    },
  };
};

/** A card keeps the event that it was sent with; one that began before is not named. */
const eventShown = ({ text, event, sent }: NudgeRecord, now: Date, { library, time }: ViewDeps): TownEvent | null => {
  const named = eventNamed(text, event, library);
  const at = sent?.at ?? now;
  return named !== null && isAhead(named, at, time.localDate(at)) ? named : null;
};

/** A welcome names the date of the first nudge until that has come. After a press, the card names the next one. */
const nextDateOnCard = async (record: NudgeRecord, wishes: Wishes, now: Date, deps: ViewDeps): Promise<Date | null> => {
  const { message, sent, reactions, person } = record;
  if (message !== 'welcome' && reactions.length === 0) return null;
  const coming = await comingFor(person, wishes, deps);
  if (message !== 'welcome') return nextNudge(coming, now, deps.time);
  if (coming.had.some((other) => other.message !== 'welcome' && other.sent !== null)) return null;
  // The welcome that leaves now counts from now.
  const leaving = (other: Had) => sent === null && other.message === 'welcome';
  const had = coming.had.map((other) => (leaving(other) ? { ...other, sent: { at: now } } : other));
  return nextNudge({ ...coming, had }, now, deps.time);
};

/** Chooses a nudge of the same principle that this message has not shown yet. Null when there is none. */
export const anotherFor = (
  record: Pick<NudgeRecord, 'principle' | 'text' | 'before'>,
  to: Person,
  { library, fieldOf }: Pick<NudgeDeps, 'library' | 'fieldOf'>,
  had: readonly NudgeTextId[] = [],
): NudgeTextId | null => {
  const { principle, text } = record;
  const shown = textsShown(record);
  const next = textFor({ principle, field: fieldOf(to), ofWeek: text, had: [...shown, ...had] }, library);
  return next === null || shown.includes(next) ? null : next;
};

/** `later`: the person changed their wishes after planning. */
export type Leaving = { kind: 'now'; notice: NudgeNotice } | NotNow;

/** Decides whether a planned message may be sent now, given the person's latest wishes. */
export const nudgeLeaving = async (id: NudgeId, to: Person, deps: NudgeCardDeps): Promise<Leaving> => {
  const { nudges, readers, runs, clock, time } = deps;
  const [record, wishes] = await Promise.all([nudges.get(id), readers.get(to._id)]);
  if (record === null || record.person !== to._id) return { kind: 'obsolete' };
  // A process delivered it, then died before it could record that.
  if (record.sent !== null) return { kind: 'sent' };
  if (to.left !== null || wishes.stoppedAt !== null) return { kind: 'obsolete' };
  const now = clock();
  const today = time.localDate(now);
  if (record.message !== 'welcome') {
    const run = await runs.get(record.week);
    if (run?.state === 'cancelled' || weekOf(today) !== record.week || isPausedOn(wishes, today))
      return { kind: 'obsolete' };
    if (run?.paused === true) return { kind: 'held' };
    const slot = slotIn(record.week, wishes, time);
    if (slot !== null && slot > now) return { kind: 'later', at: slot };
  }
  if (time.isOpen(now))
    return { kind: 'now', notice: await nudgeNotice(await settleText(record, to, deps), wishes, to, deps) };
  const opens = record.message === 'welcome' ? time.nextOpen(now) : openingWithin(record.week, now, time);
  return opens === null ? { kind: 'obsolete' } : { kind: 'later', at: opens };
};
