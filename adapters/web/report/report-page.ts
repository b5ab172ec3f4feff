import { MARGINS, PERIODS } from '../../../bot/adoption/periods.ts';
import type { Figures, Publication } from '../../../bot/adoption/publication.ts';
import type { Report } from '../../../bot/adoption/report.ts';
import { daysOf } from '../../../bot/adoption/week.ts';
import type { Organisation } from '../../../bot/organisation.ts';
import { LANGUAGES } from '../../../bot/words.ts';
import { spreadOf } from '../../../cards/report/figures.ts';
import { TEXTS } from '../../../cards/texts/texts.ts';
import { type Html, html } from '../html.ts';
import { page } from './layout.ts';
import type { Look } from './look.ts';
import { mainFiguresList } from './main-figures.ts';
import { type Beside, section } from './section.ts';
import { storiesSection } from './stories-section.ts';
import { saySpan, weeksSection } from './weeks-section.ts';

/** The whole report on one page, for screen, presentation and print. */
export const reportPage = (report: Report, look: Look, { name }: Pick<Organisation, 'name'>): Html => {
  const { report: t } = look.speech.t;
  const figures = report.publication?.periods.find(({ weeks }) => weeks === look.period);
  return page(
    `${t.title} · ${name}`,
    look.language,
    html`<a class="skip" href="#figures">${t.skip}</a>
<header class="top">
<div class="bar"><p class="kicker">${name} · ${t.kicker}</p>${languages(look)}</div>
<h1>${t.title}</h1>
<p class="lead">${t.lead}</p>
${figures === undefined ? null : periods(figures, look)}
</header>
<main id="figures">
${figures === undefined ? empty(report, look) : body(report, figures, look)}
</main>
${footer(look)}`,
  );
};

const languages = ({
  language,
  speech,
  urlFor,
}: Look): Html => html`<nav class="languages" aria-label="${speech.t.report.language.label}"><ul>
${LANGUAGES.map(
  (code) =>
    html`<li><a href="${urlFor({ language: code })}" lang="${code}"${current(code === language)}>${TEXTS[code].report.language[code]}</a></li>`,
)}</ul></nav>`;

const current = (isCurrent: boolean): Html | null => (isCurrent ? html` aria-current="true"` : null);

const periods = ({ now, before, weeks }: Publication['periods'][number], look: Look): Html => {
  const { report: t } = look.speech.t;
  const span = ({ first, last }: Pick<Figures, 'first' | 'last'>) =>
    saySpan(daysOf(first).first, daysOf(last).last, look.language);
  return html`<nav class="periods" aria-label="${t.periods.label}"><ul>
${PERIODS.map(
  (period) =>
    html`<li><a href="${look.urlFor({ period })}"${current(period === look.period)}>${t.periods.weeks(period)}</a></li>`,
)}</ul>
<p>${span(now)}. ${now.weeks < weeks ? t.periods.young(now.weeks) : null} ${
    before === null ? t.periods.noBefore : t.periods.compared(span(before))
  }</p></nav>`;
};

const body = (report: Report, figures: Beside, look: Look): Html => {
  const { report: t } = look.speech.t;
  const one = (name: Parameters<typeof section>[0], drawn?: (id: string) => boolean) =>
    section(name, figures, look, drawn);
  const isWait = (id: string) => Object.hasOwn(t.waits, id);
  return html`${storiesSection(report, look)}
${mainFiguresList(figures, look)}
${weeksSection(report, look)}
<p class="small quiet">${t.noise(look.speech.number(MARGINS[look.period]))} ${t.periods.steps}</p>
<div class="pair">${one('principles')}${one('topics')}</div>
<div class="pair">${one('speed', isWait)}<div class="stack">${one('help')}${one('askedBack')}</div></div>
<div class="pair"><div class="stack">${one('outcomes')}${one('quarterly')}</div><div class="stack">${one('steps')}${one('stepsKept')}</div></div>
${one('units')}
${one('unitRates')}
<div class="pair">${spread(figures, look)}${one('load', () => false)}</div>
<div class="pair">${one('sparring', (id) => id === 'anonymous' || id === 'named')}<div class="stack">${one('reach', () => false)}${one('engagement', () => false)}</div></div>
<section class="note" aria-labelledby="beyond"><h2 id="beyond">${t.beyond.heading}</h2><ul>${t.beyond.text.map((line) => html`<li>${line}</li>`)}</ul></section>`;
};

/** The list of workplaces to visit is for HR on screen only, so it is not printed. */
const spread = (figures: Beside, look: Look): Html => {
  const { report: t } = look.speech.t;
  const found = spreadOf(figures.now);
  const quiet =
    found === null
      ? html`<p>${t.visit.few}</p>`
      : found.quiet.length === 0
        ? html`<p>${t.visit.none}</p>`
        : html`<p>${t.visit.text}</p><ul class="places">${found.quiet.map((name) => html`<li>${name}</li>`)}</ul>`;
  return html`<div>${section('spread', figures, look, () => false)}
<div class="visit no-print"><h3>${t.visit.heading}</h3>${quiet}</div></div>`;
};

/** Colleagues may tell before the first week is over. */
const empty = (report: Report, look: Look): Html => {
  const { empty: t } = look.speech.t.report;
  return html`${report.stories[look.period].length === 0 ? null : storiesSection(report, look)}
<section class="note"><h2>${t.heading}</h2><p>${t.text}</p></section>`;
};

const footer = ({ speech, language }: Look): Html => {
  const { report: t } = speech.t;
  return html`<footer><p class="small quiet">${t.small}</p>
<p class="files no-print"><span>${t.files.heading}:</span> <a href="/report.xlsx?lang=${language}">${t.files.xlsx}</a> <a href="/report.csv?lang=${language}">${t.files.csv}</a> <a href="/report.json">${t.files.json}</a></p></footer>`;
};
