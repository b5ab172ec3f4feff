import type { Language } from '../../../bot/words.ts';
import { type Html, html, trusted } from '../html.ts';
import type { WebAnswer } from '../route.ts';
import { PAGE_STYLE } from './page-style.ts';

/** A complete page, without scripts. */
export const page = (title: string, language: Language, body: Html): Html => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`;

export const htmlAnswer = (body: Html, headers: Record<string, string> = {}, status = 200): WebAnswer => ({
  kind: 'file',
  status,
  type: 'text/html; charset=utf-8',
  body: body.markup,
  headers,
});
