import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSources, type Source } from '../support/assertions/sources.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['app', 'adapters', 'bot', 'cards', 'jobs', 'outbox', 'manifest', 'bench', 'test'];
/** Every page of the project, also one that is not committed yet. */
const PAGES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((page) => existsSync(ROOT + page));

/** The headings of a page, or null when the file does not exist. */
const headingsOf = (path: string): string[] | null =>
  existsSync(ROOT + path)
    ? [
        ...readFileSync(ROOT + path, 'utf8')
          .replace(/^```[\s\S]*?^```/gm, '')
          .matchAll(/^#{1,6} (.+)$/gm),
      ].map(([, heading = '']) => heading.trim())
    : null;

/** GitHub's link anchor for a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');

/** Joins the lines of comments, because a citation may span several. */
const onOneLine = (code: string): string => code.replace(/\s*\n\s*(?:\*(?!\/)|\/\/)\s*/g, ' ');

const OUTSIDE_REPOSITORY = /\bdesign(?:['’]s)?,? \(?section\b|\b(?:design|house|style)\.md\b/i;

const faultsOf = ({ path, code }: Source, headings = headingsOf): string[] => {
  const text = onOneLine(code);
  const cited = [...text.matchAll(/\bdocs\/[\w-]+\.md(?:, "([^"]+)")?/g)].flatMap(([what, heading]) => {
    const known = headings(what.split(',')[0] ?? '');
    if (known === null) return [`${path} cites ${what}, which does not exist`];
    if (heading === undefined) return [`${path} cites ${what} without a heading`];
    return known.includes(heading) ? [] : [`${path} cites ${what}, which has no such heading`];
  });
  return OUTSIDE_REPOSITORY.test(text) ? [...cited, `${path} cites a document outside the repository`] : cited;
};

/** The links of a page whose file or heading does not exist. */
const deadLinksOf = (page: string, markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/i.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : posix.join(posix.dirname(page), file);
      if (!existsSync(ROOT + target)) return true;
      return anchor !== undefined && !headingsOf(target)?.map(anchorOf).includes(anchor);
    });

/** The paths in backticks on a page that lead to no file or folder. NAME stands for a name; manifest/sammen-… is made. */
const deadPathsOf = (markdown: string): string[] =>
  [...markdown.matchAll(new RegExp(`\`((?:${[...FOLDERS, 'content', 'docs'].join('|')})/[\\w./-]+)\``, 'g'))]
    .map(([, path = '']) => path)
    .filter((path) => !/NAME|manifest\/sammen-/.test(path) && !existsSync(ROOT + path));

describe('a path on a page', () => {
  for (const page of PAGES) {
    it(`leads to a file or folder: ${page}`, () => {
      assert.deepEqual(deadPathsOf(readFileSync(ROOT + page, 'utf8')), []);
    });
  }

  it('is missed when it is gone', () => {
    assert.deepEqual(deadPathsOf('`bot/gone.ts`, `bot/words.ts`, `app/platforms/NAME/NAME.ts`, `docs/`'), [
      'bot/gone.ts',
    ]);
  });
});

describe('a citation in a comment', () => {
  // This file contains wrong citations on purpose.
  const sources = FOLDERS.flatMap(readSources).filter(({ path }) => path !== 'test/house/citations.test.ts');

  it('names a heading of a page in this repository', () => {
    assert.deepEqual(
      sources.flatMap((source) => faultsOf(source)),
      [],
    );
  });

  it('is recognised: the code cites docs/rules.md at least twenty times', () => {
    const cited = sources.filter(({ code }) => onOneLine(code).includes('docs/rules.md, "'));
    assert.ok(cited.length >= 20, String(cited.length));
  });

  for (const [code, fault] of [
    ['/** Twice (docs/rules.md, "Quiet hours"). */', null],
    ['/**\n * Twice (docs/rules.md,\n * "Quiet hours").\n */', null],
    ['// Twice (docs/rules.md, "Quiet\n  // hours").', null],
    ['/** Once (docs/rules.md, "Quiet days"). */', 'docs/rules.md, "Quiet days", which has no such heading'],
    ['/** Once (docs/rules.md). */', 'docs/rules.md without a heading'],
    ['/** Once (docs/laws.md, "Quiet hours"). */', 'docs/laws.md, "Quiet hours", which does not exist'],
    ['/** Once (design, section 2). */', 'a document outside the repository'],
    ['/** Once (design,\n * section 2). */', 'a document outside the repository'],
    ["/** The verbs of the design's section 8. */", 'a document outside the repository'],
    ['// As design.md has it.', 'a document outside the repository'],
  ] as const) {
    it(`${fault === null ? 'is accepted:' : 'is refused:'} ${JSON.stringify(code)}`, () => {
      const headings = (path: string) => (path === 'docs/rules.md' ? ['The rules', 'Quiet hours'] : null);
      assert.deepEqual(
        faultsOf({ path: 'bot/x.ts', code }, headings),
        fault === null ? [] : [`bot/x.ts cites ${fault}`],
      );
    });
  }
});

describe('the links in our own pages', () => {
  for (const page of PAGES) {
    it(`lead to existing targets: ${page}`, () => {
      assert.deepEqual(deadLinksOf(page, readFileSync(ROOT + page, 'utf8')), []);
    });
  }

  it('are reported when they lead nowhere', () => {
    const links =
      '[a](rules.md#quiet-hours) [b](rules.md#quiet-days) [c](laws.md) [d](#what-is-not-erased) [e](https://x.dk)';
    assert.deepEqual(deadLinksOf('docs/decisions.md', links), ['rules.md#quiet-days', 'laws.md']);
  });
});
