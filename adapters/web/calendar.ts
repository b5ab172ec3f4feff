import { createEvent } from 'ics';
import { z } from 'zod';
import type { Case } from '../../bot/cases/case.ts';
import type { CalendarLinks, Cases } from '../../bot/cases/port.ts';
import { caseId } from '../../bot/ids.ts';
import { nameOf } from '../../bot/people/person.ts';
import type { People } from '../../bot/people/port.ts';
import { DAY } from '../../bot/time/units.ts';
import { BadRequest, type Route } from './route.ts';
import type { Signer } from './signed.ts';

const LINK_DAYS = 60;
const payload = z.object({ case: z.string().transform(caseId), turn: z.number().int().min(0) });

/** Creates the signed links to calendar invitations on cards. */
export const calendarLink =
  (signer: Signer, publicUrl: () => string): CalendarLinks['calendar'] =>
  (id, turn) =>
    `${publicUrl()}/files/${signer.sign({ case: id, turn }, new Date(Date.now() + LINK_DAYS * DAY))}.ics`;

const TITLES = { da: 'Sparring om sag', en: 'Talking over case' } as const;

type Meeting = { start: Date; minutes: number; place: string | null; sequence: number; cancelled: boolean };

/**
 * The current talk of a case: the one that was proposed last. It is cancelled when the case has been withdrawn or has
 * gone to another agent since. Each proposal and the cancellation raise `sequence`, so that calendars update the event.
 */
const meetingOf = (c: Case): Meeting | null => {
  const proposed = c.turns.flatMap(({ talk }, turn) => (talk?.start ? [{ ...talk, start: talk.start, turn }] : []));
  const latest = proposed.at(-1);
  if (latest === undefined) return null;
  const cancelled = c.state === 'withdrawn' || latest.turn < c.turnsFrom;
  const { start, minutes, place } = latest;
  return { start, minutes, place, sequence: proposed.length - 1 + (cancelled ? 1 : 0), cancelled };
};

/**
 * `/files/TOKEN.ics`: the current talk of a case as a calendar file, whichever card the link is on. It contains the two
 * names and the place, never what the case is about.
 */
export const calendarRoute = (
  signer: Signer,
  { cases, people }: { cases: Pick<Cases, 'get'>; people: Pick<People, 'get'> },
): Route => ({
  method: 'get',
  path: '/files/:file',
  handle: async ({ params }) => {
    const asked = payload.safeParse(signer.read((params.file ?? '').replace(/\.ics$/, '')));
    const c = asked.success ? await cases.get(asked.data.case) : null;
    const meeting = c === null ? null : meetingOf(c);
    if (c === null || meeting === null || c.anonymous)
      throw new BadRequest(404, 'no such file, or its link has expired');
    // A cancelled talk has no names, because it may have been with another agent than the current one.
    const names = await Promise.all(
      (meeting.cancelled ? [] : [c.asker, c.agent]).map(
        async (id) => (id === null ? null : nameOf(await people.get(id))) ?? '',
      ),
    );
    const { error, value } = createEvent({
      // One uid per case, however often the talk is moved.
      uid: `${c._id}@sammen`,
      sequence: meeting.sequence,
      ...(meeting.cancelled ? { method: 'CANCEL', status: 'CANCELLED' as const } : {}),
      productId: 'sammen',
      start: meeting.start.getTime(),
      startInputType: 'utc',
      duration: { minutes: meeting.minutes },
      title: [`${TITLES[c.language]} ${c.number}`, ...names.filter((name) => name !== '')].join(' · '),
      ...(meeting.place === null ? {} : { location: meeting.place }),
    });
    if (error || !value) throw error ?? new Error('no calendar file was made');
    return {
      kind: 'file',
      status: 200,
      type: 'text/calendar; charset=utf-8',
      body: value,
      headers: { 'Content-Disposition': `attachment; filename="sag-${c.number}.ics"` },
    };
  },
});
