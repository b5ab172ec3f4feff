import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** A user with a keyboard and no mouse. After each key the focus must be on a visible element. */
export type Keyboard = {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab until the focus is on an element with this name, inside `within` (a selector) if given. */
  tabTo(name: string | RegExp, within?: string): Promise<void>;
  /** Does the same as `tabTo`, then presses Enter. */
  use(name: string | RegExp, within?: string): Promise<void>;
};

type Focused = { name: string; tag: string; visible: boolean; scopes: string[] };

/** More than any of our pages has tab stops. */
const MAX_TABS = 250;

export const keyboardOf = (page: Page, scopes: readonly string[]): Keyboard => {
  const focused = (): Promise<Focused> =>
    page.evaluate((selectors) => {
      // The few DOM members used here; the project has no DOM types.
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
      const active = document.activeElement;
      const labelled = (active.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '');
      const labels = Array.from(active.labels ?? []).map((label) => label.textContent ?? '');
      const names = [
        active.getAttribute('aria-label') ?? '',
        labelled.join(' '),
        labels.join(' '),
        active.textContent ?? '',
        active.getAttribute('title') ?? '',
      ];
      return {
        name: (names.find((name) => name.trim() !== '') ?? '').replace(/\s+/g, ' ').trim(),
        tag: active.tagName,
        visible: active !== document.body && active.checkVisibility(),
        scopes: selectors.filter((selector) => active.closest(selector) !== null),
      };
    }, scopes);

  const assertFocusVisible = async (after: string): Promise<Focused> => {
    const element = await focused();
    assert.ok(element.visible, `after ${after} the focus was lost (it is on ${element.tag})`);
    return element;
  };
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    await assertFocusVisible(key);
  };
  const tabTo: Keyboard['tabTo'] = async (name, within) => {
    const passed: string[] = [];
    for (let tabs = 0; tabs < MAX_TABS; tabs++) {
      await page.keyboard.press('Tab');
      const element = await focused();
      // After the last element the focus goes to the browser's own controls, then back to the top of the page.
      if (!element.visible) continue;
      const named = typeof name === 'string' ? element.name === name : name.test(element.name);
      if (named && (within === undefined || element.scopes.includes(within))) return;
      passed.push(element.name.slice(0, 30));
    }
    assert.fail(
      `nothing called ${name}${within === undefined ? '' : ` in ${within}`} is reached by Tab, only: ${[...new Set(passed)].join(' | ')}`,
    );
  };
  return {
    press,
    type: async (text) => {
      await page.keyboard.type(text);
      await assertFocusVisible('typing');
    },
    tabTo,
    use: async (name, within) => {
      await tabTo(name, within);
      await press('Enter');
    },
  };
};
