import { createEvent } from 'ics';
import { z } from 'zod';
import type { CalendarLinks, Cases } from '../../bot/cases/port.ts';
import { caseId } from '../../bot/ids.ts';
import { nameOf } from '../../bot/people/person.ts';
import type { People } from '../../bot/people/port.ts';
import { DAY } from '../../bot/time/units.ts';
import { BadRequest, type Route } from './route.ts';
import type { Signer } from './signed.ts';

const DAYS_OPEN = 60;
const payload = z.object({ case: z.string().transform(caseId), turn: z.number().int().min(0) });

/** Addresses of the invitations that cards carry. */
export const calendarLink =
  (signer: Signer, publicUrl: () => string): CalendarLinks['calendar'] =>
  (id, turn) =>
    `${publicUrl()}/files/${signer.sign({ case: id, turn }, new Date(Date.now() + DAYS_OPEN * DAY))}.ics`;

const TITLES = { da: 'Sparring om sag', en: 'Sparring on case' } as const;

/** `/files/TOKEN.ics`: a talk as a calendar file. It names the two and the place, never what the case is about. */
export const calendarRoute = (signer: Signer, { cases, people }: { cases: Cases; people: People }): Route => ({
  method: 'get',
  path: '/files/:file',
  handle: async ({ params }) => {
    const asked = payload.safeParse(signer.read((params.file ?? '').replace(/\.ics$/, '')));
    const c = asked.success ? await cases.get(asked.data.case) : null;
    const talk = asked.success ? c?.turns[asked.data.turn]?.talk : undefined;
    if (c === null || talk === undefined || talk.start === null || c.anonymous)
      throw new BadRequest(404, 'no such file, or its link has expired');
    const names = await Promise.all(
      [c.asker, c.agent].map(async (id) => (id === null ? null : nameOf(await people.get(id))) ?? ''),
    );
    const { error, value } = createEvent({
      uid: `${c._id}-${asked.data?.turn}@sammen`,
      productId: 'sammen',
      start: talk.start.getTime(),
      startInputType: 'utc',
      duration: { minutes: talk.minutes },
      title: `${TITLES[c.language]} ${c.number}: ${names.filter((name) => name !== '').join(' · ')}`,
      ...(talk.place === null ? {} : { location: talk.place }),
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
