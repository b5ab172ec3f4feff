import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ReportLinks } from '../../../bot/adoption/port.ts';
import type { Recorded } from '../../../bot/audit/record.ts';
import { type PersonId, personId } from '../../../bot/ids.ts';
import { hasRole, type Person } from '../../../bot/people/person.ts';
import type { People } from '../../../bot/people/port.ts';
import { MINUTE } from '../../../bot/time/units.ts';
import type { WebRequest } from '../route.ts';
import type { Signer } from '../signed.ts';

const TOKEN_MINUTES = 15;
const SESSION_HOURS = 8;
const COOKIE = 'sammen-report';

const id = z.string().min(1).max(200).transform(personId);
const token = z.object({ opens: z.literal('report'), person: id, id: z.uuid(), exp: z.number() });
const session = z.object({ session: z.literal('report'), person: id });

/** Remembers which single-use links were used. */
type SpentTokens = { spend(id: string, expires: Date): Promise<boolean> };

export type Access = {
  /** The person of a valid link, whether it was used or not; null when it is invalid or has expired. */
  tokenOf(text: string): Promise<Person | null>;
  /** Uses a link and starts a session. Null when it is invalid or used, or when its person may not read the report. */
  spend(text: string): Promise<{ person: Person; cookie: string } | null>;
  /** The person of the session. Their role is checked on every request, so that losing it takes effect immediately. */
  reader(request: Pick<WebRequest, 'headers'>): Promise<Person | null>;
};

/** Creates a single-use link to the report for one person. */
export const reportLink =
  (signer: Signer, publicUrl: () => string): ReportLinks['report'] =>
  (person) =>
    `${publicUrl()}/report?token=${signer.sign({ opens: 'report', person, id: randomUUID() }, inMinutes(TOKEN_MINUTES))}`;

export const createAccess = (deps: {
  people: People;
  spentTokens: SpentTokens;
  signer: Signer;
  isSecure(): boolean;
  /** Writes to the log of access that this person opens the report. */
  recordOpening(person: Person): Promise<Recorded<'open-report'>>;
}): Access => {
  const { people, spentTokens, signer, isSecure, recordOpening } = deps;
  const hr = async (who: PersonId): Promise<Person | null> => {
    const person = await people.get(who);
    return person !== null && person.left === null && hasRole(person, 'hr') ? person : null;
  };
  const sessionFor = (person: Person, _opened: Recorded<'open-report'>): string => {
    const value = signer.sign({ session: 'report', person: person._id }, inMinutes(SESSION_HOURS * 60));
    const secure = isSecure() ? '; Secure' : '';
    // `Path=/`, because `/report` would not cover `/report.csv`.
    return `${COOKIE}=${value}; Path=/; Max-Age=${SESSION_HOURS * 3600}; HttpOnly; SameSite=Lax${secure}`;
  };
  const read = (text: string) => token.safeParse(text.length > 1_000 ? null : signer.read(text)).data;
  return {
    tokenOf: async (text) => {
      const found = read(text);
      return found === undefined ? null : hr(found.person);
    },
    spend: async (text) => {
      const found = read(text);
      const person = found === undefined ? null : await hr(found.person);
      if (found === undefined || person === null) return null;
      if (!(await spentTokens.spend(found.id, new Date(found.exp)))) return null;
      return { person, cookie: sessionFor(person, await recordOpening(person)) };
    },
    reader: async ({ headers }) => {
      const found = session.safeParse(signer.read(cookieIn(headers.cookie ?? '')));
      return found.success ? hr(found.data.person) : null;
    },
  };
};

const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * MINUTE);

const cookieIn = (header: string): string =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1) ?? '';
