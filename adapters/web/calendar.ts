import { createEvent } from 'ics';
import { z } from 'zod';
import { type CalendarTalk, calendarTalkOf } from '../../bot/cases/calendar-talk.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { CalendarLinks, Cases } from '../../bot/cases/port.ts';
import { idToday } from '../../bot/former-ids.ts';
import { caseId } from '../../bot/ids.ts';
import { nameOf } from '../../bot/people/person.ts';
import type { People } from '../../bot/people/port.ts';
import type { SealDeps } from '../../bot/seal.ts';
import { DAY } from '../../bot/time/units.ts';
import { foldLines } from './fold-lines.ts';
import { BadRequest, type Route } from './route.ts';
import type { Signer } from './signed.ts';

/** How long a link works after the talk, or after the talk fell away. */
const LINK_DAYS = 60;
/** The link itself outlives this: a talk that is moved, or that falls away late, is still answered by every card. */
const MAX_LINK_DAYS = 400;
const payload = z.object({ case: z.string().transform(caseId), turn: z.number().int().min(0) });

/** Creates the signed links to calendar invitations on cards. `calendarRoute` says until when they are answered. */
export const calendarLink =
  (signer: Signer, publicUrl: () => string): CalendarLinks['calendar'] =>
  (id, turn, start) => {
    const until = new Date(Math.max(Date.now(), start.getTime()) + MAX_LINK_DAYS * DAY);
    return `${publicUrl()}/files/${signer.sign({ case: id, turn }, until)}.ics`;
  };

const TITLES = { da: 'Sparring om sag', en: 'Talking over case' } as const;
const STATUS = { proposed: 'TENTATIVE', agreed: 'CONFIRMED', cancelled: 'CANCELLED' } as const satisfies Record<
  CalendarTalk['status'],
  string
>;

/** RFC 5546 wants an organizer, and Sammen has no mailbox: nothing can be sent to this address. */
const ORGANIZER = { name: 'Sammen', email: 'sammen@sammen.invalid' };

/**
 * `/files/TOKEN.ics`: the talk of a case as a calendar file, the same from every card of one conversation. It contains the
 * two names and the place, never what the case is about. It works until 60 days after the talk. When the talk or the case
 * falls away, it takes the talk out of a calendar for 60 days, and then there is nothing.
 */
export const calendarRoute = (
  signer: Signer,
  { cases, people, seal, now }: { cases: Pick<Cases, 'get'>; people: Pick<People, 'get'>; now(): Date } & SealDeps,
): Route => ({
  method: 'get',
  path: '/files/:file',
  handle: async ({ params }) => {
    const asked = payload.safeParse(signer.read((params.file ?? '').replace(/\.ics$/, '')));
    const c = asked.success ? await cases.get(caseId(idToday(asked.data.case, seal))) : null;
    const entry = c === null || !asked.success ? null : calendarTalkOf(c, asked.data.turn);
    if (c === null || entry === null || c.anonymous || isPast(entry, now()))
      throw new BadRequest(404, 'no such file, or its link has expired');
    // A cancelled talk has no names, because it may have been with another agent than the current one.
    const names = await Promise.all(
      (entry.status === 'cancelled' ? [] : [c.asker, c.agent]).map(
        async (id) => (id === null ? null : nameOf(await people.get(id))) ?? '',
      ),
    );
    return {
      kind: 'file',
      status: 200,
      type: 'text/calendar; charset=utf-8',
      body: fileOf(c, entry, names),
      headers: { 'Content-Disposition': `attachment; filename="sag-${c.number}.ics"` },
    };
  },
});

const isPast = ({ fellAway, talk }: CalendarTalk, now: Date): boolean =>
  now.getTime() > (fellAway ?? talk.start).getTime() + LINK_DAYS * DAY;

const fileOf = (c: Case, { talk, status, sequence }: CalendarTalk, names: string[]): string => {
  const { error, value } = createEvent({
    // One uid per case, however often the talk is moved.
    uid: `${c._id}@sammen`,
    sequence,
    ...(status === 'cancelled' ? { method: 'CANCEL' } : {}),
    status: STATUS[status],
    productId: 'sammen',
    organizer: ORGANIZER,
    start: talk.start.getTime(),
    startInputType: 'utc',
    duration: { minutes: talk.minutes },
    title: oneLine([`${TITLES[c.language]} ${c.number}`, ...names.filter((name) => name !== '')].join(' · ')),
    ...(talk.place === null ? {} : { location: oneLine(talk.place) }),
  });
  if (error || !value) throw error ?? new Error('no calendar file was made');
  return foldLines(value);
};

/** Whatever was typed: a lone carriage return would begin a new property. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
