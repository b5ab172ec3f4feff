import type { CaseNews } from '../../../bot/cases/news.ts';
import type { LostTalk, TalkView } from '../../../bot/cases/said-views.ts';
import type { AskerView, HeldView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts, lines, link } from './nodes.ts';

/** "Jonas Holm siger ja til en snak torsdag d. 3. december kl. 10.30" */
export const talkAccepted = (name: string, { start }: TalkView, now: Date, { t, when }: Speech): string =>
  start === null ? t.shared.talk.acceptedCall(name) : t.shared.talk.accepted(name, when(start, now));

/** Both sides have what it takes to hold the talk that they agreed on, in whichever message is the newest. */
export const talkNow = (why: CaseNews, view: AskerView | HeldView, { t, when }: Speech): Node[] => {
  const { talk, now } = view;
  if (talk === null || !(why === 'revealed' || why === 'talk-accepted' || isAgreedElsewhere(view))) return [];
  const { ours, oursAt, placeLabel, phoneLabel, calendar } = t.shared.talk;
  return [
    ...facts([
      [ours, talk.start === null ? null : oursAt(when(talk.start, now), talk.minutes)],
      [placeLabel, talk.place],
      [phoneLabel, talk.phone ?? null],
    ]),
    ...link(calendar, talk.calendarUrl),
  ];
};

/** Whether they have agreed on a time that no quote in the message shows. */
const isAgreedElsewhere = ({ talk, turns, state }: AskerView | HeldView): boolean =>
  talk?.agreed === true && talk.start !== null && isOpen(state) && !turns.some((turn) => turn.talk !== null);

const isOpen = (state: AskerView['state']): boolean => state === 'active' || state === 'answered';

/** What follows once one of them called the talk off, in the message that says so. */
export const talkCalledOff = ({ turns, state, lostTalk }: AskerView | HeldView, { t }: Speech): Node[] => {
  const off = turns.findLastIndex(({ kind }) => kind === 'talk-cancelled');
  if (off < 0 || turns.slice(off).some(({ talk }) => talk !== null) || !isOpen(state)) return [];
  const { cancelledKindly, uncalendar } = t.shared.talk;
  const isLinked = turns.some(({ talk }) => talk?.calendarUrl !== undefined);
  return [...lines('body', [cancelledKindly]), ...link(uncalendar, isLinked ? undefined : lostTalk?.calendarUrl)];
};

/** A talk that fell away because its case ended or went to another agent: nobody else says so. */
export const talkLost = (lost: LostTalk | null, { t, when }: Speech): Node[] =>
  lost === null
    ? []
    : [
        ...lines('body', [t.shared.talk.lost(when(lost.start, lost.now))]),
        ...link(t.shared.talk.uncalendar, lost.calendarUrl),
      ];
