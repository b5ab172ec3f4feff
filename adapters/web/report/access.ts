import type { ReportLinks } from '../../../bot/adoption/port.ts';
import type { Recorded } from '../../../bot/audit/record.ts';
import { hasRole, type Person } from '../../../bot/people/person.ts';
import type { People } from '../../../bot/people/port.ts';
import { createDoor, type SpentTokens, signToken, type Visitor } from '../one-time-door.ts';
import type { WebRequest } from '../route.ts';
import type { Signer } from '../signed.ts';

const DOOR = 'report';

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
    `${publicUrl()}/report?token=${signToken(DOOR, person, signer)}`;

export const createAccess = (deps: {
  people: People;
  spentTokens: SpentTokens;
  signer: Signer;
  isSecure(): boolean;
  /** Writes to the log of access that this person opens the report. */
  recordOpening(person: Person): Promise<Recorded<'open-report'>>;
}): Access => {
  const { people, recordOpening } = deps;
  const door = createDoor(DOOR, deps);
  const hr = async (visitor: Visitor | null): Promise<Person | null> => {
    const person = visitor?.person ? await people.get(visitor.person) : null;
    return person !== null && person.left === null && hasRole(person, 'hr') ? person : null;
  };
  const letIn = (person: Person, cookie: string, _opened: Recorded<'open-report'>) => ({ person, cookie });
  return {
    tokenOf: (text) => hr(door.invited(text)),
    spend: async (text) => {
      const person = await hr(door.invited(text));
      const spent = person === null ? null : await door.spend(text);
      return person === null || spent === null ? null : letIn(person, spent.cookie, await recordOpening(person));
    },
    reader: (request) => hr(door.visitor(request)),
  };
};
