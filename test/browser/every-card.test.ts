import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../../bot/words.ts';
import { type AdaptiveCardJson, renderAdaptiveCard } from '../../cards/adaptive.ts';
import { EXAMPLE_GROUPS } from '../cards/examples.ts';
import { cards } from '../cards/support.ts';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { inBrowser, PHONE, type View } from '../support/processes/browser.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

/** A folder to keep the pictures in, to be looked at; without it they are not taken. */
const SHEET = process.env.CARD_SHEET ?? null;

const DESK = { width: 760, height: 900 };
/** axe looks at what a theme or a language may change; a phone has less room, and the rest is the same. */
const VIEWS: readonly { name: string; language: Language; view: View; axe: boolean }[] = [
  { name: 'light', language: 'da', view: { viewport: DESK, colorScheme: 'light' }, axe: true },
  { name: 'dark', language: 'da', view: { viewport: DESK, colorScheme: 'dark' }, axe: true },
  { name: 'phone', language: 'da', view: { viewport: PHONE, colorScheme: 'dark' }, axe: false },
  { name: 'light', language: 'en', view: { viewport: DESK, colorScheme: 'light' }, axe: true },
  { name: 'phone', language: 'en', view: { viewport: PHONE, colorScheme: 'light' }, axe: false },
];

type Example = { name: string; card: AdaptiveCardJson };

const examplesOf = (notices: (typeof EXAMPLE_GROUPS)[keyof typeof EXAMPLE_GROUPS], language: Language): Example[] =>
  Object.entries(notices).map(([name, notice]) => ({
    name,
    card: renderAdaptiveCard(cards.card(notice, language), language),
  }));

/** Draws each card as the chat does, and once more with each of its forms open. Answers what could not be drawn. */
const drawAll = (page: Page, examples: Example[], language: Language): Promise<string[]> =>
  page.evaluate(
    // A text, for TypeScript knows no browser here and would have the import for its own.
    `(async (examples, language) => {
      const { drawCard } = await import('/sandbox/page/cards.js');
      const { element } = await import('/sandbox/page/dom.js');
      const failed = [];
      const sheet = element('main', { class: 'messages', style: 'display:block;padding:1rem;overflow:visible' });
      document.documentElement.lang = language;
      document.title = 'Every card';
      document.documentElement.style.cssText = document.body.style.cssText =
        'display:block;height:auto;min-height:0;overflow:visible';
      document.body.replaceChildren(sheet);
      sheet.append(element('h1', {}, 'Every card'));
      const draw = (name, card, open) => {
        const drawn = drawCard(card, () => {}, { values: new Map(), open, focus: null });
        if (drawn === null) return failed.push(name);
        sheet.append(
          element('section', { class: 'message from-bot', style: 'max-width:40rem;margin:0 0 2rem' },
            element('h2', {}, name), element('div', { class: 'body has-card' }, drawn.host)));
      };
      const formsIn = (node) => Array.isArray(node) ? node.flatMap(formsIn)
        : node === null || typeof node !== 'object' ? []
        : [...(node.type === 'Action.ShowCard' ? [node.title] : []), ...Object.values(node).flatMap(formsIn)];
      for (const { name, card } of examples) {
        draw(name, card, []);
        for (const title of formsIn(card)) draw(name + ' / ' + title, card, [title]);
      }
      return failed;
    })(${JSON.stringify(examples)}, ${JSON.stringify(language)})`,
  );

/** What stands out at the side, or is cut off there. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('section')].flatMap((section) => {
    const edge = document.documentElement.clientWidth;
    const out = [...section.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge + 1);
    return out.length === 0 ? [] : [section.querySelector('h2').textContent + ': ' + out[0].className];
  })`);

describe('every card in every state, drawn', function () {
  this.timeout(300_000);

  for (const { name, language, view, axe } of VIEWS) {
    it(`has room, contrast and names for everything: ${language}, ${name}`, () =>
      inSandbox(async (_sandbox, { url }) =>
        inBrowser(view, async (page) => {
          if (SHEET !== null) await mkdir(SHEET, { recursive: true });
          for (const [group, notices] of Object.entries(EXAMPLE_GROUPS)) {
            await page.goto(`${url}/`);
            assert.deepEqual(await drawAll(page, examplesOf(notices, language), language), [], 'cannot be drawn');
            assert.deepEqual(await tooWide(page), [], group);
            if (axe) await assertAccessible(page, group);
            if (SHEET === null) continue;
            await page.screenshot({ path: join(SHEET, `${group} ${language} ${name}.png`), fullPage: true });
          }
        }),
      ));
  }
});
