import { createHash } from 'node:crypto';
import { byName } from '../../bot/by-name.ts';
import type { Organisation } from '../../bot/organisation.ts';
import { isAgent } from '../../bot/people/person.ts';
import type { People } from '../../bot/people/port.ts';
import { LANGUAGES } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { html } from './html.ts';
import { page } from './report/layout.ts';
import type { Route, WebAnswer, WebRequest } from './route.ts';

type Deps = { people: People; organisation: Organisation };
type Shown = { name: string; unit: string | null; phone: string | null; hours: string; place: string | null };

const MAX_AGE_MINUTES = 5;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** `/agents` and `/agents.json`: the agents who agreed to be listed. Public, and embeddable in an intranet page. */
export const agentsRoutes = (deps: Deps): Route[] => [
  {
    method: 'get',
    path: '/agents.json',
    handle: async (request) =>
      cached(request, 'application/json; charset=utf-8', JSON.stringify({ agents: await shownAgents(deps) })),
  },
  {
    method: 'get',
    path: '/agents',
    handle: async (request) => cached(request, 'text/html; charset=utf-8', await agentsPage(request.query, deps)),
  },
];

const shownAgents = async ({ people, organisation }: Deps, language = organisation.language): Promise<Shown[]> =>
  (await people.agents())
    .filter(isAgent)
    .filter(({ agent, left }) => agent.shown && left === null)
    .map(({ name, unit, phone, agent }) => ({
      name,
      unit,
      phone,
      hours: hoursIn(organisation, language),
      place: agent.place,
    }))
    .sort(byName);

/** The working hours, such as "man.–tors. 08:00–16:00, fre. 08:00–14:00". */
const hoursIn = ({ hours }: Organisation, language: string): string => {
  const name = (day: number) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, 0, 5 + day)),
    );
  const spans: { first: number; last: number; open: string }[] = [];
  for (const [index, day] of DAYS.entries()) {
    const open = hours[day]?.join('–');
    const before = spans.at(-1);
    if (open === undefined) continue;
    if (before?.open === open && before.last === index - 1) before.last = index;
    else spans.push({ first: index, last: index, open });
  }
  return spans
    .map(({ first, last, open }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${open}`)
    .join(', ');
};

const agentsPage = async (query: URLSearchParams, deps: Deps): Promise<string> => {
  const language = LANGUAGES.find((code) => code === query.get('lang')) ?? deps.organisation.language;
  const t = TEXTS[language].agentsPage;
  const agents = await shownAgents(deps, language);
  const line = (label: string, value: string | null) =>
    value === null ? null : html`<p class="small"><span class="quiet">${label}:</span> ${value}</p>`;
  return page(
    `${t.title} · ${deps.organisation.name}`,
    language,
    html`<header class="top"><p class="kicker">${deps.organisation.name}</p><h1>${t.title}</h1><p class="lead">${t.lead}</p></header>
<main>${
      agents.length === 0
        ? html`<p>${t.none}</p>`
        : html`<ul class="people">${agents.map(
            ({ name, unit, phone, hours, place }) =>
              html`<li><h2>${name}</h2>${unit === null ? null : html`<p>${unit}</p>`}${
                phone === null
                  ? null
                  : html`<p class="small"><span class="quiet">${t.phone}:</span> <a href="tel:${phone.replace(/\s/g, '')}">${phone}</a></p>`
              }${line(t.hours, hours)}${line(t.place, place)}</li>`,
          )}</ul>`
    }</main>`,
  ).markup;
};

/** The same for everybody, so caches may keep it for a few minutes. This is the only page that may be framed. */
const cached = ({ headers }: WebRequest, type: string, body: string): WebAnswer => {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const own = {
    ETag: tag,
    'Cache-Control': `public, max-age=${MAX_AGE_MINUTES * 60}`,
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors *; base-uri 'none'; form-action 'none'",
  };
  const isKnown = (headers['if-none-match'] ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === tag);
  return { kind: 'file', status: isKnown ? 304 : 200, type, body: isKnown ? '' : body, headers: own };
};
