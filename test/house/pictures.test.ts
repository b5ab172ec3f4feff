import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

const PAGES = ['README.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
const IMAGE = /!\[([^\]]*)\]\(([^)\s]+)\)|<img\b([^>]*)>/gu;
/** All pictures in docs/pictures together, in bytes: a clone should stay small. */
const MAX_BYTES = 1_000_000;

const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

/** The pictures that a page shows, by their path in the repository. */
const picturesOn = (page: string): { alt: string; path: string }[] =>
  [...readFileSync(page, 'utf8').matchAll(IMAGE)].map(([, alt, path, attributes = '']) => ({
    alt: alt ?? attribute(attributes, 'alt'),
    path: posix.normalize(posix.join(posix.dirname(page), path ?? attribute(attributes, 'src'))),
  }));

describe('the pictures in the docs', () => {
  const shown = PAGES.flatMap(picturesOn).filter(({ path }) => path.startsWith('docs/'));

  it('say in words what they show', () => {
    assert.ok(shown.length > 10);
    for (const { alt, path } of shown) assert.ok(alt.length > 20, `${path}: "${alt}"`);
  });

  it('are all there, all shown, and small', () => {
    const files = ['docs', 'docs/pictures'].flatMap((folder) =>
      readdirSync(folder).flatMap((name) => (name.endsWith('.png') ? [posix.join(folder, name)] : [])),
    );
    assert.deepEqual([...new Set(shown.map(({ path }) => path))].toSorted(), files.toSorted());
    const bytes = readdirSync('docs/pictures').reduce(
      (sum, name) => sum + statSync(join('docs/pictures', name)).size,
      0,
    );
    assert.ok(bytes < MAX_BYTES, `${bytes} bytes`);
  });
});
