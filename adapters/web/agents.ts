import { createHash } from 'node:crypto';
import type { Organisation } from '../../bot/organisation.ts';
import type { People } from '../../bot/people/port.ts';
import { agentsPage } from './agents-page.ts';
import { pageLanguage } from './page-language.ts';
import { PAGE_STYLE } from './report/page-style.ts';
import type { Route, WebAnswer, WebRequest } from './route.ts';
import { searchAgents, searchAsked } from './search-agents.ts';
import { styleSource } from './security-headers.ts';
import { shownAgents } from './shown-agents.ts';

type Deps = { people: People; organisation: Organisation };

const MAX_AGE_MINUTES = 5;

/**
 * `/agents` and `/agents.json`: the agents who agreed to be listed, for citizens (docs/rules.md, "The citizens' page").
 * Public, and embeddable in the municipality's own pages.
 */
export const agentsRoutes = ({ people, organisation }: Deps): Route[] => [
  {
    method: 'get',
    path: '/agents.json',
    framed: true,
    handle: async (request) => {
      const language = pageLanguage(request, organisation.language);
      const agents = searchAgents(await shownAgents({ people, organisation }, language), searchAsked(request.query));
      const { name: municipality, homePage = null } = organisation;
      const body = JSON.stringify({ municipality, homePage, language, agents });
      // Any page may read what anybody may read.
      return cached(request, 'application/json; charset=utf-8', body, { 'Access-Control-Allow-Origin': '*' });
    },
  },
  {
    method: 'get',
    path: '/agents',
    framed: true,
    handle: async (request) => {
      const language = pageLanguage(request, organisation.language);
      const agents = await shownAgents({ people, organisation }, language);
      const body = agentsPage(agents, searchAsked(request.query), language, organisation);
      return cached(request, 'text/html; charset=utf-8', body);
    },
  },
];

/** The same for everybody, so caches may keep it for a few minutes. This is the only page that may be framed. */
const cached = (
  { headers }: WebRequest,
  type: string,
  body: string,
  more: Readonly<Record<string, string>> = {},
): WebAnswer => {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const own = {
    ...more,
    ETag: tag,
    Vary: 'Accept-Language',
    'Cache-Control': `public, max-age=${MAX_AGE_MINUTES * 60}`,
    'Content-Security-Policy': `default-src 'none'; style-src ${styleSource(PAGE_STYLE)}; img-src data:; frame-ancestors *; base-uri 'none'; form-action 'self'`,
  };
  const isKnown = (headers['if-none-match'] ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === tag);
  return { kind: 'file', status: isKnown ? 304 : 200, type, body: isKnown ? '' : body, headers: own };
};
