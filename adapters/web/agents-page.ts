import type { Organisation } from '../../bot/organisation.ts';
import type { Language } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { type Html, html } from './html.ts';
import { phoneLink, withPhone } from './phone-link.ts';
import { publicFooter } from './public-footer.ts';
import { page } from './report/layout.ts';
import { MAX_SEARCH_LENGTH, searchAgents } from './search-agents.ts';
import { hoursIn, type ShownAgent } from './shown-agents.ts';

/** `/agents`, for citizens with an idea: whom they may call or meet, and what about. */
export const agentsPage = (
  agents: readonly ShownAgent[],
  search: string,
  language: Language,
  organisation: Organisation,
): string => {
  const t = TEXTS[language].agentsPage;
  const { other } = TEXTS[language].publicPages;
  const found = searchAgents(agents, search);
  const { phone } = organisation.contacts.switchboard;
  return page(
    `${t.title} · ${organisation.name}`,
    language,
    html`<header class="top"><p class="kicker">${organisation.name}</p><h1>${t.title}</h1><p class="lead">${t.lead(organisation.name)}</p><p class="small">${t.open(organisation.name, hoursIn(organisation, language))}</p><p class="small"><a href="?lang=${other.language}${search === '' ? '' : `&q=${encodeURIComponent(search)}`}" hreflang="${other.language}" lang="${other.language}">${other.label}</a></p></header>
<main>${
      agents.length === 0
        ? html`<p>${t.none} ${phone === null ? null : withPhone(t.call(organisation.name, phone), phone)}</p>`
        : html`${searchForm(search, language)}
<h2 class="found">${search === '' ? t.all : t.found(found.length, search)}</h2>
${found.length === 0 ? html`<p>${t.nothing} ${phone === null ? null : withPhone(t.call(organisation.name, phone), phone)}</p><p><a href="?lang=${language}">${t.all}</a></p>` : html`<ul class="people">${found.map((agent) => card(agent, language))}</ul>`}`
    }</main>
${publicFooter('agents', language, organisation)}`,
  ).markup;
};

const searchForm = (search: string, language: Language): Html => {
  const t = TEXTS[language].agentsPage;
  return html`<form class="search no-print" method="get" action="/agents" role="search"><label for="q">${t.search}</label><div><input id="q" name="q" type="search" maxlength="${MAX_SEARCH_LENGTH}" value="${search}"><input type="hidden" name="lang" value="${language}"><button>${t.find}</button></div></form>`;
};

const card = ({ name, unit, phone, place, helpsWith }: ShownAgent, language: Language): Html => {
  const t = TEXTS[language].agentsPage;
  return html`<li><h3>${name}</h3>${unit === null ? null : html`<p>${unit}</p>`}${
    helpsWith.length === 0
      ? null
      : html`<p class="small quiet">${t.helpsWith}</p><ul class="small">${helpsWith.map((thing) => html`<li>${thing}</li>`)}</ul>`
  }${
    phone === null ? null : html`<p class="small"><span class="quiet">${t.phone}:</span> ${phoneLink(phone)}</p>`
  }${place === null ? null : html`<p class="small"><span class="quiet">${t.place}:</span> ${place}</p>`}${
    phone === null && place === null ? html`<p class="small">${t.through}</p>` : null
  }</li>`;
};
