import { type Data, OWN_PARTS, type OwnPart, type Row } from '../../../bot/accounts/own-data/data.ts';
import type { OwnRow } from '../../../bot/accounts/own-data/own-data.ts';
import type { Person } from '../../../bot/people/person.ts';
import type { Speech } from '../../../cards/speech.ts';
import { type Html, html, trusted } from '../html.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c2420;background:#fff}
h1,h2{line-height:1.2}h2{margin-top:2.5rem}article{border-top:1px solid #dcdad0;padding:.6rem 0}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;margin:0}dt{color:#59635c}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
dd dl{border-left:2px solid #dcdad0;padding-left:.8rem}ul{margin:0;padding-left:1.2rem}`;

/**
 * A person's own file: a page to read, and in it each row once more as JSON for programs. It is made row by row, and
 * the rows of a part come together.
 */
export async function* ownDataFile(
  person: Person,
  rows: AsyncIterable<OwnRow>,
  at: Date,
  speech: Speech,
): AsyncGenerator<string> {
  const { file, parts } = speech.t.ownData;
  const heading = file.title(person.name);
  yield html`<!doctype html>
<html lang="${speech.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<h1>${heading}</h1>
<p>${file.made(speech.when(at, NO_YEAR))}</p>
${file.lead.map((line) => html`<p>${line}</p>`)}
`.markup;
  const found = new Set<OwnPart>();
  let last: OwnPart | null = null;
  for await (const { part, row } of rows) {
    if (part !== last) yield html`<h2>${parts[part]}</h2>\n`.markup;
    last = part;
    found.add(part);
    yield rowMarkup(part, row, speech).markup;
  }
  const none = OWN_PARTS.filter((part) => !found.has(part)).map((part) => parts[part]);
  yield html`${none.length === 0 ? null : html`<h2>${file.none}</h2>\n<ul>${none.map((name) => html`<li>${name}</li>`)}</ul>`}
<h2>${file.elsewhere}</h2>
<ul>${file.elsewhereText.map((line) => html`<li>${line}</li>`)}</ul>
</body>
</html>
`.markup;
}

/** A moment of another year, so that the file names the year everywhere. */
const NO_YEAR = new Date(0);

const rowMarkup = (part: OwnPart, row: Row, speech: Speech): Html => html`<article>
${listOf(row, speech)}
<script type="application/json" data-part="${part}">${trusted(JSON.stringify(row).replaceAll('<', '\\u003c'))}</script>
</article>
`;

const listOf = (row: Row, speech: Speech): Html =>
  html`<dl>${Object.entries(row)
    .filter(([, value]) => !isEmpty(value))
    .map(
      ([name, value]) => html`<dt>${speech.t.ownData.fields[name] ?? name}</dt><dd>${said(name, value, speech)}</dd>\n`,
    )}</dl>`;

const isEmpty = (value: Data): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const said = (name: string, value: Data, speech: Speech): Html | string => {
  const { yes, no, codes } = speech.t.ownData;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return speech.number(value);
  if (typeof value === 'string') return TEXT.has(name) ? value : (codes[value] ?? principleOf(value, speech));
  if (value instanceof Date) return speech.when(value, NO_YEAR);
  if (Array.isArray(value))
    return html`<ul>${value.map((one: Data) => html`<li>${said(name, one, speech)}</li>`)}</ul>`;
  return listOf(value as Row, speech);
};

/** What people wrote is never read as a code. */
const TEXT: ReadonlySet<string> = new Set(['text', 'line', 'name', 'reason', 'place', 'ground', 'alternative', 'sign']);

const principleOf = (value: string, { principles }: Speech): string =>
  principles.find(({ id }) => id === value)?.name ?? value;
