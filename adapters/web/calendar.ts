import { createEvent } from 'ics';
import { z } from 'zod';
import { type CalendarTalk, calendarFileEnds, calendarTalkOf } from '../../bot/cases/calendar-talk.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { GoneCase, GoneCases } from '../../bot/cases/gone-case.ts';
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

type CalendarDeps = {
  cases: Pick<Cases, 'get'>;
  people: Pick<People, 'get'>;
  goneCases: Pick<GoneCases, 'goneCase'>;
} & {
  now(): Date;
} & SealDeps;

/**
 * `/files/TOKEN.ics`: the talk of a case as a calendar file, the same from every card of one conversation. It contains the
 * two names and the place, never what the case is about. It works until 60 days after the talk. When the talk or the case
 * falls away, it takes the talk out of a calendar for 60 days, also when the case is deleted meanwhile, and then there is
 * nothing.
 */
export const calendarRoute = (signer: Signer, deps: CalendarDeps): Route => ({
  method: 'get',
  path: '/files/:file',
  handle: async ({ params }) => {
    const asked = payload.safeParse(signer.read((params.file ?? '').replace(/\.ics$/, '')));
    const entry = asked.success ? await entryOf(asked.data, deps) : null;
    if (entry === null) throw new BadRequest(404, 'no such file, or its link has expired');
    return {
      kind: 'file',
      status: 200,
      type: 'text/calendar; charset=utf-8',
      body: fileOf(entry),
      headers: { 'Content-Disposition': `attachment; filename="sag-${entry.number}.ics"` },
    };
  },
});

/** What a calendar is told. */
type Entry = Pick<Case, '_id' | 'number' | 'language'> & {
  talk: { start: Date; minutes: number; place: string | null };
  status: CalendarTalk['status'];
  sequence: number;
  names: string[];
};

const entryOf = async (asked: z.infer<typeof payload>, { seal, now, ...deps }: CalendarDeps): Promise<Entry | null> => {
  const id = caseId(idToday(asked.case, seal));
  const c = await deps.cases.get(id);
  if (c === null) return calledOffIn(await deps.goneCases.goneCase(id), asked.turn, now());
  const talk = c.anonymous ? null : calendarTalkOf(c, asked.turn);
  if (talk === null || now() > calendarFileEnds({ fellAway: talk.fellAway, start: talk.talk.start })) return null;
  // A cancelled talk has no names, because it may have been with another agent than the current one.
  const sides = talk.status === 'cancelled' ? [] : [c.asker, c.agent];
  const names = await Promise.all(
    sides.map(async (side) => (side === null ? null : nameOf(await deps.people.get(side))) ?? ''),
  );
  return { ...talk, _id: c._id, number: c.number, language: c.language, names };
};

/** A talk whose case is deleted, while calendars may not know that it is off. */
const calledOffIn = (gone: GoneCase | null, turn: number, now: Date): Entry | null => {
  const off = gone?.calledOff?.find(({ from, to }) => from <= turn && turn <= to);
  if (gone === null || off === undefined || now > calendarFileEnds(off)) return null;
  const { start, minutes, sequence, language } = off;
  const talk = { start, minutes, place: null };
  return { _id: gone._id, number: gone.number, language, talk, status: 'cancelled', sequence, names: [] };
};

const fileOf = ({ _id, number, language, talk, status, sequence, names }: Entry): string => {
  const { error, value } = createEvent({
    // One uid per case, however often the talk is moved.
    uid: `${_id}@sammen`,
    sequence,
    ...(status === 'cancelled' ? { method: 'CANCEL' } : {}),
    status: STATUS[status],
    productId: 'sammen',
    organizer: ORGANIZER,
    start: talk.start.getTime(),
    startInputType: 'utc',
    duration: { minutes: talk.minutes },
    title: oneLine([`${TITLES[language]} ${number}`, ...names.filter((name) => name !== '')].join(' · ')),
    ...(talk.place === null ? {} : { location: oneLine(talk.place) }),
  });
  if (error || !value) throw error ?? new Error('no calendar file was made');
  return foldLines(value);
};

/** Whatever was typed: a lone carriage return would begin a new property. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
