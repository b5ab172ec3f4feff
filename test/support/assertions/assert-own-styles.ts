import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

/** Asserts that a browser uses every style of the page under its policy, and that the page has no other and no script. */
export const assertOwnStyles = (markup: string, policy: string, what: string): void => {
  const styles = [...markup.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
  assert.ok(styles.length > 0, what);
  for (const style of styles) {
    const source = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
    assert.ok(policy.includes(source), `${what}: a style that its policy does not name`);
  }
  assert.doesNotMatch(markup, /\sstyle\s*=|<script|\son[a-z]+\s*=\s*"/i, what);
  assert.doesNotMatch(policy, /unsafe/, what);
};
