import { randomUUID } from 'node:crypto';
import { type OwnDataDeps, ownData } from '../../../bot/accounts/own-data/own-data.ts';
import type { AdminLog } from '../../../bot/audit/port.ts';
import { record } from '../../../bot/audit/record.ts';
import type { Organisation } from '../../../bot/organisation.ts';
import type { Person } from '../../../bot/people/person.ts';
import type { PrincipleText } from '../../../cards/principles.ts';
import { createSpeech } from '../../../cards/speech.ts';
import type { Route, WebAnswer } from '../route.ts';
import type { Signer } from '../signed.ts';
import { doorPage, noDataPage } from './door.ts';
import { ownDataFile } from './file.ts';
import { type OwnDataToken, readOwnDataToken } from './link.ts';

/** Remembers which single-use links were used. */
type SpentTokens = { spend(id: string, expires: Date): Promise<boolean>; isSpent(id: string): Promise<boolean> };

export type OwnDataRoutesDeps = {
  deps: OwnDataDeps & { adminLog: Pick<AdminLog, 'add'>; organisation: Organisation };
  spentTokens: SpentTokens;
  signer: Signer;
  principles: readonly PrincipleText[];
};

/** `wrong`: never ours, or of somebody who is gone. `over`: used, or too old. */
type Opened = { token: OwnDataToken; person: Person } | 'wrong' | 'over';

const PATH = '/files/my-data';

/**
 * `/files/my-data`: a page with one button, whose press spends the link and answers with everything that is kept about the
 * person of the link. A preview of the link spends nothing.
 */
export const ownDataRoutes = ({ deps, spentTokens, signer, principles }: OwnDataRoutesDeps): Route[] => {
  const { timeZone } = deps.organisation;
  const open = async (text: string): Promise<Opened> => {
    const token = readOwnDataToken(signer, text);
    const person = token === null ? null : await deps.people.get(token.person);
    // Somebody who is erased, or whose account was joined to another, has no file of their own.
    if (token === null || person === null || person.forgetting !== undefined || person.joined !== null) return 'wrong';
    if (token.until <= Date.now() || (await spentTokens.isSpent(token.id))) return 'over';
    return { token, person };
  };
  const show = async (text: string): Promise<WebAnswer> => {
    const opened = await open(text);
    if (typeof opened === 'string') return noDataPage(opened);
    return doorPage(text, opened.person.language);
  };
  const give = async (text: string): Promise<WebAnswer> => {
    const opened = await open(text);
    if (typeof opened === 'string') return noDataPage(opened);
    const { token, person } = opened;
    if (!(await spentTokens.spend(token.id, new Date(token.until)))) return noDataPage('over');
    const at = deps.clock();
    const recorded = await record(deps.adminLog, randomUUID(), {
      at,
      by: person._id,
      did: 'own-data',
      about: person._id,
      detail: null,
    });
    const speech = createSpeech({ timeZone, principles }, person.language);
    return {
      kind: 'stream',
      status: 200,
      type: 'text/html; charset=utf-8',
      headers: { 'Content-Disposition': 'attachment; filename="sammen-mine-data.html"' },
      parts: ownDataFile(person, ownData(person, deps, recorded), at, speech),
    };
  };
  return [
    { method: 'get', path: PATH, handle: async ({ query }) => show(query.get('token') ?? '') },
    {
      method: 'post',
      path: PATH,
      handle: async (request) => {
        const fields = await request.form().catch(() => new URLSearchParams());
        return give(fields.get('token') ?? '');
      },
    },
  ];
};
