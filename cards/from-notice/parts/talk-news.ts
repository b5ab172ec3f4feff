import type { CaseNews } from '../../../bot/cases/news.ts';
import type { AskerView, HeldView, TalkView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts } from './nodes.ts';

/** "Jonas Holm siger ja til en snak torsdag d. 3. december kl. 10.30" */
export const talkAccepted = (name: string, { start }: TalkView, now: Date, { t, when }: Speech): string =>
  start === null ? t.shared.talk.acceptedCall(name) : t.shared.talk.accepted(name, when(start, now));

/** All it takes to hold the talk, in a message whose news lets the two of them hold it. */
export const talkNow = (why: CaseNews, { talk, now }: AskerView | HeldView, { t, when }: Speech): Node[] => {
  if (talk === null || (why !== 'revealed' && why !== 'talk-accepted')) return [];
  const { ours, oursAt, placeLabel, phoneLabel, calendar } = t.shared.talk;
  return [
    ...facts([
      [ours, talk.start === null ? null : oursAt(when(talk.start, now), talk.minutes)],
      [placeLabel, talk.place],
      [phoneLabel, talk.phone ?? null],
    ]),
    ...(talk.calendarUrl === undefined
      ? []
      : [{ kind: 'link' as const, link: { label: calendar, url: talk.calendarUrl } }]),
  ];
};
