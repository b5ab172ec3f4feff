import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Somebody who has a keyboard and no mouse. Each key must leave the focus on something that can be seen. */
export type Keyboard = {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab until the focus is on something with this name, inside what matches `within` if that is given. */
  tabTo(name: string | RegExp, within?: string): Promise<void>;
  /** … and Enter. */
  use(name: string | RegExp, within?: string): Promise<void>;
};

type Focused = { name: string; tag: string; visible: boolean; scopes: string[] };

/** More than any page of ours has to tab through. */
const MAX_TABS = 250;

export const keyboardOf = (page: Page, scopes: readonly string[]): Keyboard => {
  const focused = (): Promise<Focused> =>
    page.evaluate((selectors) => {
      // `closest` is all that is needed of the DOM here, and the project has no types for it.
      type Shown = {
        tagName: string;
        textContent: string | null;
        id: string;
        labels?: ArrayLike<Shown> | null;
        getAttribute(name: string): string | null;
        closest(selector: string): unknown;
        checkVisibility(): boolean;
      };
      const { document } = globalThis as unknown as {
        document: { activeElement: Shown; body: Shown; getElementById(id: string): Shown | null };
      };
      const at = document.activeElement;
      const labelled = (at.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '');
      const labels = Array.from(at.labels ?? []).map((label) => label.textContent ?? '');
      const names = [
        at.getAttribute('aria-label') ?? '',
        labelled.join(' '),
        labels.join(' '),
        at.textContent ?? '',
        at.getAttribute('title') ?? '',
      ];
      return {
        name: (names.find((name) => name.trim() !== '') ?? '').replace(/\s+/g, ' ').trim(),
        tag: at.tagName,
        visible: at !== document.body && at.checkVisibility(),
        scopes: selectors.filter((selector) => at.closest(selector) !== null),
      };
    }, scopes);

  const onSomething = async (after: string): Promise<Focused> => {
    const at = await focused();
    assert.ok(at.visible, `after ${after} the focus was lost (it is on ${at.tag})`);
    return at;
  };
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    await onSomething(key);
  };
  const tabTo: Keyboard['tabTo'] = async (name, within) => {
    const passed: string[] = [];
    for (let tabs = 0; tabs < MAX_TABS; tabs++) {
      await page.keyboard.press('Tab');
      const at = await focused();
      // Past the last thing on the page the focus leaves it for the browser, and comes back at the top.
      if (!at.visible) continue;
      const named = typeof name === 'string' ? at.name === name : name.test(at.name);
      if (named && (within === undefined || at.scopes.includes(within))) return;
      passed.push(at.name.slice(0, 30));
    }
    assert.fail(
      `nothing called ${name}${within === undefined ? '' : ` in ${within}`} is reached by Tab, only: ${[...new Set(passed)].join(' | ')}`,
    );
  };
  return {
    press,
    type: async (text) => {
      await page.keyboard.type(text);
      await onSomething('typing');
    },
    tabTo,
    use: async (name, within) => {
      await tabTo(name, within);
      await press('Enter');
    },
  };
};
