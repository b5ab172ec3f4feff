import { setUpOf } from '../../../bot/admin/set-up.ts';
import type { PersonId } from '../../../bot/ids.ts';
import type { Organisation } from '../../../bot/organisation.ts';
import { hasRole } from '../../../bot/people/person.ts';
import type { People } from '../../../bot/people/port.ts';
import type { Platform } from '../../../bot/platform.ts';
import type { PrincipleText } from '../../../cards/principles.ts';
import { createSpeech, type Speech } from '../../../cards/speech.ts';
import { createDoor, type SpentTokens, signToken, type Visitor } from '../one-time-door.ts';
import { pageLanguage } from '../page-language.ts';
import { htmlAnswer } from '../report/layout.ts';
import type { Route, WebAnswer, WebRequest } from '../route.ts';
import type { Signer } from '../signed.ts';
import { CLOSED_SET_UP_PAGE, type Download, openSetUpPage, setUpPage } from './set-up-page.ts';
import { setUpSteps } from './set-up-steps.ts';

const DOOR = 'setup';
const PAGE = '/setup';
const DOWNLOADS = { teams: '/setup/sammen-teams.zip', slack: '/setup/sammen-slack.json' } as const;

/** Makes the file with which a platform takes Sammen in, for the address that Sammen has. */
type MakePackage = () => Promise<{ type: string; body: Buffer | string }>;

export type SetUpDeps = {
  people: Pick<People, 'all' | 'get'>;
  organisation: Organisation;
  principles: readonly PrincipleText[];
  platforms: readonly Platform[];
  packages: Partial<Record<Download['for'], MakePackage>>;
  signer: Signer;
  spentTokens: SpentTokens;
  isSecure(): boolean;
};

/** A link that works once: for an admin, or for whoever runs Sammen (null). */
export const setUpLink = (signer: Signer, publicUrl: string, person: PersonId | null): string =>
  `${publicUrl}${PAGE}?token=${signToken(DOOR, person, signer)}`;

/**
 * `/setup` and the packages. It shows numbers and no names, so the log of access does not name who opens it. Without a
 * session or a valid link, every request gets the same 403.
 */
export const setUpRoutes = (deps: SetUpDeps): Route[] => {
  const { people, organisation, principles, platforms, packages } = deps;
  const door = createDoor(DOOR, deps);
  // The role is looked at on every request, so that losing it takes effect at once.
  const mayEnter = async (visitor: Visitor | null): Promise<boolean> => {
    if (visitor?.person == null) return visitor !== null;
    const person = await people.get(visitor.person);
    return person !== null && person.left === null && hasRole(person, 'admin');
  };
  const speechFor = (request: WebRequest): Speech =>
    createSpeech({ timeZone: organisation.timeZone, principles }, pageLanguage(request, organisation.language));
  const downloads = (['teams', 'slack'] as const).filter((name) => packages[name] !== undefined);

  const open = async (request: WebRequest): Promise<WebAnswer> => {
    const token = request.query.get('token');
    if (token !== null && (await mayEnter(door.invited(token))))
      return htmlAnswer(openSetUpPage(token, speechFor(request)), { Vary: 'Accept-Language' });
    if (!(await mayEnter(door.visitor(request)))) return FORBIDDEN;
    const speech = speechFor(request);
    const steps = setUpSteps(setUpOf(await people.all(), platforms), speech);
    const files = downloads.map((name) => ({ for: name, path: DOWNLOADS[name] }));
    return htmlAnswer(setUpPage(steps, files, speech, organisation), { Vary: 'Accept-Language' });
  };
  const spend = async (request: WebRequest): Promise<WebAnswer> => {
    const token = (await request.form().catch(() => new URLSearchParams())).get('token') ?? '';
    const session = (await mayEnter(door.invited(token))) ? await door.spend(token) : null;
    if (session === null) return FORBIDDEN;
    const Location = `${PAGE}?lang=${speechFor(request).language}`;
    return {
      kind: 'file',
      status: 303,
      type: 'text/plain',
      body: '',
      headers: { Location, 'Set-Cookie': session.cookie },
    };
  };
  const download =
    (name: Download['for'], make: MakePackage) =>
    async (request: WebRequest): Promise<WebAnswer> => {
      if (!(await mayEnter(door.visitor(request)))) return FORBIDDEN;
      const fileName = DOWNLOADS[name].slice(`${PAGE}/`.length);
      const headers = { 'Content-Disposition': `attachment; filename="${fileName}"` };
      return { kind: 'file', status: 200, ...(await make()), headers };
    };
  return [
    { method: 'get', path: PAGE, handle: open },
    { method: 'post', path: PAGE, handle: spend },
    ...downloads.flatMap((name): Route[] => {
      const make = packages[name];
      return make === undefined ? [] : [{ method: 'get', path: DOWNLOADS[name], handle: download(name, make) }];
    }),
  ];
};

const FORBIDDEN = htmlAnswer(CLOSED_SET_UP_PAGE, {}, 403);
