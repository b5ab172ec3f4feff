import type { Nudge } from '../../bot/nudges/nudge-library.ts';
import type { TeamQuestion } from '../../bot/nudges/team-question.ts';
import { numberOf, type Week } from '../../bot/time/iso-week.ts';
import { LANGUAGES, type Language, languageNamed, type Principle } from '../../bot/words.ts';
import type { PrincipleText } from '../../cards/principles.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { BadRequest, type Route } from './route.ts';
import { styleSource } from './security-headers.ts';

/** A week's principle, the nudge that most people get, and the question for teams. */
type OfWeek = { week: Week; principle: Principle; nudge: Nudge | null; question: TeamQuestion | null };

export type SheetDeps = {
  ofWeek(): Promise<OfWeek>;
  principles: readonly PrincipleText[];
  municipality: string;
  /** Null when no number is configured. */
  switchboard: string | null;
  /** For requests without `lang`. */
  language: Language;
};

/** `/principle`: this week's principle on one page to print, for noticeboards and team meetings. No personal data. */
export const principleRoute = (deps: SheetDeps): Route => ({
  method: 'get',
  path: '/principle',
  handle: async ({ query }) => {
    const language = languageAsked(query.get('lang'), deps.language);
    return {
      kind: 'file',
      status: 200,
      type: 'text/html; charset=utf-8',
      body: page(await deps.ofWeek(), language, deps),
      headers: {
        'Content-Security-Policy': `default-src 'none'; style-src ${styleSource(STYLE)}; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      },
    };
  },
});

const languageAsked = (asked: string | null, otherwise: Language): Language => {
  if (asked === null) return otherwise;
  const known = languageNamed(asked);
  if (known !== null) return known;
  throw new BadRequest(400, `lang: ${LANGUAGES.join(' or ')}`);
};

const BLANK_LINES = 3;

const page = ({ week, principle, nudge, question }: OfWeek, language: Language, deps: SheetDeps): string => {
  const { sheet } = TEXTS[language];
  const words = deps.principles.find(({ id }) => id === principle)?.[language];
  const foot = [sheet.foot, deps.switchboard === null ? '' : sheet.ring(deps.switchboard)].join(' ').trim();
  const title = sheet.title(words?.name ?? '');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="top">${escaped(sheet.top(String(numberOf(week)), deps.municipality))}</p>
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(words?.text ?? '')}</p>
${nudge === null ? '' : `<h2>${escaped(sheet.nudge)}</h2>\n<p>${escaped(nudge[language])}</p>`}
${question === null ? '' : `<h2>${escaped(sheet.team)}</h2>\n<p>${escaped(question[language])}</p>`}
<h2>${escaped(sheet.tries)}</h2>
${'<div class="line" aria-hidden="true"></div>\n'.repeat(BLANK_LINES)}</main>
<footer><p>${escaped(foot)}</p></footer>
</body>
</html>
`;
};

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem; font: 1.125rem/1.55 system-ui, sans-serif; color: #1d2327; background: #fff; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0.25rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.25rem; }
p { margin: 0; }
.top, footer { color: #4b5560; }
.lead { font-size: 1.3rem; }
.line { border-bottom: 1px solid #6b7680; height: 2.5rem; }
footer { margin-top: 2.5rem; border-top: 1px solid #6b7680; padding-top: 0.75rem; }
@media (prefers-color-scheme: dark) { body { color: #eef1f3; background: #16191c; } .top, footer { color: #b9c2ca; } }
@media print {
  @page { size: A4 portrait; margin: 22mm; }
  body { max-width: none; padding: 0; color: #000; background: #fff; font-size: 15pt; }
  h1 { font-size: 30pt; }
  h2 { font-size: 18pt; break-after: avoid; }
  .lead { font-size: 18pt; }
  .top, footer { color: #000; }
  .line { height: 14mm; }
}
`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
