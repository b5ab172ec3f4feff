import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type PersonId, personId } from '../../bot/ids.ts';
import { MINUTE } from '../../bot/time/units.ts';
import type { WebRequest } from './route.ts';
import type { Signer } from './signed.ts';

const TOKEN_MINUTES = 15;
const SESSION_HOURS = 8;
const MAX_TOKEN_LENGTH = 1_000;

/** Remembers which single-use links were used. */
export type SpentTokens = { spend(id: string, expires: Date): Promise<boolean> };

/** Who came in: a person, or null for whoever runs Sammen and made the link on its machine. */
export type Visitor = { person: PersonId | null };

/** A page behind a link that works once, and then a cookie. Who may come in is for the page to say, at each request. */
export type Door = {
  /** What follows `?token=` in a link. It expires after 15 minutes. */
  token(visitor: Visitor): string;
  /** Whom a valid link is for, whether it was used or not; null when it is invalid or has expired. */
  invited(token: string): Visitor | null;
  /** Uses a link up; null when it was used before. The cookie lasts for eight hours. */
  spend(token: string): Promise<{ cookie: string } | null>;
  /** Whose cookie a request brings. */
  visitor(request: Pick<WebRequest, 'headers'>): Visitor | null;
};

type DoorDeps = {
  signer: Signer;
  spentTokens: SpentTokens;
  /** Whether the page is served over TLS; then its cookies are `Secure`. */
  isSecure(): boolean;
};

const who = z.string().min(1).max(200).transform(personId).nullable();

/** @param name of the page: no link or cookie of one door opens another */
export const createDoor = (name: string, { signer, spentTokens, isSecure }: DoorDeps): Door => {
  const token = z.object({ opens: z.literal(name), person: who, id: z.uuid(), exp: z.number() });
  const session = z.object({ session: z.literal(name), person: who });
  const cookieName = `sammen-${name}`;
  const read = (text: string) => token.safeParse(text.length > MAX_TOKEN_LENGTH ? null : signer.read(text)).data;
  return {
    token: ({ person }) => signToken(name, person, signer),
    invited: (text) => {
      const found = read(text);
      return found === undefined ? null : { person: found.person };
    },
    spend: async (text) => {
      const found = read(text);
      if (found === undefined || !(await spentTokens.spend(found.id, new Date(found.exp)))) return null;
      const value = signer.sign({ session: name, person: found.person }, inMinutes(SESSION_HOURS * 60));
      const secure = isSecure() ? '; Secure' : '';
      // `Path=/`, because `/report` would not cover `/report.csv`.
      const rest = `Path=/; Max-Age=${SESSION_HOURS * 3600}; HttpOnly; SameSite=Lax${secure}`;
      return { cookie: `${cookieName}=${value}; ${rest}` };
    },
    visitor: ({ headers }) => {
      const found = session.safeParse(signer.read(cookieIn(headers.cookie ?? '', cookieName)));
      return found.success ? { person: found.data.person } : null;
    },
  };
};

/** A token for a door, where nothing else of it is at hand. */
export const signToken = (name: string, person: PersonId | null, signer: Signer): string =>
  signer.sign({ opens: name, person, id: randomUUID() }, inMinutes(TOKEN_MINUTES));

const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * MINUTE);

const cookieIn = (header: string, name: string): string =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';
