import { randomUUID } from 'node:crypto';
import type { AdoptionDeps } from '../../../bot/adoption/deps.ts';
import { type Report, readReport } from '../../../bot/adoption/report.ts';
import type { AdminLog } from '../../../bot/audit/port.ts';
import { type Recorded, record } from '../../../bot/audit/record.ts';
import type { Organisation } from '../../../bot/organisation.ts';
import type { Person } from '../../../bot/people/person.ts';
import { languageNamed } from '../../../bot/words.ts';
import type { PrincipleText } from '../../../cards/principles.ts';
import { createSpeech, type Speech } from '../../../cards/speech.ts';
import { json, type Route, type WebAnswer, type WebRequest } from '../route.ts';
import type { Signer } from '../signed.ts';
import { createAccess } from './access.ts';
import { CLOSED_REPORT_PAGE } from './closed-report-page.ts';
import { jsonFile } from './json-file.ts';
import { htmlAnswer } from './layout.ts';
import { lookFrom } from './look.ts';
import { openReportPage } from './open-report-page.ts';

export type ReportDeps = {
  deps: Pick<AdoptionDeps, 'people' | 'rollups' | 'facts' | 'stories' | 'clock' | 'time'> & {
    adminLog: AdminLog;
    organisation: Organisation;
  };
  spentTokens: Parameters<typeof createAccess>[0]['spentTokens'];
  signer: Signer;
  /** Whether the report is served over TLS; then its cookies are `Secure`. */
  isSecure(): boolean;
  principles: readonly PrincipleText[];
};

const PAGE = '/report';

type Maker = (report: Report, speech: Speech, recorded: Recorded<'export-report'>) => Promise<WebAnswer>;

/** Creates each file. Large libraries are imported on first use. */
const FILES: Record<string, Maker> = {
  '/report.json': async (report, speech) => json(200, jsonFile(report, speech)),
  '/report.csv': async (report, speech) =>
    download(
      'csv',
      'text/csv; charset=utf-8',
      (await import('./csv-file.ts')).csvFile(report, speech),
      report.publication,
    ),
  '/report.xlsx': async (report, speech) =>
    download(
      'xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      await (await import('./xlsx-file.ts')).xlsxFile(report, speech),
      report.publication,
    ),
};

const download = (
  ending: string,
  type: string,
  body: string | Buffer,
  publication: Report['publication'],
): WebAnswer => ({
  kind: 'file',
  status: 200,
  type,
  body,
  headers: { 'Content-Disposition': `attachment; filename="sammen-${publication?._id ?? 'tom'}.${ending}"` },
});

/**
 * `/report` and its files. Without a session or a valid link, every request gets the same 403, whatever the path and
 * the reason.
 */
export const reportRoutes = (all: ReportDeps): Route[] => {
  const { deps, signer, spentTokens, isSecure, principles } = all;
  const recordOpening = (person: Person) =>
    record(deps.adminLog, randomUUID(), {
      at: deps.clock(),
      by: person._id,
      did: 'open-report',
      about: null,
      detail: null,
    });
  const access = createAccess({ people: deps.people, spentTokens, signer, isSecure, recordOpening });
  const { timeZone } = deps.organisation;
  const speechFor = (person: Person, query: URLSearchParams): Speech => {
    const asked = query.get('lang');
    return createSpeech({ timeZone, principles }, languageNamed(asked) ?? person.language);
  };
  const exported = (person: Person, path: string) =>
    record(deps.adminLog, randomUUID(), {
      at: deps.clock(),
      by: person._id,
      did: 'export-report',
      about: null,
      detail: path.slice(path.indexOf('.') + 1),
    });
  const pageFor = async (report: Report, speech: Speech, { query }: WebRequest): Promise<WebAnswer> =>
    htmlAnswer((await import('./report-page.ts')).reportPage(report, lookFrom(query, speech), deps.organisation));

  const open =
    (path: string) =>
    async (request: WebRequest): Promise<WebAnswer> => {
      const token = path === PAGE ? request.query.get('token') : null;
      const invited = token === null ? null : await access.tokenOf(token);
      if (token !== null && invited !== null)
        return htmlAnswer(openReportPage(invited, token, speechFor(invited, request.query)));
      const reader = await access.reader(request);
      if (reader === null) return FORBIDDEN;
      const speech = speechFor(reader, request.query);
      // The session is the proof that the log of access says who opened the report.
      if (path === PAGE) return pageFor(await readReport(deps), speech, request);
      const make = FILES[path];
      return make === undefined ? NOT_FOUND : make(await readReport(deps), speech, await exported(reader, path));
    };
  const spend = async (request: WebRequest): Promise<WebAnswer> => {
    const fields = await request.form().catch(() => new URLSearchParams());
    const session = await access.spend(fields.get('token') ?? '');
    if (session === null) return FORBIDDEN;
    return plain(303, '', { Location: PAGE, 'Set-Cookie': session.cookie });
  };
  return [
    ...[PAGE, ...Object.keys(FILES)].map((path): Route => ({ method: 'get', path, handle: open(path) })),
    { method: 'post', path: PAGE, handle: spend },
    { method: 'get', path: '/report*', handle: open('/report*') },
    ...(['post', 'put', 'patch', 'del', 'opts'] as const).map(
      (method): Route => ({ method, path: '/report*', handle: async () => FORBIDDEN }),
    ),
  ];
};

const plain = (status: number, body: string, headers: Record<string, string> = {}): WebAnswer => ({
  kind: 'file',
  status,
  type: 'text/plain; charset=utf-8',
  body,
  headers,
});

const FORBIDDEN = htmlAnswer(CLOSED_REPORT_PAGE, {}, 403);
const NOT_FOUND = plain(404, 'not found\n');
