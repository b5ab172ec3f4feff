import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Decision = { heading: string; paragraphs: string[] };
type Chapter = { heading: string; decisions: Decision[] };

const DOCS = new URL('../../docs/', import.meta.url);
const DATED = /^\*\d{4}-\d\d-\d\d(?:, changed \d{4}-\d\d-\d\d)*\.\* /;

/** The page as its list names it, and as it is written. */
const readPage = (markdown: string): { listed: string[]; chapters: Chapter[] } => {
  const chapters: Chapter[] = [];
  const listed: string[] = [];
  for (const block of markdown.split(/\n{2,}|\n(?=- |#)|(?<=\n#[^\n]*)\n/)) {
    const [, level, heading = ''] = /^(#+) (.+)/.exec(block.trim()) ?? [];
    if (level === '##') chapters.push({ heading, decisions: [] });
    else if (level === '###') chapters.at(-1)?.decisions.push({ heading, paragraphs: [] });
    else if (chapters.length > 0 && block.trim() !== '')
      (chapters.at(-1)?.decisions.at(-1)?.paragraphs ?? assert.fail(`under no heading: ${block}`)).push(block.trim());
    else if (block.startsWith('- '))
      listed.push(...[...block.matchAll(/\[([^\]]+)\]\(#/g)].map(([, name = '']) => name));
  }
  return { listed, chapters };
};

describe('the page of decisions', () => {
  const page = readPage(readFileSync(fileURLToPath(new URL('decisions.md', DOCS)), 'utf8'));

  it('lists every decision, in the order in which it stands', () => {
    const written = page.chapters.flatMap(({ heading, decisions }) => [
      heading,
      ...decisions.map((one) => one.heading),
    ]);
    assert.deepEqual(page.listed, written);
    assert.ok(written.length > 80, String(written.length));
  });

  it('has a heading for each date, and a date under each heading', () => {
    for (const { heading, paragraphs } of page.chapters.flatMap(({ decisions }) => decisions)) {
      assert.match(paragraphs[0] ?? '', DATED, heading);
      for (const more of paragraphs.slice(1)) assert.doesNotMatch(more, /^\*?\d{4}-/, `${heading}: a heading is lost`);
    }
  });

  it('is missed in neither way', () => {
    const lost = readPage('- **[A](#a):** [B](#b)\n\n## A\n\n### B\n*2026-11-23.* One.\n\n*2026-11-24.* Another.\n');
    assert.deepEqual(lost.listed, ['A', 'B']);
    assert.deepEqual(lost.chapters[0]?.decisions[0]?.paragraphs, ['*2026-11-23.* One.', '*2026-11-24.* Another.']);
  });
});
